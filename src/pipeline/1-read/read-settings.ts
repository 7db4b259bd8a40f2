import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierSettings } from '../../model/dossier.ts'
import { dossierSettings } from '../../model/dossier.ts'
import type { Reported } from '../../model/problem.ts'
import { readOwnText } from './read-own-text.ts'
import { readYaml } from './read-yaml.ts'

const FILE = 'seeds/dossier.yml'

const EXAMPLE = 'title: "The harbour contract"\ndescription: "Who signed what, and when? Clippings of 2023."'

/** Reads `seeds/dossier.yml`. */
export function readSettings(root: string): Reported<DossierSettings | undefined> {
  if (existsSync(join(root, FILE))) {
    const { value: text, problems } = readOwnText(root, FILE)
    const read = text === undefined ? { value: undefined, problems: [] } : readYaml(FILE, text, dossierSettings)
    return { value: read.value, problems: [...problems, ...read.problems] }
  }
  const reason = 'Missing file, expected the title and description of the dossier'
  return {
    value: undefined,
    problems: [{ file: FILE, severity: 'error', rule: 'file/no-settings', reason, hint: EXAMPLE }],
  }
}
