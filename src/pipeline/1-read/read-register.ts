import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Answer } from '../../model/comparison.ts'
import { answer } from '../../model/comparison.ts'
import type { WrittenJointCorrection } from '../../model/joint-correction.ts'
import { jointCorrection } from '../../model/joint-correction.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Adjudication, RegisteredEntity, Reviewed, Tombstone, WrittenItem } from '../../model/register.ts'
import { adjudication, registerEntry, reviewed, tombstone } from '../../model/register.ts'
import { listFolder } from './list-folder.ts'
import { readOwnText } from './read-own-file.ts'
import { readYamlList } from './read-yaml.ts'

const FOLDER = 'seeds/register'

/** Reads the authority register, every file of `seeds/register/` in code point order; a dossier may have none. */
export function readRegister(root: string): Reported<RegisteredEntity[]> {
  const names = listFolder(join(root, FOLDER)).filter(isRegisterFile)
  const read = names.map((name) => readFile(root, `${FOLDER}/${name}`))
  return { value: read.flatMap((one) => one.value), problems: read.flatMap((one) => one.problems) }
}

/** Lists that stand in the same folder and are not of entities. */
const OTHERS = ['corrections.yml', 'adjudications.yml', 'settlements.yml', 'answers.yml', 'reviewed.yml']

const isRegisterFile = (name: string) => /^[^.].*\.ya?ml$/.test(name) && !OTHERS.includes(name)

function readFile(root: string, file: string): Reported<RegisteredEntity[]> {
  const text = readOwnText(root, file)
  const { value, problems } = readYamlList(file, text.value ?? '', registerEntry)
  return { value: value.map(({ item, line }) => ({ ...item, file, line })), problems: [...text.problems, ...problems] }
}

/** Reads `seeds/tombstones.yml`: addresses that a person took down, each with the reason. */
export const readTombstones = (root: string): Reported<Tombstone[]> => readList(root, 'seeds/tombstones.yml', tombstone)

/** Reads `seeds/register/adjudications.yml`: figures that an editor settled; `settlements.yml` is its old name. */
export function readAdjudications(root: string): Reported<WrittenItem<Adjudication>[]> {
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
export const readAnswers = (root: string): Reported<WrittenItem<Answer>[]> =>
  readWritten(root, 'seeds/register/answers.yml', answer)

/** Reads `seeds/register/reviewed.yml`: questions of the review that a person left as they are. */
export const readReviewed = (root: string): Reported<Reviewed[]> =>
  readList(root, 'seeds/register/reviewed.yml', reviewed)

/** Reads `seeds/register/corrections.yml`: what a person says against statements about several articles. */
export function readJointCorrections(root: string): Reported<WrittenJointCorrection[]> {
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
