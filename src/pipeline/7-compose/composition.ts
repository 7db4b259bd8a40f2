import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import type { WordingRow } from '../../model/comparison.ts'
import type { DateMention } from '../../model/date.ts'
import type { Dossier, Findings } from '../../model/dossier.ts'
import type { Entity, ResolvedMention, Role } from '../../model/entity.ts'
import type { Amount } from '../../model/figure.ts'
import type { Passage, Range } from '../../model/passage.ts'
import type { Addresses, PageAddress } from '../../model/permalink.ts'
import { passageKey } from '../../model/permalink.ts'
import type { QuotationMention } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import { orderSources } from '../../text/sources.ts'
import { makeWithholder } from './withhold.ts'

/** Look-ups of the composing functions, made once a build. */
export interface Composition {
  readonly dossier: Dossier
  readonly addresses: Addresses
  /** Descriptions of the rules, one line each, by name. */
  readonly rules: ReadonlyMap<string, string>
  readonly sourceOf: (file: string) => Source
  readonly passageOf: (file: string, ordinal: number) => Passage
  readonly entityOf: (key: string) => Entity
  readonly pageOfSource: (file: string) => PageAddress
  readonly pageOfEntity: (key: string) => PageAddress
  readonly passageIdOf: (file: string, ordinal: number) => string
  readonly annotationsOf: (file: string, ordinal: number) => PassageAnnotations
  /** Corrections of what was found in a source. */
  readonly editsIn: (file: string) => NonNullable<Findings['edits']>
  /** The parts of a passage that may be shown. */
  readonly shownIn: (file: string, ordinal: number) => readonly Range[]
  /** Takes out of a value every string that holds text that may not be shown; everything written goes through it. */
  readonly withhold: <T>(value: T) => T
  /** The wordings of each source for an entity. */
  readonly wordingsOf: (key: string) => readonly WordingRow[]
  /** Sources by date, undated last, then by file. */
  readonly sourcesByDate: readonly Source[]
}

/** Prepares the look-ups over a dossier with addresses. */
export function startComposition(
  dossier: Dossier,
  addresses: Addresses,
  rules: ReadonlyMap<string, string>,
): Composition {
  const sources = new Map(dossier.sources.map((source) => [source.file, source]))
  const entities = new Map(dossier.entities.map((entity) => [entity.key, entity]))
  const wordings = new Map(dossier.wordings.entities.map(({ entity, rows }) => [entity, rows]))
  const passages = new Map(
    dossier.sources.flatMap((source) =>
      source.passages.map((passage) => [passageKey(source.file, passage.ordinal), passage]),
    ),
  )
  const annotations = indexAnnotations(dossier)
  const edits = new Map(dossier.findings.map(({ file, edits: own = [] }) => [file, own]))
  const annotationsOf = (file: string, ordinal: number) => annotations.get(passageKey(file, ordinal)) ?? NONE
  const shown = new Map(
    dossier.sources.map((source) => [
      source.file,
      shownRanges(source, (ordinal) => annotationsOf(source.file, ordinal)),
    ]),
  )
  const shownIn = (file: string, ordinal: number) => getOrThrow(shown, file).get(ordinal) ?? []
  const places = orderSources(dossier.sources)
  return {
    dossier,
    addresses,
    rules,
    sourceOf: (file) => getOrThrow(sources, file),
    passageOf: (file, ordinal) => getOrThrow(passages, passageKey(file, ordinal)),
    entityOf: (key) => getOrThrow(entities, key),
    pageOfSource: (file) => getOrThrow(addresses.sources, file),
    pageOfEntity: (key) => getOrThrow(addresses.entities, key),
    passageIdOf: (file, ordinal) => getOrThrow(addresses.passages, passageKey(file, ordinal)),
    annotationsOf,
    editsIn: (file) => edits.get(file) ?? [],
    shownIn,
    withhold: makeWithholder(dossier.sources, shownIn),
    wordingsOf: (key) => wordings.get(key) ?? [],
    sourcesByDate: dossier.sources.toSorted((a, b) => places.get(a.file)! - places.get(b.file)!),
  }
}

const NONE: PassageAnnotations = { mentions: [], dates: [], quotations: [], amounts: [], roles: [] }

/** A missing key would be a lost page or a broken link: the build stops. */
function getOrThrow<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Unexpected key ${key}, expected one that the pipeline made`)
  return value
}

/** An excerpt shows at most this share of a source's body, counted in characters. */
const EXCERPT_SHARE = 0.25

/**
 * Which parts of a source's passages may be shown, by ordinal: all of them (`full`), sentences in which something was
 * found, in reading order and up to a quarter of the text (`excerpt`), or none (`citation`). The headline is part of
 * the reference and is always shown.
 *
 * @returns ranges over each passage's text, UTF-16 code units
 */
function shownRanges(
  { rights, language, passages }: Source,
  annotationsOf: (ordinal: number) => PassageAnnotations,
): ReadonlyMap<number, Range[]> {
  const whole = ({ text }: Passage): Range[] => [{ start: 0, end: text.length }]
  const body = passages.filter(({ kind }) => kind !== 'headline')
  let left = rights === 'excerpt' ? EXCERPT_SHARE * body.reduce((sum, { text }) => sum + text.length, 0) : 0
  const pick = (passage: Passage): Range[] =>
    withFindings(splitSentences(passage.text, language), annotationsOf(passage.ordinal)).filter(({ start, end }) => {
      const isShown = end - start <= left
      if (isShown) left -= end - start
      return isShown
    })
  return new Map(
    passages.map((passage) => [
      passage.ordinal,
      rights === 'full' || passage.kind === 'headline' ? whole(passage) : pick(passage),
    ]),
  )
}

/** The sentences that hold the whole of something that was found. */
function withFindings(sentences: readonly Range[], { mentions, dates, amounts }: PassageAnnotations): Range[] {
  const found = new Set(
    [...mentions, ...dates, ...amounts].map(({ span }) => {
      const sentence = sentenceAt(sentences, span.start)
      return sentence && span.end <= sentence.end ? sentence : undefined
    }),
  )
  return sentences.filter((sentence) => found.has(sentence))
}

/** Findings of one passage. A quotation over several passages is listed with each of them. */
export interface PassageAnnotations {
  readonly mentions: readonly ResolvedMention[]
  readonly dates: readonly DateMention[]
  readonly quotations: readonly QuotationMention[]
  readonly amounts: readonly Amount[]
  readonly roles: readonly Role[]
}

type Growing = { -readonly [Key in keyof PassageAnnotations]: PassageAnnotations[Key][number][] }

/** Sorts the findings of a dossier into passages, by `passageKey`. */
function indexAnnotations(dossier: Dossier): ReadonlyMap<string, PassageAnnotations> {
  const index = new Map<string, Growing>()
  const at = (file: string, passage: number): Growing => {
    const key = passageKey(file, passage)
    const found = index.get(key) ?? { mentions: [], dates: [], quotations: [], amounts: [], roles: [] }
    index.set(key, found)
    return found
  }
  for (const mention of dossier.mentions) at(mention.file, mention.span.passage).mentions.push(mention)
  for (const { file, dates, quotations, amounts, roles } of dossier.findings) {
    for (const date of dates) at(file, date.span.passage).dates.push(date)
    for (const amount of amounts) at(file, amount.span.passage).amounts.push(amount)
    for (const role of roles) at(file, role.span.passage).roles.push(role)
    for (const quotation of quotations) {
      for (const passage of new Set(quotation.spans.map((span) => span.passage)))
        at(file, passage).quotations.push(quotation)
    }
  }
  return index
}
