import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { cutTreeEntry, nameMdx, nameTree, readTreePassages } from '../../markup/page-file.ts'
import { readMdx, readMdxPassages } from '../../markup/read-mdx.ts'
import { renderHtml } from '../../markup/render-html.ts'
import type { Inline, MarkedPassage } from '../../markup/vocabulary.ts'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../../model/entry.ts'
import { datedEventLine, readDatedEvent } from '../../model/entry.ts'
import type { Problem } from '../../model/problem.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import { compare } from '../../text/compare.ts'
import { readEntryLines } from '../../text/entry-lines.ts'
import { FOLDERS, targetOf } from './addresses.ts'
import { knowJson, track } from './reads.ts'

/**
 * The front matter of a generated page. While a build renders the site it comes, as JSON, from the tree that the page was
 * composed from; else its file is parsed, and is still to be checked.
 *
 * @param file path under `content/`, as `people/ada-vale-aaaaaaaa.mdx`
 * @throws Error with file, line and rule of everything that is outside the closed vocabulary
 */
export function readEntry(file: string, folders = FOLDERS): { entry: unknown; json?: string } {
  const tree = findTree(file, folders.trees)
  if (tree === undefined) return { entry: parse(file, folders.content) }
  const json = cutTreeEntry(tree)
  return { entry: JSON.parse(json), json }
}

/** The marked-up passages of a generated page, from its tree or its MDX like `readEntry`. */
export function readPassages(file: string, folders = FOLDERS): readonly MarkedPassage[] {
  const { text, isTree } = readPage(file, folders)
  if (lastRead.text !== text)
    lastRead = { file, text, passages: isTree ? readTreePassages(text) : parsePassages(file, text) }
  return lastRead.passages
}

/** The parts of a long list follow each other, and all of them are cut from one file. */
let lastRead: { readonly file: string; readonly text: string; readonly passages: readonly MarkedPassage[] } = {
  file: '',
  text: '',
  passages: [],
}

/** The tree of a page, or its MDX where there is none. */
function readPage(file: string, folders = FOLDERS): { text: string; isTree: boolean } {
  const tree = findTree(file, folders.trees)
  return { text: tree ?? readFileSync(join(folders.content, file), 'utf8'), isTree: tree !== undefined }
}

function findTree(file: string, folder: string): string | undefined {
  const path = join(folder, nameTree(file))
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function parse(file: string, folder: string): unknown {
  const { data, problems } = readMdx(`content/${file}`, readFileSync(join(folder, file), 'utf8'))
  refuse(file, problems)
  return data
}

/** YAML takes most of the time of reading a file; its front matter was read before. */
function parsePassages(file: string, text: string): readonly MarkedPassage[] {
  const { passages, problems } = readMdxPassages(`content/${file}`, text)
  refuse(file, problems)
  return passages
}

function refuse(file: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new Error(
    problems.map(({ line, rule, reason }) => `content/${file}:${line ?? 1} ${rule}: ${reason}`).join('\n'),
  )
}

/** Read from the file's text, so that a changed file is noticed without parsing. */
const passagesIn = track(
  'words',
  (file) => readPassages(file),
  (file) => (lastRead.file === file ? lastRead.text : readPage(file).text),
)

/** The marked-up passages of a source, in the order of its front matter. */
export function markedPassagesOf(source: SourceEntry): readonly MarkedPassage[] {
  return passagesIn(nameMdx('sources', source))
}

/** The marked-up sentences that mention an entity, in the order of its mentions. */
export function sentencesOf(entity: EntityEntry): readonly MarkedPassage[] {
  return passagesIn(nameMdx(COLLECTION_OF[entity.kind], entity))
}

/** Marked-up words as safe HTML whose links lead to the pages of this dossier. */
export function renderWords(words: readonly Inline[], hasCard?: (id: string) => boolean): string {
  return renderHtml(words, targetOf, hasCard)
}

/** The same on the page of an entity, which does not link to itself. */
export function renderWordsOn({ id: here, kind }: EntityEntry, words: readonly Inline[]): string {
  return renderHtml(words, (id) => (id === here ? { type: kind } : targetOf(id)))
}

/*
 * The generated collections are read directly: Astro would copy each entry into its store, which is one
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
    const { entry, json } = readEntry(file, folders)
    return json === undefined ? check(file, schema, entry) : knowJson(entry as T & object, json)
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
export function loadLines<T extends object>(name: string, schema: z.ZodType<T>, folders = FOLDERS): T[] {
  return readLines(name, schema, (line) => line, folders)
}

function readLines<Line extends object, Entry extends object>(
  name: string,
  schema: z.ZodType<Line>,
  entryOf: (line: Line) => Entry,
  folders: typeof FOLDERS,
): Entry[] {
  const isComposed = existsSync(folders.trees)
  return Array.from(readEntryLines<Line>(join(folders.content, name)), ({ entry, json }) =>
    knowJson(entryOf(isComposed ? entry : check(name, schema, entry)), json),
  )
}

/** The dated events of the timeline, in its order. */
export const loadDatedEvents = (): DatedEventEntry[] =>
  readLines('timeline.json', datedEventLine, readDatedEvent, FOLDERS)

/** Entries of the current build need no check; files on the disk may have been changed and are checked. */
function check<T>(file: string, schema: z.ZodType<T>, entry: unknown): T {
  const { data, error } = schema.safeParse(entry)
  if (error) throw new Error(`content/${file}: ${error.message}`)
  return data!
}
