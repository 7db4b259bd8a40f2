import { splitWords } from '../../../lang/words.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Entity, ResolvedMention } from '../../../model/entity.ts'
import type { JoinStep } from '../../../model/evidence.ts'
import type { EntityKind } from '../../../model/kind.ts'
import { entityKind } from '../../../model/kind.ts'
import type { Span } from '../../../model/passage.ts'
import type { Quotation, QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import { alignWords } from '../../../text/align.ts'
import { compare } from '../../../text/compare.ts'
import { findNamed } from '../../../text/quoted-place.ts'
import { orderSources, publishedOn } from '../../../text/sources.ts'
import { isOverlapping } from '../../../text/ranges.ts'
import { comparisonOf } from '../sentences.ts'

/** Words that one source quotes or reports, ready to be compared. */
export interface Occurrence {
  readonly mode: QuotationMention['mode']
  readonly form: 'named' | 'described' | 'unknown'
  /** Language of its source. */
  readonly language: string
  /** Keys of the words; what stands in square brackets is an editor's and left out. */
  readonly keys: readonly string[]
  readonly occurrence: Quotation['occurrences'][number]
}

/** One at most 80 letters long: longer brackets are somebody's words. */
const INSERT = /\[[^[\]]{0,80}\]/g

/** Collects every quotation of every source, earliest dated source first. */
export function collectOccurrences(
  sources: readonly Source[],
  findings: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Occurrence[] {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one.quotations]))
  const named = Map.groupBy(mentions, ({ file }) => file)
  return [...sources]
    .sort((a, b) => places.get(a.file)! - places.get(b.file)!)
    .flatMap((source) =>
      (found.get(source.file) ?? []).map((quoted) =>
        collectOccurrence(source, quoted, speakerOf(quoted, entities, named.get(source.file) ?? [])),
      ),
    )
}

function collectOccurrence(source: Source, quoted: QuotationMention, entity: string | undefined): Occurrence {
  const words = quoted.spans.map((span) => wordsAt(source, span)).join(' ')
  const date = publishedOn(source)
  const { speaker } = quoted
  return {
    mode: quoted.mode,
    language: source.language,
    form: speaker?.form ?? 'unknown',
    keys: splitWords(words.replace(INSERT, (insert) => ' '.repeat(insert.length))).map(({ key }) => key),
    occurrence: {
      at: quoted.spans.map((span) => ({ file: source.file, passage: span.passage, start: span.start, end: span.end })),
      words,
      ...(date !== undefined && { date }),
      ...(entity !== undefined && { speaker: entity }),
      ...(speaker && { certainty: speaker.certainty, speakerRule: speaker.rule }),
      ...(speaker && speaker.refersTo === undefined && { speakerWords: speaker.words }),
      ...(quoted.toldTo !== undefined && { toldTo: quoted.toldTo }),
      rule: quoted.rule,
    },
  }
}

function wordsAt({ passages }: Source, { passage, start, end }: Span): string {
  return passages.find(({ ordinal }) => ordinal === passage)?.text.slice(start, end) ?? ''
}

const rankOf = (kind: EntityKind) => entityKind.options.indexOf(kind)

/** The entity that an editor says speaks, else the one that the speaker's words name. */
function speakerOf(
  { speaker }: QuotationMention,
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): string | undefined {
  if (speaker?.form !== 'named') return undefined
  if (speaker.refersTo !== undefined) return findNamed(entities, speaker.refersTo)?.key
  return resolveSpeaker(speaker.span, mentions)
}

/** The entity that the speaker's words name: the mention within the speaker's words that is a person, else an organisation, else a place. */
function resolveSpeaker(span: Span, mentions: readonly ResolvedMention[]): string | undefined {
  return mentions
    .filter((mention) => mention.form !== 'demonym' && isOverlapping(mention.span, span))
    .sort(
      (a, b) =>
        rankOf(a.kind) - rankOf(b.kind) ||
        b.span.end - b.span.start - (a.span.end - a.span.start) ||
        compare(a.entity, b.entity),
    )[0]?.entity
}

/** Minimum words of an occurrence that is joined without the same named speaker. */
const SHORT = 5
/** From this many words on, a few may differ. */
const LONG = 6
/** Share of words that must agree, in order (Dice's coefficient over the alignment). */
const ALIKE = 0.8
/** Minimum words of an occurrence that is a part of a longer one, and the share of them that stands in it. */
const PART = 8
const MOST = 0.95

