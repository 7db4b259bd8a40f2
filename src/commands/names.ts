import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Dossier } from '../model/dossier.ts'
import type { Entity } from '../model/entity.ts'
import type { Source } from '../model/source.ts'
import { positionAt } from '../text/lines.ts'
import { foldText } from '../text/search-words.ts'
import type { KnownName, WatchedName } from '../text/watch-names.ts'
import { readNameList, watchNames, toCsv } from '../text/watch-names.ts'
import type { CommandResult, Options } from './options.ts'
import { analyseDossier, count, startProgress } from './options.ts'

/** A passage, as "¶ 3" of a file. */
interface Place {
  readonly file: string
  readonly ordinal: number
}

/** A line of a file that was left out of its text. */
interface LeftOut {
  readonly file: string
  readonly line: number
}

interface NameReport {
  readonly asked: string
  /** The names that it is in the dossier. */
  readonly names: readonly string[]
  readonly spellings: readonly string[]
  readonly possible: readonly string[]
  readonly places: readonly Place[]
  /** Occurrences in text that was left out, which are not counted as occurrences. */
  readonly leftOut: readonly LeftOut[]
}

/**
 * Reports for each name of a list where it occurs, under which spellings, and which other names it may be; and which do
 * not occur, in how many sources they were looked for.
 *
 * @param list path of the list: one a line, or a table with a column `name`
 * @param csv path of a table to write
 */
export async function names({ root }: Options, list: string, csv?: string): Promise<CommandResult> {
  if (!existsSync(list)) return { code: 1, text: `There is no file ${list}.\n`, json: { ok: false, list } }
  const asked = readNameList(readFileSync(list, 'utf8'))
  const { dossier } = await analyseDossier(root, startProgress())
  const reports = reportNames(dossier, asked)
  const scope = describeScope(dossier)
  if (csv !== undefined) writeFileSync(csv, writeReports(reports, scope))
  const absent = reports.filter(({ places }) => places.length === 0)
  const present = reports.filter(({ places }) => places.length > 0)
  const lines = [
    ...present.flatMap(describePresent),
    ...(absent.length > 0 ? [`Not found: ${count(absent.length, 'name')} of ${reports.length}.`] : []),
    ...absent.map(
      ({ asked: name, possible, leftOut }) =>
        `  ${name}${possible.length > 0 ? `  may be: ${possible.join(', ')}` : ''}${describeLeftOut(leftOut)}`,
    ),
    `Looked for in ${scope}.`,
    ...(csv === undefined ? [] : [`The table is in ${csv}.`]),
  ]
  return { code: 0, text: `${lines.join('\n')}\n`, json: { ok: true, root, scope, names: reports } }
}

type Known = KnownName & { readonly entity: Entity }

/** The entry of the dossier for each name of a list. */
export function reportNames(dossier: Dossier, asked: readonly string[]): NameReport[] {
  const mentionsOf = Map.groupBy(dossier.mentions, ({ entity }) => entity)
  const known = dossier.entities.map((entity): Known => {
    const files = new Set(mentionsOf.get(entity.key)?.map(({ file }) => file))
    const wordings = [entity.name, ...entity.aliases, ...(entity.unprinted ?? [])]
    return { name: entity.name, wordings, sources: files.size, entity }
  })
  const texts = dossier.sources.map(foldPassages)
  const others = dossier.sources.flatMap(foldLeftOut)
  return watchNames(asked, known).map((watched) => {
    const mentions = watched.found.flatMap(({ entity }) => mentionsOf.get(entity.key) ?? [])
    const named = mentions.map(({ file, span }) => ({ file, ordinal: span.passage }))
    const described = describeNames(watched, dossier)
    const wordings = new Set([watched.asked, ...described.names, ...described.spellings].map(foldWords))
    return {
      ...described,
      places: sortPlaces([...named, ...findWords(texts, watched.asked)]),
      leftOut: others
        .filter(({ words }) => [...wordings].some((wording) => words.includes(wording)))
        .map(({ file, line }) => ({ file, line })),
    }
  })
}

