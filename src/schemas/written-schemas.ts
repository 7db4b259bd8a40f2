import { z } from 'zod'
import { answer } from '../model/comparison.ts'
import { dossierSettings } from '../model/dossier.ts'
import { jointCorrection } from '../model/joint-correction.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { adjudication, registerEntry, reviewed, tombstone } from '../model/register.ts'
import { sidecar } from '../model/sidecar.ts'

/** What people write in YAML, by the name of its JSON Schema. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  dossier: dossierSettings,
  sidecar,
  register: z.array(registerEntry),
  corrections: z.array(jointCorrection),
  adjudications: z.array(adjudication),
  answers: z.array(answer),
  reviewed: z.array(reviewed),
  tombstones: z.array(tombstone),
}

/** The JSON Schemas of `schemas/`, by which an editor completes and checks the YAML of a dossier while it is typed. */
export function writtenSchemas(): WrittenFile[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    path: `schemas/${name}.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
  }))
}
