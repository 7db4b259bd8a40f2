import { join } from 'node:path'
import type { Reported } from '../../model/problem.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { registerEntry } from '../../model/register.ts'
import { readOwnText } from './read-own-text.ts'
import { listFolder } from './list-folder.ts'
import { readYamlList } from './read-yaml.ts'

const FOLDER = 'seeds/register'

/** Reads the authority register, every file of `seeds/register/` in code point order; a dossier may have none. */
export function readRegister(root: string): Reported<RegisteredEntity[]> {
  const names = listFolder(join(root, FOLDER)).filter(isRegisterFile)
  const read = names.map((name) => readFile(root, `${FOLDER}/${name}`))
  return { value: read.flatMap((one) => one.value), problems: read.flatMap((one) => one.problems) }
}

/** Lists that stand in the same folder and are not of entities. */
const OTHERS = ['corrections.yml', 'adjudications.yml', 'answers.yml', 'reviewed.yml']

const isRegisterFile = (name: string) => /^[^.].*\.ya?ml$/.test(name) && !OTHERS.includes(name)

function readFile(root: string, file: string): Reported<RegisteredEntity[]> {
  const text = readOwnText(root, file)
  const { value, problems } = readYamlList(file, text.value ?? '', registerEntry)
  return { value: value.map(({ item, line }) => ({ ...item, file, line })), problems: [...text.problems, ...problems] }
}
