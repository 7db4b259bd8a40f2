import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierSettings } from '../../model/dossier.ts'
import { dossierSettings } from '../../model/dossier.ts'
import type { Reported } from '../../model/problem.ts'
import { readYaml } from './read-yaml.ts'

const FILE = 'seeds/dossier.yml'

const EXAMPLE = 'title: "The harbour contract"\ndescription: "Who signed what, and when? Clippings of 2023."'

/** Reads `seeds/dossier.yml`. */
export function readSettings(root: string): Reported<DossierSettings | undefined> {
  if (existsSync(join(root, FILE))) return readYaml(FILE, readFileSync(join(root, FILE), 'utf8'), dossierSettings)
  const reason = 'Missing file, expected the title and description of the dossier'
  return { value: undefined, problems: [{ file: FILE, severity: 'error', rule: 'read/no-settings', reason, hint: EXAMPLE }] }
}
