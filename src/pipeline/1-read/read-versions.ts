import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reported } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/version.ts'
import { sourceVersion } from '../../model/version.ts'
import { compare } from '../../text/compare.ts'
import { readYaml } from './read-yaml.ts'

const FOLDER = 'content/versions'

/** Reads the earlier texts that former builds set apart, `content/versions/{source}/v{n}.json`. */
export function readVersions(root: string): Reported<SourceVersion[]> {
  const folder = join(root, FOLDER)
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(compare) : []
  const read = names.filter((name) => name.endsWith('.json')).map((name) => readYaml(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), sourceVersion))
  return { value: read.flatMap(({ value }) => value ?? []), problems: read.flatMap(({ problems }) => problems) }
}
