import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Answer } from '../../model/comparison.ts'
import { answer } from '../../model/comparison.ts'
import type { DossierSettings } from '../../model/dossier.ts'
import { dossierSettings } from '../../model/dossier.ts'
import type { UnusedFile } from '../../model/extracted.ts'
import type { WrittenJointCorrection } from '../../model/correction.ts'
import { jointCorrection } from '../../model/correction.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type {
  Adjudication,
  Register,
  RegisteredEntity,
  Reviewed,
  Tombstone,
  WrittenItem,
} from '../../model/register.ts'
import { adjudication, registerEntry, reviewed, tombstone } from '../../model/register.ts'
import type { Seed } from '../../model/source.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { sourceVersion } from '../../model/entry.ts'
import { listFolder } from './list-folder.ts'
import type { Extract } from './read-articles.ts'
import { readArticles } from './read-articles.ts'
import { readOwnFile, readOwnLines, readOwnText } from './read-own-file.ts'
import { readYaml, readYamlList } from './read-yaml.ts'

const REGISTER = 'seeds/register'

/** Reads the authority register, every file of `seeds/register/` in code point order; a dossier may have none. */
export function readRegister(root: string): Reported<RegisteredEntity[]> {
  const names = listFolder(join(root, REGISTER)).filter(isRegisterFile)
  const read = names.map((name) => readFile(root, `${REGISTER}/${name}`))
  return { value: read.flatMap((one) => one.value), problems: read.flatMap((one) => one.problems) }
}

/** Lists in the same folder that are not of entities. */
const OTHERS = ['corrections.yml', 'adjudications.yml', 'settlements.yml', 'answers.yml', 'reviewed.yml']

const isRegisterFile = (name: string) => /^[^.].*\.ya?ml$/.test(name) && !OTHERS.includes(name)

function readFile(root: string, file: string): Reported<RegisteredEntity[]> {
  const text = readOwnText(root, file)
  const { value, problems } = readYamlList(file, text.value ?? '', registerEntry)
  return { value: value.map(({ item, line }) => ({ ...item, file, line })), problems: [...text.problems, ...problems] }
}

/** Reads `seeds/tombstones.yml`: addresses that a person took down, each with the reason. */
const readTombstones = (root: string): Reported<Tombstone[]> => readList(root, 'seeds/tombstones.yml', tombstone)

/** Reads `seeds/register/adjudications.yml`: figures that an editor adjudicated; `settlements.yml` is its old name. */
function readAdjudications(root: string): Reported<WrittenItem<Adjudication>[]> {
  const [old, now] = ['seeds/register/settlements.yml', 'seeds/register/adjudications.yml']
  const read = [readWritten(root, now, adjudication), readWritten(root, old, adjudication)]
  const renamed: Problem = {
    file: old,
    line: 1,
    severity: 'warning',
    rule: 'file/old-name',
    reason: 'Unexpected old name of a file, expected adjudications.yml; it was read',
    hint: 'dossier migrate',
  }
  return {
    value: read.flatMap(({ value }) => value),
    problems: [...read.flatMap(({ problems }) => problems), ...(existsSync(join(root, old)) ? [renamed] : [])],
  }
}

/** Reads `seeds/register/answers.yml`: contradictions that an editor answered. */
const readAnswers = (root: string): Reported<WrittenItem<Answer>[]> =>
  readWritten(root, 'seeds/register/answers.yml', answer)

/** Reads `seeds/register/reviewed.yml`: questions of the review that a person left as they are. */
export const readReviewed = (root: string): Reported<Reviewed[]> =>
  readList(root, 'seeds/register/reviewed.yml', reviewed)

/** Reads `seeds/register/corrections.yml`: what a person says against statements about several articles. */
function readJointCorrections(root: string): Reported<WrittenJointCorrection[]> {
  const { value, problems } = readWritten(root, 'seeds/register/corrections.yml', jointCorrection)
  return { value: value.map(({ item, file, line }) => ({ correction: item, file, line })), problems }
}

/** A list that a dossier may do without. */
function readWritten<T>(root: string, file: string, schema: z.ZodType<T>): Reported<WrittenItem<T>[]> {
  if (!existsSync(join(root, file))) return { value: [], problems: [] }
  const text = readOwnText(root, file)
  const { value, problems } = readYamlList(file, text.value ?? '', schema)
  return { value: value.map((one) => ({ ...one, file })), problems: [...text.problems, ...problems] }
}

