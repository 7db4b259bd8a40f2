import type { Attribution } from './attribution.ts'
import { toPhrase } from './credited-phrase.ts'
import type { Paragraph } from './read-paragraph.ts'

/**
 * Looks around for the speaker of words whose own sentence names none: the words before in the paragraph, the sentence
 * before, the paragraph before where it ends in a colon or its mark never closed.
 *
 * @param own attributions of the paragraph so far, `at` the place among them
 * @param last the attribution before, in whatever paragraph
 */
export function carryCredit(
  attribution: Attribution,
  own: readonly Attribution[],
  at: number,
  last: Attribution | undefined,
  paragraphs: readonly Paragraph[],
): Attribution {
  const previous = own[at - 1]
  if (previous?.phrase) return { ...attribution, phrase: previous.phrase, rule: 'quotation/same-paragraph' }
  if (at > 0) return attribution
  if (!opensParagraph(attribution, paragraphs)) return bySentenceBefore(attribution, paragraphs) ?? attribution
  return byColon(attribution, paragraphs) ?? runOn(attribution, last, paragraphs)
}

const quotedOf = ({ paragraph, quoted }: Attribution, paragraphs: readonly Paragraph[]) =>
  paragraphs[paragraph]!.quoted[quoted]!

const opensParagraph = (attribution: Attribution, paragraphs: readonly Paragraph[]) =>
  quotedOf(attribution, paragraphs).start === 0

/** The sentence before tells what the same person said: "The port stays shut, Vale said. “…”" */
function bySentenceBefore(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const { passage, frames, places } = paragraphs[attribution.paragraph]!
  const place = places[attribution.quoted]
  const frame = place?.at === 0 ? frames[frames.indexOf(place.frame) - 1] : undefined
  const found = frame?.cues.findLast(({ subject }) => subject)
  if (!frame || !found?.subject) return undefined
  const phrase = toPhrase(passage.ordinal, frame, { phrase: found.subject, cue: found.cue, rule: '' })
  return { ...attribution, phrase, rule: 'quotation/sentence-before' }
}

/** The paragraph before ends in a colon: "Vale wrote:" */
function byColon(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const before = paragraphs[attribution.paragraph - 1]
  if (!before?.passage.text.trimEnd().endsWith(':')) return undefined
  const frame = before.frames.at(-1)
  const found = frame?.cues.findLast(({ subject }) => subject)
  if (!frame || !found?.subject) return undefined
  const phrase = toPhrase(before.passage.ordinal, frame, { phrase: found.subject, cue: found.cue, rule: '' })
  return { ...attribution, phrase, rule: 'quotation/colon-before' }
}

/** The mark of the paragraph before never closed, and this one opens with a mark. */
function runOn(attribution: Attribution, last: Attribution | undefined, paragraphs: readonly Paragraph[]): Attribution {
  const isOpen = last?.paragraph === attribution.paragraph - 1 && !quotedOf(last, paragraphs).isClosed
  return isOpen && last.phrase ? { ...attribution, phrase: last.phrase, rule: 'quotation/run-on' } : attribution
}
