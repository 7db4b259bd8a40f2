import type { Mention } from '../../../model/mention.ts'
import type { QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import type { Span } from '../../../model/span.ts'
import { type Attribution, attributeQuoted, type CreditedPhrase } from './attribute-quoted.ts'
import { findReported } from './find-reported.ts'
import { type Paragraph, readParagraph } from './read-paragraph.ts'
import { prepareSpeakers, type ResolveSpeaker } from './resolve-speaker.ts'
import { AUDIENCES } from './vocabulary.ts'

/** Rules that credit words with a speaker whom their own sentence does not name. */
const INFERRING = new Set(['quotation/previous-paragraph', 'quotation/look-ahead', 'quotation/same-paragraph', 'quotation/participle'])

/**
 * Finds quoted and reported speech in a source and who is credited with it.
 *
 * @param source a cleaned source
 * @param mentions names found in it; without them capitals stand in for names
 * @returns quotations by passage and start
 */
export function findQuotations(source: Source, mentions: readonly Mention[]): QuotationMention[] {
  const paragraphs = source.passages.map(readParagraph)
  const resolve = prepareSpeakers(paragraphs, mentions)
  const quoted = joinRuns(attributeQuoted(paragraphs), paragraphs).flatMap((run) => toQuotation(run, paragraphs, resolve))
  const reported = paragraphs.flatMap(findReported).map(({ span, phrase, rule }) => ({
    spans: [span],
    mode: 'reported' as const,
    ...credited(phrase, rule, resolve),
    rule,
  }))
  return [...quoted, ...reported].sort((a, b) => compareSpans(a.spans[0]!, b.spans[0]!))
}

const compareSpans = (a: Span, b: Span) => a.passage - b.passage || a.start - b.start || b.end - a.end

/** Words whose mark does not close run on in the next paragraph when that opens with a mark. */
function joinRuns(attributions: readonly Attribution[], paragraphs: readonly Paragraph[]): Attribution[][] {
  const runs: Attribution[][] = []
  for (const attribution of attributions) {
    const last = runs.at(-1)?.at(-1)
    if (last && runsOn(last, attribution, paragraphs)) runs.at(-1)!.push(attribution)
    else runs.push([attribution])
  }
  return runs
}

function runsOn(last: Attribution, next: Attribution, paragraphs: readonly Paragraph[]): boolean {
  const isOpen = !paragraphs[last.paragraph]!.quoted[last.quoted]!.isClosed
  return isOpen && next.paragraph === last.paragraph + 1 && paragraphs[next.paragraph]!.quoted[next.quoted]!.start === 0
}

function toQuotation(run: readonly Attribution[], paragraphs: readonly Paragraph[], resolve: ResolveSpeaker): QuotationMention[] {
  const spans = run.map(({ paragraph, quoted }) => spanOf(paragraphs[paragraph]!, quoted))
  const first = paragraphs[run[0]!.paragraph]!.passage.text.slice(spans[0]!.start, spans[0]!.end)
  const isWhole = run.length > 1 || isSentence(first, run[0]!.standsAlone)
  const found = run.find(({ phrase }) => phrase)
  if (!isWhole && (!found?.phrase || isScare(first, found))) return []
  const rule = found?.rule ?? 'quotation/uncredited'
  return [{ spans, mode: isWhole ? 'direct' : 'fragment', ...(found?.phrase && credited(found.phrase, rule, resolve)), rule }]
}

const spanOf = ({ passage, quoted }: Paragraph, index: number): Span => ({ passage: passage.ordinal, ...quoted[index]!.inner })

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0

/** Whole words of a speaker: they stand alone and end like a sentence or a clause, or begin with a capital and go on. */
function isSentence(words: string, standsAlone: boolean): boolean {
  const endsLikeOne = /[.!?,…—–-]$/u.test(words)
  return (standsAlone && (endsLikeOne || wordsIn(words) >= 5)) || (/^\p{Lu}/u.test(words) && wordsIn(words) >= 5)
}

/** One or two words that no verb of speech introduces are kept at a distance, not quoted. */
const isScare = (words: string, { rule }: Attribution) =>
  wordsIn(words) <= 2 && !/[,.!?]$/u.test(words) && !/(?:said-before|embedded|participle|according-to)$/.test(rule)

function credited(phrase: CreditedPhrase, rule: string, resolve: ResolveSpeaker): Partial<QuotationMention> {
  const speaker = resolve(phrase, rule, INFERRING.has(rule))
  const toldTo = /^(?:tell|told|telling|tells)$/.test(phrase.cue ?? '') ? outletIn(phrase.afterCue ?? '') : undefined
  return { ...(speaker && { speaker }), ...(phrase.cue && { cue: phrase.cue }), ...(toldTo && { toldTo }) }
}

/** The capitalised name after "told", when it is no audience: "told Reuters", "told the Northport Herald on Monday". */
function outletIn(afterCue: string): string | undefined {
  const match = /^(?:the\s)?((?:\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*)(?:\s\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*){0,4})/u.exec(afterCue)
  const outlet = match?.[1]?.replace(/(?:['’]s|\.)$/u, '')
  return outlet && !AUDIENCES.has(outlet.toLowerCase()) ? outlet : undefined
}
