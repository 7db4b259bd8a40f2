import type { CorrectionOf } from '../../../model/correction.ts'
import type { Mention } from '../../../model/entity.ts'
import type { QuotationMention, Speaker } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import type { Span } from '../../../model/passage.ts'
import { nearestName } from '../../../text/compare.ts'
import { findWordsNear, findWordsOver, refuseWords, wordsAtSpan } from '../../../text/quoted-place.ts'
import type { CorrectionResult, CorrectedFindings } from './correct-findings.ts'
import { correctFindings } from './correct-findings.ts'

type Corrections = CorrectedFindings<QuotationMention>

/** Corrects which words are a quotation and of which sort, then whose they are. */
export function correctQuotations(
  source: Source,
  quotations: readonly QuotationMention[],
  mentions: readonly Mention[],
): Corrections {
  const bounded = correctBounds(source, quotations)
  const credited = correctSpeakers(source, bounded.findings, mentions)
  return {
    findings: credited.findings.toSorted((a, b) => byPlace(a.spans[0]!, b.spans[0]!)),
    edits: [...bounded.edits, ...credited.edits],
    problems: [...bounded.problems, ...credited.problems],
  }
}

function correctBounds(source: Source, quotations: readonly QuotationMention[]): Corrections {
  return correctFindings(source, quotations, {
    kind: 'quotation',
    spansOf: ({ spans }) => spans,
    describe: ({ mode, spans }: QuotationMention) =>
      `${mode} “${spans.map((span) => wordsAtSpan(source, span)).join(' ')}”`,
    ruleOf: ({ rule }) => rule,
    correct: (correction, quotation, at) => correctQuotation(source, correction, quotation, at),
  })
}

function correctQuotation(
  source: Source,
  { is, words }: CorrectionOf<'quotation'>,
  quotation: QuotationMention | undefined,
  at: Span,
): CorrectionResult<QuotationMention> {
  if (is === 'none') return { now: undefined }
  const mode = is ?? quotation?.mode
  if (mode === undefined)
    return {
      reason: 'Unexpected words that no rule took for a quotation, expected its sort with them',
      hint: 'is: direct, or fragment, reported',
    }
  const bounds = words === undefined ? undefined : findWordsOver(source, words, at)
  if (words !== undefined && !bounds)
    return refuseWords('words', words, `Write words that hold “${wordsAtSpan(source, at)}”.`)
  const others = quotation?.spans.filter(({ passage }) => passage !== at.passage) ?? []
  const spans = bounds ? [...others, bounds].toSorted(byPlace) : (quotation?.spans ?? [at])
  return { now: { ...quotation, spans, mode, certainty: 'editor', rule: 'editor/quotation' } }
}

function correctSpeakers(
  source: Source,
  quotations: readonly QuotationMention[],
  mentions: readonly Mention[],
): Corrections {
  return correctFindings(source, quotations, {
    kind: 'speaker',
    spansOf: ({ spans }) => spans,
    describe: ({ speaker }: QuotationMention) => (speaker ? `${speaker.form} “${speaker.words}”` : 'open'),
    ruleOf: ({ speaker }) => speaker?.rule,
    correct: (correction, quotation, at) => {
      if (!quotation) return noQuotationProblem(source, quotations, at)
      const speaker = readSpeaker(source, correction, mentions, at)
      if (speaker && 'reason' in speaker) return speaker
      const { speaker: before, ...open } = quotation
      return { now: { ...open, ...(speaker && { speaker }), certainty: 'editor' } }
    },
  })
}

function noQuotationProblem(source: Source, quotations: readonly QuotationMention[], at: Span) {
  const near = quotations.flatMap(({ spans }) => spans).filter(({ passage }) => passage === at.passage)
  return {
    reason: 'Unexpected words that are no quotation, expected words of one',
    hint:
      near.length > 0
        ? `Quotations of the passage: ${near.map((span) => `“${wordsAtSpan(source, span)}”`).join('; ')}`
        : 'First correct the quotation:\n- kind: quotation\n  is: direct',
  }
}

/** The speaker of a correction, by name or as described in the article; none when it is open. */
function readSpeaker(
  source: Source,
  correction: CorrectionOf<'speaker'>,
  mentions: readonly Mention[],
  at: Span,
): Speaker | undefined | { reason: string; hint: string } {
  const { named, described, entity, is } = correction
  const [[field, words] = [], second] = Object.entries({ named, described, entity }).filter(([, said]) => said)
  if (field === undefined || words === undefined)
    return is === 'open' ? undefined : { reason: 'Unexpected correction without a speaker', hint: 'named: "…"' }
  if (second)
    return {
      reason: `Unexpected ${second[0]} beside ${field}, expected one of the two`,
      hint: `${field}: ${JSON.stringify(words)}`,
    }
  const decided = { words, certainty: 'editor', rule: 'editor/speaker' } as const
  if (entity !== undefined) return { ...decided, span: at, form: 'named', refersTo: entity }
  const names = mentions.filter(({ form }) => form === 'name')
  const near = findWordsNear(source, words, at)
  const known = [...new Set(names.map(({ span }) => wordsAtSpan(source, span)))]
  const alike = named === undefined ? undefined : nearestName(words, known)
  const hint = alike
    ? `named: ${JSON.stringify(alike)}`
    : `entity: ${JSON.stringify(words)}, if the register or another article has that name. Names of this one: ${known.slice(0, 12).join(', ')}`
  if (!near) return refuseWords(named === undefined ? 'described' : 'named', words, hint)
  const isName = names.some(
    ({ span }) => span.passage === near.passage && span.start < near.end && near.start < span.end,
  )
  if (named !== undefined && !isName)
    return { reason: `named: Unexpected words “${words}”, which are no name of the article, expected one`, hint }
  return { ...decided, span: near, form: named === undefined ? 'described' : 'named' }
}

function byPlace(a: Span, b: Span): number {
  return a.passage - b.passage || a.start - b.start || b.end - a.end
}
