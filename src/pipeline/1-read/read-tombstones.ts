import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reported } from '../../model/problem.ts'
import type { Tombstone } from '../../model/tombstone.ts'
import { tombstone } from '../../model/tombstone.ts'
import { readYamlList } from './read-yaml.ts'

const FILE = 'seeds/tombstones.yml'

/** Reads `seeds/tombstones.yml`, the addresses that a person took down with a reason; a dossier may have none. */
export function readTombstones(root: string): Reported<Tombstone[]> {
  if (!existsSync(join(root, FILE))) return { value: [], problems: [] }
  const { value, problems } = readYamlList(FILE, readFileSync(join(root, FILE), 'utf8'), tombstone)
  return { value: value.map(({ item }) => item), problems }
}