function describeNames({ asked, found, possible }: WatchedName<Known>, { entities }: Dossier) {
  const keys = new Set(found.flatMap(({ entity }) => entity.possiblySame.map((one) => one.entity)))
  const alsoPossible = entities.filter(({ key }) => keys.has(key)).map(({ name }) => name)
  return {
    asked,
    names: found.map(({ name }) => name),
    /* Those of the sources; the register may give more. */
    spellings: [...new Set(found.flatMap(({ entity: { name, aliases } }) => [name, ...aliases]))].filter(
      (wording) => wording !== asked,
    ),
    possible: [...new Set([...alsoPossible, ...possible.map(({ name }) => name)])],
  }
}

/** Folded text between spaces, so that whole words are found. */
const foldWords = (text: string): string => ` ${foldText(text)} `

function foldPassages({ file, passages }: Source) {
  return { file, passages: passages.map(({ ordinal, text }) => ({ ordinal, words: foldWords(text) })) }
}

function foldLeftOut({ file, text, setAside }: Source) {
  return setAside.map(({ start, end }) => ({
    file,
    line: positionAt(text, start).line,
    words: foldWords(text.slice(start, end)),
  }))
}

/** Passages that hold the very words, whether or not a rule took them for a name. */
function findWords(texts: readonly ReturnType<typeof foldPassages>[], name: string): Place[] {
  const words = foldWords(name)
  return texts.flatMap(({ file, passages }) =>
    passages.filter((passage) => passage.words.includes(words)).map(({ ordinal }) => ({ file, ordinal })),
  )
}

/** By file as they come, then passage; each once. */
function sortPlaces(places: readonly Place[]): Place[] {
  const byKey = new Map(places.map((place) => [`${place.file} ${place.ordinal}`, place]))
  return [...byKey.values()].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.ordinal - b.ordinal))
}

function describeLeftOut(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return ''
  return `  in text left out: ${leftOut.map(({ file, line }) => `${file}, line ${line}`).join('; ')}`
}

function describePresent({ asked, names: own, spellings, possible, places, leftOut }: NameReport): string[] {
  const byFile = Map.groupBy(places, ({ file }) => file)
  const unmarked = own.length === 0 ? '  (only as words of the text: no rule took them for a name)' : ''
  return [
    `${asked}: ${count(byFile.size, 'source')}, ${count(places.length, 'passage')}${unmarked}`,
    ...[...byFile].map(([file, of]) => `  ${file}  ${of.map(({ ordinal }) => `¶ ${ordinal}`).join(', ')}`),
    ...(own.length > 1 ? [`  several of this name: ${own.join(', ')}`] : []),
    ...(spellings.length > 0 ? [`  also as: ${spellings.join(', ')}`] : []),
    ...(possible.length > 0 ? [`  may be: ${possible.join(', ')}`] : []),
    ...(leftOut.length > 0 ? [describeLeftOut(leftOut)] : []),
  ]
}

function describeScope({ sources, unused = [] }: Dossier): string {
  const passages = sources.reduce((sum, source) => sum + source.passages.length, 0)
  const notRead = unused.length > 0 ? `; ${count(unused.length, 'file')} could not be read` : ''
  return `${count(passages, 'passage')} of ${count(sources.length, 'source')}, without what was left out of them${notRead}`
}

function writeReports(reports: readonly NameReport[], scope: string): string {
  const rows = reports.map(({ asked, names: own, spellings, possible, places, leftOut }) => [
    asked,
    places.length > 0 ? 'yes' : 'no',
    own.join(' | '),
    spellings.join(' | '),
    possible.join(' | '),
    new Set(places.map(({ file }) => file)).size,
    places.length,
    places.map(({ file, ordinal }) => `${file} ¶ ${ordinal}`).join(' | '),
    leftOut.map(({ file, line }) => `${file}, line ${line}`).join(' | '),
    scope,
  ])
  const columns = [
    'name',
    'occurs',
    'in the dossier',
    'spellings',
    'may be',
    'sources',
    'passages',
    'places',
    'left out',
    'scope',
  ]
  return toCsv([columns, ...rows])
}
