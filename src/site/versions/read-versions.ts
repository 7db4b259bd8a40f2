import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceVersion, type SourceVersion } from '../../model/version.ts'
import { allPermalinks } from '../loader/addresses.ts'
import { CONTENT } from '../loader/folders.ts'

let latest: Map<string, number> | undefined

/** The number of the text that a source shows now, counted from 1. */
export function versionOf(source: string): number {
  latest ??= new Map(allPermalinks().map(({ id, versions = [] }) => [id, Math.max(1, versions.length)]))
  return latest.get(source) ?? 1
}

/** The earlier texts of one source that are kept, the first first. */
export function listVersionsOf(source: string): SourceVersion[] {
  const folder = join(CONTENT, 'versions', source)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => sourceVersion.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.version - b.version)
}
