import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { compare } from '../../text/compare.ts'
import { FOLDERS } from './folders.ts'
import { readEntry } from './read-page.ts'

/*
 * The generated collections are read by the site itself: Astro would copy each entry into its store, which is one
 * string, write that to the disk and read it back. Nothing in the files is compiled or run.
 */

/**
 * The front matter of a collection of generated MDX, by file name. A page takes its passages with `readPassages` when it
 * is rendered, so that the words of the whole dossier are never in memory at once.
 *
 * @param collection folder under `content/`
 * @throws Error with file, line and rule of everything that is outside the closed vocabulary or the schema
 */
export function loadEntries<T>(collection: string, schema: z.ZodType<T>, folders = FOLDERS): T[] {
  return listFiles(join(folders.content, collection)).map((name) => {
    const file = `${collection}/${name}`
    const { entry, isComposed } = readEntry(file, folders)
    return isComposed ? (entry as T) : check(file, schema, entry)
  })
}

/** A dossier that names no work has no folder of works. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.mdx') ? [entry.name] : []))
    .toSorted(compare)
}

/**
 * A list of entries from a JSON file under `content/`, in its order.
 *
 * @param name file name, as `timeline.json`
 * @throws Error with the file of everything that is outside the schema
 */
export function loadLines<T>(name: string, schema: z.ZodType<T>, folders = FOLDERS): T[] {
  const entries: unknown[] = JSON.parse(readFileSync(join(folders.content, name), 'utf8'))
  return existsSync(folders.trees) ? (entries as T[]) : entries.map((entry) => check(name, schema, entry))
}

/** What a build has just composed needs no check; what somebody may have changed since does. */
function check<T>(file: string, schema: z.ZodType<T>, entry: unknown): T {
  const { data, error } = schema.safeParse(entry)
  if (error) throw new Error(`content/${file}: ${error.message}`)
  return data!
}
