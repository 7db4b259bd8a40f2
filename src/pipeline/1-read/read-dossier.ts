import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../model/comparison.ts'
import type { DossierSettings } from '../../model/dossier.ts'
import { dossierSettings } from '../../model/dossier.ts'
import type { UnusedFile } from '../../model/extracted.ts'
import type { WrittenJointCorrection } from '../../model/joint-correction.ts'
import type { Reported } from '../../model/problem.ts'
import type { Adjudication, Register, Tombstone, WrittenItem } from '../../model/register.ts'
import type { Seed } from '../../model/source.ts'
import type { SourceVersion } from '../../model/version.ts'
import { sourceVersion } from '../../model/version.ts'
import { listFolder } from './list-folder.ts'
import type { Extract } from './read-articles.ts'
import { readArticles } from './read-articles.ts'
import { readOwnFile, readOwnText } from './read-own-file.ts'
import { readAdjudications, readAnswers, readJointCorrections, readRegister, readTombstones } from './read-register.ts'
import { readYaml } from './read-yaml.ts'

/** Everything that people wrote, and the record of addresses that the last build left. */
export interface ReadDossier {
  readonly settings: DossierSettings
  readonly seeds: readonly Seed[]
  /** Files of which no source was made, each with the reason. */
  readonly unused: readonly UnusedFile[]
  readonly register: Register
  readonly adjudications: readonly WrittenItem<Adjudication>[]
  readonly answers: readonly WrittenItem<Answer>[]
  readonly corrections: readonly WrittenJointCorrection[]
  readonly tombstones: readonly Tombstone[]
  /** Earlier texts of sources that changed. */
  readonly versions: readonly SourceVersion[]
  /** Text of `content/permalinks.json`; absent before the first build. */
  readonly record: string | undefined
}

/** Settings to go on with when there are none, so that the problems of the articles are found too. */
const PLACEHOLDER = dossierSettings.parse({ title: 'Dossier', description: 'Dossier' })

/** Reads a dossier's folder. Problems of one file hide none of another. */
export async function readDossier(root: string, extract?: Extract): Promise<Reported<ReadDossier>> {
  const settings = readSettings(root)
  const articles = await readArticles(root, { extract, mapping: settings.value?.columns })
  const register = readRegister(root)
  const adjudications = readAdjudications(root)
  const answers = readAnswers(root)
  const corrections = readJointCorrections(root)
  const tombstones = readTombstones(root)
  const versions = readVersions(root)
  const record = readGenerated(root, 'content/permalinks.json')
  return {
    value: {
      settings: settings.value ?? PLACEHOLDER,
      ...articles.value,
      register: register.value,
      adjudications: adjudications.value,
      answers: answers.value,
      corrections: corrections.value,
      tombstones: tombstones.value,
      versions: versions.value,
      record: record.value,
    },
    problems: [settings, articles, register, adjudications, answers, corrections, tombstones, versions, record].flatMap(
      ({ problems }) => problems,
    ),
  }
}

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

const FOLDER = 'content/versions'

/** Reads the earlier texts that former builds set apart, `content/versions/{source}/v{n}.json`. */
export function readVersions(root: string): Reported<SourceVersion[]> {
  const folders = listFolder(join(root, FOLDER))
  const names = folders.flatMap((folder) => listFolder(join(root, FOLDER, folder)).map((name) => `${folder}/${name}`))
  const read = names.filter((name) => name.endsWith('.json')).map((name) => readVersion(root, `${FOLDER}/${name}`))
  return { value: read.flatMap(({ value }) => value ?? []), problems: read.flatMap(({ problems }) => problems) }
}

function readVersion(root: string, file: string): Reported<SourceVersion | undefined> {
  const { value: text, problems } = readGenerated(root, file)
  return text === undefined ? { value: undefined, problems } : readYaml(file, text, sourceVersion)
}

/** What a build wrote grows with the dossier; beyond this, Node makes no text of it. */
const MAX_BYTES = 500_000_000

/**
 * Reads a file that an earlier build left under `content/`, as carefully as a clipping: the folder may come from
 * anywhere too.
 *
 * @returns its text; undefined when there is none, or a problem
 */
export function readGenerated(root: string, file: string): Reported<string | undefined> {
  if (!existsSync(join(root, file))) return { value: undefined, problems: [] }
  const { bytes, problem } = readOwnFile(root, file, MAX_BYTES)
  return { value: bytes?.toString('utf8'), problems: problem ? [problem] : [] }
}
