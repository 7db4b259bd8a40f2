import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import type { QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import type { Attribution, CreditedPhrase } from './attribute-quoted.ts'
import { attributeQuoted } from './attribute-quoted.ts'
import { findGenders } from './find-antecedent.ts'
import { findToldTo } from './find-cues.ts'
import { findReported } from './find-reported.ts'
import type { MentionsIn } from './frame-sentences.ts'
import { indexMentions } from './frame-sentences.ts'
import type { Paragraph } from './read-paragraph.ts'
import { findTurns, readParagraph } from './read-paragraph.ts'
import type { ResolveSpeaker } from './resolve-speaker.ts'
import { prepareSpeakers } from './resolve-speaker.ts'

/** Rules that credit words with a speaker whom their own sentence does not name. */
const INFERRING = new Set([
  'quotation/same-paragraph',
  'quotation/sentence-before',
  'quotation/colon-before',
  'quotation/words-of-another',
])

/** Context of a source for composing its quotations. */
interface Reading {
  readonly paragraphs: readonly Paragraph[]
  /** Texts of the passages by ordinal. */
  readonly texts: ReadonlyMap<number, string>
  readonly mentionsIn: MentionsIn
  /** Whether the source's names are known. */
  readonly hasNames: boolean
  readonly resolve: ResolveSpeaker
}

/**
 * Finds quoted and reported speech in a source and its speakers.
 *
 * @param source a cleaned source
 * @param mentions names found in it; without them, capitals are read as names
 * @param paragraphs its passages, read
 * @returns quotations by passage and start
 */
export function findQuotations(
  source: Source,
  mentions: readonly Mention[],
  paragraphs = source.passages.map(readParagraph),
): QuotationMention[] {
  const texts = new Map(source.passages.map(({ ordinal, text }) => [ordinal, text]))
  const mentionsIn = indexMentions(mentions)
  const resolve = prepareSpeakers(
    paragraphs,
    mentions.length > 0 ? mentionsIn : undefined,
    findGenders(texts, mentions),
  )
  const reading = { paragraphs, texts, mentionsIn, hasNames: mentions.length > 0, resolve }
  const quoted = joinRuns(attributeQuoted(paragraphs), paragraphs).flatMap((run) => toQuotation(run, reading))
  const reported = paragraphs.flatMap(findReported).flatMap(({ span, phrase, rule }): QuotationMention[] => {
    const credit = credited(phrase, rule, reading)
    return credit.speaker ? [{ spans: [span], mode: 'reported', ...credit, rule }] : []
  })
  const turns = findTurns(paragraphs, mentions)
  return [...turns, ...quoted, ...reported].sort((a, b) => compareSpans(a.spans[0]!, b.spans[0]!))
}

const compareSpans = (a: Span, b: Span) => a.passage - b.passage || a.start - b.start || b.end - a.end

/** Words whose mark does not close run on in the next paragraph when that opens with a mark and no other's turn. */
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
  return (
    isOpen &&
    !(last.phrase && next.phrase && next.rule !== 'quotation/same-paragraph') &&
    next.rule !== 'quotation/transcript' &&
    next.paragraph === last.paragraph + 1 &&
    paragraphs[next.paragraph]!.quoted[next.quoted]!.start === 0
  )
}

function toQuotation(run: readonly Attribution[], reading: Reading): QuotationMention[] {
  if (run.every((one) => wordsIn(textOf(one, reading)) === 0)) return []
  const spans = run.map(({ paragraph, quoted }) => spanOf(reading.paragraphs[paragraph]!, quoted))
  const found = run.find(({ phrase }) => phrase) ?? run[0]!
  const isWhole = run.length > 1 || isSentence(textOf(run[0]!, reading), found)
  if (!isWhole && (!found.phrase || isScare(textOf(run[0]!, reading), found))) return []
  const mode = isWhole ? 'direct' : 'fragment'
  return [{ spans, mode, ...(found.phrase && credited(found.phrase, found.rule, reading)), rule: found.rule }]
}

/** The words with a comma behind the closing mark drawn in, as American usage has it. */
function textOf({ paragraph, quoted }: Attribution, { paragraphs }: Reading): string {
  const { passage, quoted: pairs } = paragraphs[paragraph]!
  const { inner, end } = pairs[quoted]!
  return passage.text.slice(inner.start, inner.end) + (passage.text[end] === ',' ? ',' : '')
}

const spanOf = ({ passage, quoted }: Paragraph, index: number): Span => ({
  passage: passage.ordinal,
  ...quoted[index]!.inner,
})

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0

/** Whole words of a speaker: they stand alone and end like a sentence or a clause, or begin with a capital and go on. */
function isSentence(words: string, { standsAlone }: Attribution): boolean {
  const endsLikeOne = /[.!?,…—–-]$/u.test(words)
  return (standsAlone && (endsLikeOne || wordsIn(words) >= 5)) || (/^\p{Lu}/u.test(words) && wordsIn(words) >= 5)
}

/** Rules by which what introduces the words is in their own sentence. */
const INTRODUCING = new Set(
  [
    'according-to',
    'announced',
    'embedded',
    'headline',
    'in-the-words-of',
    'participle',
    'said-before',
    'said-noun',
    'trailing',
    'words-of-another',
  ].map((name) => `quotation/${name}`),
)

/** One or two words that no verb of speech introduces are scare quotes, not a quotation. */
const isScare = (words: string, { rule, standsAlone }: Attribution) =>
  wordsIn(words) <= 2 &&
  (!/[,.!?]$/u.test(words) || (rule === 'quotation/same-paragraph' && !standsAlone)) &&
  !INTRODUCING.has(rule)

/** Whether a headline's label names who can speak; where names are not known, any can. */
const isOfSomebody = (label: Span, mentionsIn: MentionsIn | undefined) =>
  !mentionsIn || mentionsIn(label).some(({ kind, form }) => form === 'name' && /^(?:organisation|person)$/.test(kind))

function credited(
  phrase: CreditedPhrase,
  rule: string,
  { texts, resolve, mentionsIn, hasNames }: Reading,
): Partial<QuotationMention> {
  const speaker =
    rule === 'quotation/headline' && !isOfSomebody(phrase.span, hasNames ? mentionsIn : undefined)
      ? undefined
      : resolve(phrase, rule, INFERRING.has(rule))
  const { cue } = phrase
  if (!cue) return speaker ? { speaker } : {}
  const text = texts.get(cue.passage)!
  const toldTo = findToldTo(text, cue, mentionsIn)
  return { ...(speaker && { speaker }), cue: text.slice(cue.start, cue.end), ...(toldTo && { toldTo }) }
}
