import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { Entity } from '../../model/entity.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import type { SpanInFile } from '../../model/passage.ts'
import { sha256Of } from '../../text/hash.ts'
import { rememberTexts } from '../../text/tokens.ts'

/** Marks of a source: its bytes, the original's address, or publisher, day and headline; the title counts only together with the text. */
export function seenOfSource({ sha256: bytes, metadata: { url, date, publisher, headline } }: Source): string[] {
  const cited =
    date && publisher && headline
      ? `cited:${normaliseText([publisher.value, date.value, headline.value].join(' | '))}`
      : ''
  return [`sha256:${bytes}`, url ? `url:${url.value}` : '', cited, headline ? `title:${headline.value}` : ''].filter(
    Boolean,
  )
}

/** Marks of an entity: the name shown and its other names. */
export function seenOfEntity({ name, aliases }: Entity): string[] {
  return unique([`name:${name}`, ...aliases.map((alias) => `alias:${alias}`)])
}

/** Marks of a quotation: hashes of the words of each occurrence, with and without the speaker. */
export function seenOfQuotation(
  { occurrences, speakerWords = '' }: Quotation,
  wordsOf: (occurrence: Quotation['occurrences'][number]) => string = ({ words }) => words,
): string[] {
  return unique(
    occurrences.flatMap((occurrence) => {
      const words = wordsOf(occurrence)
      return [`said:${brief(words, occurrence.speakerWords ?? speakerWords)}`, `words:${brief(words)}`]
    }),
  )
}

/** Marks of a dated event: hashes of each report's sentence, with its days and with the date's own words. */
export function seenOfDatedEvent(
  { lo = '', hi = '', reports }: DatedEvent,
  wordsAt: (at: SpanInFile) => string,
): string[] {
  return unique(
    reports.flatMap(({ sentence, date }) => {
      const words = wordsAt(sentence)
      return [`dated:${brief(`${lo} ${hi}`, words)}`, `report:${brief(wordsAt(date), words)}`]
    }),
  )
}

/**
 * Marks of a table of figures: hashes of its key and of the sentences of its rows. The key alone proves
 * nothing: it numbers what would else have the same one, so another row can give it to another table.
 */
export function seenOfFigure({ key, rows }: FigureTable, wordsAt: (at: SpanInFile) => string): string[] {
  return unique([
    `words:${brief(key)}`,
    ...rows.map(({ sentence, words }) => `report:${brief(words, wordsAt(sentence))}`),
  ])
}

/** The marks of everything an editor left out of the sources, each with the reason. */
export function marksOfLeftOut({ sources, findings }: Pick<Dossier, 'sources' | 'findings'>): Map<string, string> {
  const marks = new Map<string, string>()
  for (const [index, source] of sources.entries())
    for (const { kind, now, span, reason } of findings[index]?.edits ?? []) {
      if (now !== 'none') continue
      const { text } = source.passages.find(({ ordinal }) => ordinal === span.passage)!
      const words = text.slice(span.start, span.end)
      const { start, end } = sentenceAt(splitSentences(text, source.language), span.start) ?? span
      if (kind === 'quotation') marks.set(`quotation words:${brief(words)}`, reason)
      const type = kind === 'figure' ? 'figure' : 'dated-event'
      marks.set(`${type} report:${brief(words, text.slice(start, end))}`, reason)
    }
  return marks
}

/** Marks by level, the surest first, at which a page on record is compared with one of this build. */
export function levelsOf(seen: readonly string[], kind: string, side: 'before' | 'now'): string[][] {
  const names = namesOf(seen)
  if (names.length > 0)
    return [valuesOf(seen, 'name').map((name) => `${kind}=${name}`), ...entityLevels(names, kind, side)]
  if (kind === 'quotation' || kind === 'dated-event' || kind === 'figure') return statementLevels(seen, kind, side)
  return ['sha256', 'url', 'cited'].map((type) => valuesOf(seen, type))
}