/** Maximum words that are aligned, which takes the product of both lengths; longer ones are compared as wholes. */
const LONGEST = 1500

/**
 * Whether two occurrences have enough words in common, in any order, to be compared: aligning them takes far longer.
 *
 * @param words those of the other occurrence, each once
 */
export function canBeSameWords(first: Occurrence, words: ReadonlySet<string>, length: number): boolean {
  const own = first.keys.length
  const shorter = Math.min(own, length)
  const least = Math.min(
    own === length ? own : Infinity,
    (ALIKE * (own + length)) / 2,
    shorter < PART ? Infinity : shorter * MOST,
  )
  let common = 0
  for (const key of first.keys) if (words.has(key)) common += 1
  return common >= least
}

/**
 * Decides whether two occurrences are the same words.
 *
 * @returns the rule and its evidence, or nothing when they are not or might not be
 */
export function compareOccurrences(first: Occurrence, other: Occurrence): JoinStep | undefined {
  const speakers = compareSpeakers(first, other)
  if (speakers === 'different' || (first.mode === 'reported') !== (other.mode === 'reported')) return undefined
  const said = speakers === 'same' ? ' by the same speaker' : ''
  const shorter = Math.min(first.keys.length, other.keys.length)
  if (shorter < SHORT && speakers !== 'same') return undefined
  if (Math.max(first.keys.length, other.keys.length) > LONGEST && first.keys.join(' ') !== other.keys.join(' '))
    return undefined
  const pairs = alignWords(first.keys, other.keys)
  const [lengthA, lengthB] = [first.keys.length, other.keys.length]
  if (pairs.length === lengthA && pairs.length === lengthB)
    return {
      rule: 'occurrence/same-words',
      reason: `The same ${lengthA} words${said}; case, marks, hyphens and spelling are not compared.`,
    }
  if (shorter < LONG || isDenial(first) !== isDenial(other) || changesMeaning(first, other, pairs)) return undefined
  if ((2 * pairs.length) / (lengthA + lengthB) >= ALIKE)
    return {
      rule: 'occurrence/nearly-same-words',
      reason: `${pairs.length} words agree in order, of ${lengthA} and ${lengthB}${said}.`,
    }
  if (shorter >= PART && isPart(pairs, shorter))
    return {
      rule: 'occurrence/part-of-words',
      reason: `${pairs.length} of the shorter occurrence’s ${shorter} words stand together in the longer${said}.`,
    }
  return undefined
}

/** In reported speech the cue verb can carry the negation ("refused", "denied"). */
function isDenial({ mode, keys, language }: Occurrence): boolean {
  return mode === 'reported' && comparisonOf({ language })?.cues.denial.includes(keys[0]!) === true
}

/** A number or a negation that only one of them has, between words that agree, makes another statement. */
function changesMeaning(a: Occurrence, b: Occurrence, pairs: readonly (readonly [number, number])[]): boolean {
  const matched = [pairs.map(([at]) => at), pairs.map(([, at]) => at)] as const
  return [a, b].some(({ keys, language }, which) => {
    const negations = comparisonOf({ language })?.cues.negation
    return only(keys, matched[which]!).some((key) => negations?.includes(key) || /^\p{N}/u.test(key))
  })
}

/** The keys without a partner, from the first that has one to the last: what was cut off at the ends changes nothing. */
function only(keys: readonly string[], matched: readonly number[]): string[] {
  const partners = new Set(matched)
  return keys.filter((_, at) => !partners.has(at) && at > matched[0]! && at < matched.at(-1)!)
}

function isPart(pairs: readonly (readonly [number, number])[], shorter: number): boolean {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last || pairs.length < shorter * MOST) return false
  return Math.max(last[0] - first[0], last[1] - first[1]) < pairs.length * 1.1
}

/**
 * Whether two occurrences credit the same speaker: `same` and `different` only for named ones,
 * `open` when one of them is described, missing or not resolved.
 */
export function compareSpeakers(a: Occurrence, b: Occurrence): 'same' | 'different' | 'open' {
  if (a.form !== 'named' || b.form !== 'named') return 'open'
  const [one, other] = [a.occurrence.speaker, b.occurrence.speaker]
  if (one !== undefined && other !== undefined) return one === other ? 'same' : 'different'
  return lastName(a) === lastName(b) ? 'same' : 'different'
}

function lastName({ occurrence }: Occurrence): string | undefined {
  return splitWords(occurrence.speakerWords ?? '').at(-1)?.key
}
