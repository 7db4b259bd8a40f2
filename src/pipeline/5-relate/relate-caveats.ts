import type { ReadCaveat } from '../../lang/sentence-readers.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { Findings, Relations } from '../../model/dossier.ts'
import type { Caveat } from '../../model/evidence.ts'
import type { Range, SpanInFile } from '../../model/passage.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Sentence, Sentences } from './sentences.ts'
import { comparisonOf } from './sentences.ts'

/** Words of a source with the caveat of the same source. */
interface ClaimWithCaveat {
  readonly claim: SpanInFile
  readonly isOfFigures: boolean
  readonly caveat: Caveat
}

const RULES = {
  clause: {
    rule: 'caveat/on-clause',
    reason: 'The sentence says of what follows that it could not be confirmed.',
  },
  opening: {
    rule: 'caveat/on-opening',
    reason: 'The sentence says of what it tells first that it could not be confirmed.',
  },
  before: { rule: 'caveat/in-next-sentence', reason: 'The next sentence says that it could not be confirmed.' },
} as const

/** The relations that hold statements of sources. */
type Stated = Pick<Relations, 'quotations' | 'datedEvents' | 'unplaced' | 'figures'>

/**
 * Adds caveats to quotations, dated statements and figures that their source says it could not confirm.
 *
 * @param sentences those of all sources
 * @param findings what stage 3 found: only what somebody said, and figures credited to somebody, are claims
 */
export function relateCaveats(
  { quotations, datedEvents, unplaced, figures }: Stated,
  sentences: Sentences,
  findings: readonly Findings[],
): Stated {
  const caveats = Map.groupBy(findDoubted(sentences, findings), ({ claim }) => passageKey(claim.file, claim.passage))
  const find = (at: SpanInFile, isFigure: boolean): Caveat | undefined =>
    caveats
      .get(passageKey(at.file, at.passage))
      ?.find(({ claim, isOfFigures }) => (isFigure || !isOfFigures) && isWithin(at, claim))?.caveat
  return {
    quotations: quotations.map((one) => {
      const occurrences = putEach(one.occurrences, ({ at }) => find(at[0]!, false))
      return occurrences === one.occurrences ? one : { ...one, occurrences }
    }),
    datedEvents: datedEvents.map((one) => putReports(one, find)),
    unplaced: unplaced.map((one) => putReports(one, find)),
    figures: figures.map((one) => {
      const rows = putEach(one.rows, ({ at }) => find(at, true))
      return rows === one.rows ? one : { ...one, rows }
    }),
  }
}

function putReports(one: DatedEvent, find: (at: SpanInFile, isFigure: boolean) => Caveat | undefined): DatedEvent {
  const reports = putEach(one.reports, ({ date }) => find(date, false))
  return reports === one.reports ? one : { ...one, reports }
}

/** Most have no caveat, and stay the objects that they are. */
function putEach<T extends object>(all: T[], find: (one: T) => Caveat | undefined): T[] {
  const found = all.map(find)
  if (found.every((caveat) => caveat === undefined)) return all
  return all.map((one, at) => (found[at] ? { ...one, caveat: found[at] } : one))
}

function findDoubted(sentences: Sentences, findings: readonly Findings[]): ClaimWithCaveat[] {
  const found = new Map(findings.map((one) => [one.file, one]))
  return [...sentences.values()].flat().flatMap((sentence) => {
    const [read, own] = [comparisonOf(sentence)?.readCaveat(sentence.text), found.get(sentence.file)]
    if (!read || !own || isSpoken(sentence, read, own)) return []
    const claims =
      read.about === 'clause' ? [shift(sentence, read.within)] : claimsIn(targetOf(sentence, read, sentences), own)
    const caveat = {
      sentence: spanOf(sentence),
      words: sentence.text.slice(read.words.start, read.words.end),
      ...RULES[read.about],
    }
    return claims.map((claim) => ({ claim, isOfFigures: read.isOfFigures, caveat }))
  })
}

/** Whether a speaker doubts and not the source: in quoted words, or in reported ones that do not state the claim themselves. */
function isSpoken(sentence: Sentence, { words, about }: ReadCaveat, { file, quotations }: Findings): boolean {
  const at = shift(sentence, words)
  return quotations.some(
    ({ mode, spans }) =>
      (mode !== 'reported' || about !== 'opening') && spans.some((span) => isWithin(at, { file, ...span })),
  )
}

/** The place of the claim: the opening of the sentence itself, else the whole sentence before, across paragraphs. */
function targetOf(sentence: Sentence, { about, within }: ReadCaveat, sentences: Sentences): SpanInFile | undefined {
  if (about === 'opening') return shift(sentence, within)
  const own = sentences.get(passageKey(sentence.file, sentence.passage))!
  const previous =
    own[own.indexOf(sentence) - 1] ?? sentences.get(passageKey(sentence.file, sentence.passage - 1))?.at(-1)
  return previous && previous.passage > 0 ? spanOf(previous) : undefined
}

/** What was said, and the numbers credited to somebody, in a target, cut to it. */
function claimsIn(target: SpanInFile | undefined, { quotations, amounts }: Findings): SpanInFile[] {
  if (!target) return []
  const said = [
    ...quotations.flatMap(({ spans }) => spans),
    ...amounts.filter(({ credited }) => credited).map(({ span }) => span),
  ]
  const held = said.filter(
    ({ passage, start }) => passage === target.passage && start >= target.start && start < target.end,
  )
  return held.map(({ start, end }) => ({ ...target, start, end: Math.min(end, target.end) }))
}

function shift({ file, passage, start }: Sentence, range: Range): SpanInFile {
  return { file, passage, start: start + range.start, end: start + range.end }
}

function spanOf({ file, passage, start, end }: Sentence): SpanInFile {
  return { file, passage, start, end }
}

function isWithin(inner: SpanInFile, outer: SpanInFile): boolean {
  return inner.passage === outer.passage && inner.start >= outer.start && inner.end <= outer.end
}