/** Sorts of marks of each type of statement, the surest first. */
const STATED = { quotation: ['said', 'words'], 'dated-event': ['dated', 'report'], figure: ['report'] } as const

/**
 * A statement in several passages has the marks of each, so that the first address stays when statements are joined
 * or split.
 */
function statementLevels(seen: readonly string[], kind: keyof typeof STATED, side: 'before' | 'now'): string[][] {
  const levels = STATED[kind].flatMap((type) => {
    const all = valuesOf(seen, type)
    const first = all.slice(0, 1)
    return side === 'now' ? [all, first, all] : [all, all, first]
  })
  if (kind !== 'figure') return levels
  const [key] = valuesOf(seen, 'words')
  return [valuesOf(seen, 'report').map((report) => `${key} ${report}`), ...levels]
}

/** All marks of a statement. */
export function statedMarks(seen: readonly string[], kind: keyof typeof STATED): string[] {
  return seen.filter((mark) => STATED[kind].some((type) => mark.startsWith(`${type}:`)))
}

/** The names of an entity on record, normalised, the one shown first. */
export function namesOf(seen: readonly string[]): string[] {
  return [...valuesOf(seen, 'name'), ...valuesOf(seen, 'alias')].map(normaliseText)
}

/** Ids of passages that named an entity on record. */
export function passagesOf(seen: readonly string[]): string[] {
  return valuesOf(seen, 'in')
}

/**
 * An entity is the same when the name shown is the same, when the one shown before is a name it has now, or the one
 * shown now a name it had; last, when only its kind is another. Sharing some other name, as a surname, proves nothing.
 */
function entityLevels(names: readonly string[], kind: string, side: 'before' | 'now'): string[][] {
  const shown = names[0]!
  const [ofKind, shownOfKind] = [names.map((name) => `${kind}:${name}`), [`${kind}:${shown}`]]
  return [shownOfKind, side === 'now' ? ofKind : shownOfKind, side === 'now' ? shownOfKind : ofKind, [shown]]
}

function valuesOf(seen: readonly string[], type: string): string[] {
  return seen.filter((mark) => mark.startsWith(`${type}:`)).map((mark) => mark.slice(type.length + 1))
}

/** Hash of the words of one text or of two, normalised, 16 hexadecimal digits. */
function brief(words: string, beside?: string): string {
  const parts = beside === undefined ? [words] : [words, '|', beside]
  const normalised = parts.map(normaliseText).filter((part) => part !== '')
  return sha256Of(normalised.join(' ')).slice(0, 16)
}

function unique(marks: readonly string[]): string[] {
  return [...new Set(marks)]
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}]/gu
/** A dash between words; a dash before a separate number is its sign. */
const DASH = /\p{Pd}(?:(?!\d)|(?<!(?:^|[\s([])\p{Pd}))/gu
/** Marks other than those inside a number, its sign, and signs of measure. */
const MARK = /\p{P}(?<![%‰&@#]|\p{Pd}|\d[.,:/](?=\d))/gu
/** Most texts hold nothing that decomposes, is invisible or is another space or minus. */
const PLAIN = /^[ -~“”‘’–—]*$/

function normalise(text: string): string {
  const letters = PLAIN.test(text)
    ? text
    : text
        .replace(/\s/g, ' ')
        .normalize('NFKD')
        .replace(/\u2212/g, '-')
        .replace(INVISIBLE, '')
  return letters
    .toLowerCase()
    .replace(DASH, ' ')
    .replace(MARK, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/**
 * The form in which two texts are the same words: no case, accents, quotation marks, dashes, punctuation or
 * invisible characters. Numbers keep their separators and signs.
 */
export const normaliseText: (text: string) => string = rememberTexts(normalise)

/** Hash of a text's normalised form, 32 hexadecimal digits: typography does not change it, words do. */
export const hashPassageText: (text: string) => string = rememberTexts((text) =>
  sha256Of(normaliseText(text)).slice(0, 32),
)
