import { join } from 'node:path'
import type { Reported } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/version.ts'
import { sourceVersion } from '../../model/version.ts'
import { listFolder } from './list-folder.ts'
import { readGenerated } from './read-generated.ts'
import { readYaml } from './read-yaml.ts'

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