function readList<T>(root: string, file: string, schema: z.ZodType<T>): Reported<T[]> {
  const { value, problems } = readWritten(root, file, schema)
  return { value: value.map(({ item }) => item), problems }
}

/** Everything that people wrote, and the record of addresses that the last build left. */
export interface ReadDossier {
  readonly settings: DossierSettings
  readonly seeds: readonly Seed[]
  /** Files that gave no source, each with the reason. */
  readonly unused: readonly UnusedFile[]
  readonly register: Register
  readonly adjudications: readonly WrittenItem<Adjudication>[]
  readonly answers: readonly WrittenItem<Answer>[]
  readonly corrections: readonly WrittenJointCorrection[]
  readonly tombstones: readonly Tombstone[]
  /** Earlier texts of sources that changed. */
  readonly versions: readonly SourceVersion[]
  /** Lines of `content/permalinks.json`; absent before the first build. */
  readonly record: Iterable<string> | undefined
}

/** Default settings if there are none, so that problems of the articles are found too. */
const PLACEHOLDER = dossierSettings.parse({ title: 'Dossier', description: 'Dossier' })

/** Reads a dossier's folder. Problems of one file do not hide those of another. */
export async function readDossier(root: string, extract?: Extract): Promise<Reported<ReadDossier>> {
  const settings = readSettings(root)
  const articles = await readArticles(root, { extract, mapping: settings.value?.columns })
  const register = readRegister(root)
  const adjudications = readAdjudications(root)
  const answers = readAnswers(root)
  const corrections = readJointCorrections(root)
  const tombstones = readTombstones(root)
  const versions = readVersions(root)
  const record = readRecordLines(root, 'content/permalinks.json')
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

const SETTINGS = 'seeds/dossier.yml'

const EXAMPLE = 'title: "The harbour contract"\ndescription: "Who signed what, and when? Clippings of 2023."'

/** Reads `seeds/dossier.yml`. */
function readSettings(root: string): Reported<DossierSettings | undefined> {
  if (existsSync(join(root, SETTINGS))) {
    const { value: text, problems } = readOwnText(root, SETTINGS)
    const read = text === undefined ? { value: undefined, problems: [] } : readYaml(SETTINGS, text, dossierSettings)
    return { value: read.value, problems: [...problems, ...read.problems] }
  }
  const reason = 'Missing file, expected the title and description of the dossier'
  return {
    value: undefined,
    problems: [{ file: SETTINGS, severity: 'error', rule: 'file/no-settings', reason, hint: EXAMPLE }],
  }
}

/** The folder of earlier texts, relative to the dossier's root. */
export const VERSIONS = 'content/versions'

/** Reads the earlier texts that former builds kept, `content/versions/{source}/v{n}.json`. */
export function readVersions(root: string): Reported<SourceVersion[]> {
  const folders = listFolder(join(root, VERSIONS))
  const names = folders.flatMap((folder) => listFolder(join(root, VERSIONS, folder)).map((name) => `${folder}/${name}`))
  const read = names.filter((name) => name.endsWith('.json')).map((name) => readVersion(root, `${VERSIONS}/${name}`))
  return { value: read.flatMap(({ value }) => value ?? []), problems: read.flatMap(({ problems }) => problems) }
}

function readVersion(root: string, file: string): Reported<SourceVersion | undefined> {
  const { value: text, problems } = readGenerated(root, file)
  return text === undefined ? { value: undefined, problems } : readYaml(file, text, sourceVersion)
}

/** Files of a build grow with the dossier; above this size Node cannot make a string of them. */
const MAX_BYTES = 500_000_000

/** Reads the record of addresses line by line, as carefully as a seed; undefined if there is none, or a problem. */
export function readRecordLines(root: string, file: string): Reported<Iterable<string> | undefined> {
  return existsSync(join(root, file)) ? readOwnLines(root, file) : { value: undefined, problems: [] }
}

/**
 * Reads a file of an earlier build under `content/`, as carefully as a seed, because the folder may come from
 * anywhere.
 *
 * @returns its text; undefined if there is none, or a problem
 */
export function readGenerated(root: string, file: string): Reported<string | undefined> {
  if (!existsSync(join(root, file))) return { value: undefined, problems: [] }
  const { bytes, problem } = readOwnFile(root, file, MAX_BYTES)
  return { value: bytes?.toString('utf8'), problems: problem ? [problem] : [] }
}
