import { z } from 'zod'
import { answer } from '../model/comparison.ts'
import { correction } from '../model/correction.ts'
import { dossierSettings } from '../model/dossier.ts'
import { jointCorrection } from '../model/joint-correction.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { adjudication, identityDecision, registerEntry, reviewed, tombstone } from '../model/register.ts'
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

/** Fills the tables of a page of documentation: each stands between `<!-- fields of KIND -->` and `<!-- end -->`. */
export function fillTables(page: string): string {
  return page.replaceAll(
    /<!-- fields of (\w+) -->[^]*?<!-- end -->/g,
    (_, kind: string) => `<!-- fields of ${kind} -->\n${tableOf(kind)}\n<!-- end -->`,
  )
}

/** A Markdown table of the fields of one kind of correction, or of one file, from its schema. */
export function tableOf(kind: string): string {
  const rows = Object.entries(shapeOf(kind))
    .filter(([field]) => field !== 'kind' || kind === 'register')
    .map(([field, schema]) => {
      const isRequired = !schema.safeParse(undefined).success
      return `| \`${field}\` | ${isRequired ? 'yes' : ''} | ${descriptionOf(schema)} |`
    })
  return ['| field | required | meaning |', '|---|---|---|', ...rows].join('\n')
}

function shapeOf(kind: string): Readonly<Record<string, z.ZodType>> {
  const option = [...correction.options, ...jointCorrection.options].find(({ shape }) => shape.kind.value === kind)
  if (option) return option.shape
  const schema = kind === 'decision' ? identityDecision : SCHEMAS[kind]!
  const item = schema instanceof z.ZodArray ? schema.element : schema
  return (item as z.ZodObject).shape
}

const descriptionOf = (schema: z.ZodType): string | undefined =>
  schema.description ?? (schema instanceof z.ZodOptional ? descriptionOf(schema.unwrap() as z.ZodType) : undefined)
