import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readMdx } from '../markup/read-mdx.ts'
import { textOf } from '../markup/vocabulary.ts'
import {
  contradictionEntry,
  datedEventLine,
  dossierEntry,
  entityEntry,
  figureEntry,
  originEntry,
  quotationEntry,
  sourceEntry,
} from '../model/entry.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import type { Permalink } from '../model/permalink.ts'
import { permalink } from '../model/permalink.ts'
import { compare } from '../text/compare.ts'

/* Only the compared fields are read, so that builds by different releases can be compared. */

const source = sourceEntry.pick({
  id: true,
  title: true,
  file: true,
  sha256: true,
  language: true,
  rights: true,
  form: true,
  note: true,
  accessed: true,
  publisher: true,
  authors: true,
  date: true,
  url: true,
  passages: true,
  edits: true,
})
const entity = entityEntry.pick({
  id: true,
  kind: true,
  name: true,
  description: true,
  sameAs: true,
  coordinates: true,
  mentions: true,
})
const quotation = quotationEntry.pick({
  id: true,
  words: true,
  mode: true,
  speaker: true,
  speakerWords: true,
  occurrences: true,
})
const datedEvent = datedEventLine
  .pick({ id: true, lo: true, hi: true, edtf: true, mode: true, summary: true, tellings: true, contradictedBy: true })
  .transform(({ tellings: reports, ...rest }) => ({ ...rest, reports }))
const figure = figureEntry.pick({ id: true, key: true, isCompatible: true, rows: true, adjudication: true })
const contradiction = contradictionEntry.pick({ id: true, reason: true, passages: true, answer: true })
const origin = originEntry.pick({ sources: true, links: true })
const about = dossierEntry.pick({
  title: true,
  description: true,
  language: true,
  licence: true,
  site: true,
  unused: true,
})

/** A source with the words of its passages, as its page shows them. */
export type ReadSource = z.infer<typeof source> & { readonly texts: ReadonlyMap<string, string> }
export type ReadEntity = z.infer<typeof entity>
export type ReadQuotation = z.infer<typeof quotation>
export type ReadEvent = z.infer<typeof datedEvent>
export type ReadFigure = z.infer<typeof figure>
export type ReadContradiction = z.infer<typeof contradiction>
export type ReadOrigin = z.infer<typeof origin>

/** The content of one build, by id. */
export interface ReadContent {
  readonly about: z.infer<typeof about>
  readonly sources: ReadonlyMap<string, ReadSource>
  readonly entities: ReadonlyMap<string, ReadEntity>
  readonly quotations: ReadonlyMap<string, ReadQuotation>
  readonly events: ReadonlyMap<string, ReadEvent>
  readonly figures: ReadonlyMap<string, ReadFigure>
  readonly contradictions: ReadonlyMap<string, ReadContradiction>
  readonly origins: readonly ReadOrigin[]
  readonly record: ReadonlyMap<string, Permalink>
  /** Text of each hand-written page by its file; absent where only `content/` is at hand. */
  readonly pages: ReadonlyMap<string, string> | undefined
  /** Text of each file of `content/` by its path. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Reads the output of a build.
 *
 * @param folder a dossier's folder, or its `content/` alone
 * @throws Error if there is no build, or if a file is not in the expected format
 */
export function readContent(folder: string): ReadContent {
  const isDossier = existsSync(join(folder, 'content/permalinks.json'))
  const files = readTexts(isDossier ? join(folder, 'content') : folder)
  if (!files.has('permalinks.json')) throw new Error(`There is no built dossier in ${folder}: build it first.`)
  return interpretContent(files, isDossier ? readTexts(join(folder, 'seeds/pages')) : undefined)
}

/**
 * Parses the files of a build.
 *
 * @param files texts by path within `content/`
 * @param pages texts of the hand-written pages by file
 * @throws Error when a file is not what a build writes
 */
export function interpretContent(files: ReadonlyMap<string, string>, pages?: ReadonlyMap<string, string>): ReadContent {
  const readList = <T extends { readonly id: string }>(name: string, schema: z.ZodType<T>) =>
    byId(parse(name, files.get(name) ?? '[]', z.array(schema)))
  return {
    about: parse('dossier.json', files.get('dossier.json') ?? '{}', about),
    sources: byId(readPages(files, 'sources').map(readSource)),
    entities: byId(readEntities(files)),
    quotations: readList('quotations.json', quotation),
    events: readList('timeline.json', datedEvent),
    figures: readList('figures.json', figure),
    contradictions: readList('contradictions.json', contradiction),
    origins: parse('origins.json', files.get('origins.json') ?? '[]', z.array(origin)),
    record: readList('permalinks.json', permalink),
    pages,
    files,
  }
}

function readEntities(files: ReadonlyMap<string, string>): ReadEntity[] {
  const withPage = Object.values(COLLECTION_OF).flatMap((collection) =>
    readPages(files, collection).map(({ path, text }) => check(path, readMdx(path, text).data, entity)),
  )
  return [...withPage, ...parse('entities.json', files.get('entities.json') ?? '[]', z.array(entity))]
}

function readTexts(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  return new Map(paths.toSorted(compare).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function readPages(files: ReadonlyMap<string, string>, collection: string): { path: string; text: string }[] {
  return [...files]
    .filter(([path]) => path.startsWith(`${collection}/`) && path.endsWith('.mdx'))
    .map(([path, text]) => ({ path, text }))
}

function readSource({ path, text }: { path: string; text: string }): ReadSource {
  const { data, passages } = readMdx(path, text)
  return { ...check(path, data, source), texts: new Map(passages.map(({ id, words }) => [id, textOf(words)])) }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]))

function parse<T>(path: string, text: string, schema: z.ZodType<T>): T {
  return check(path, JSON.parse(text), schema)
}

function check<T>(path: string, data: unknown, schema: z.ZodType<T>): T {
  const { data: value, error } = schema.safeParse(data)
  if (value !== undefined) return value
  const { path: at, message } = error!.issues[0]!
  throw new Error(`content/${path} is not what this release writes (${at.join('.')}: ${message}): build it again.`)
}
