import { certaintyOf } from '../lang/en/quotations/vocabulary.ts'
import type { Dossier, Findings } from '../model/dossier.ts'
import type { Span } from '../model/passage.ts'
import type { QuotationMention, Speaker } from '../model/quotation.ts'
import type { Source } from '../model/source.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

/** Direct quotations whose speaker no rule could name, or a rule that is not sure enough did. */
export function askAboutSpeakers({ sources, findings }: Dossier): Question[] {
  return sources.flatMap((source, index) => {
    const found = findings[index]!
    return found.quotations
      .filter((quotation) => quotation.mode === 'direct' && isOpen(source, found, quotation))
      .map((quotation) => askAboutSpeaker(source, found, quotation))
  })
}

function isOpen(source: Source, found: Findings, quotation: QuotationMention): boolean {
  const { speaker, certainty, rule } = quotation
  if (!speaker) return certainty !== 'editor' && rule !== 'quotation/transcript'
  if (speaker.certainty !== 'inferred') return false
  if (speaker.rule === 'quotation/same-paragraph') return isCorrectedBefore(found, quotation, speaker)
  return certaintyOf(speaker.rule) !== 'stated' || (speaker.as !== undefined && isRivalNear(source, found, speaker))
}

/** Words go on after a quotation whose speaker a person corrected, and still have the speaker whom it had. */
function isCorrectedBefore({ quotations }: Findings, quotation: QuotationMention, speaker: Speaker): boolean {
  const before = quotations[quotations.indexOf(quotation) - 1]
  const isInParagraph = before?.spans.at(-1)!.passage === quotation.spans[0]!.passage
  return isInParagraph && before.speaker?.certainty === 'editor' && before.speaker.words !== speaker.words
}

/** So many paragraphs before a pronoun may name whom it means. */
const NEAR = 2

/** Whether a pronoun or a role can mean somebody else: another person is named shortly before it. */
function isRivalNear(source: Source, { mentions }: Findings, { words, as }: Speaker): boolean {
  return mentions.some(
    ({ kind, form, span }) =>
      kind === 'person' &&
      form === 'name' &&
      span.passage >= as!.passage - NEAR &&
      (span.passage < as!.passage || (span.passage === as!.passage && span.start < as!.start)) &&
      lastWord(wordsAtSpan(source, span)) !== lastWord(words),
  )
}

const lastWord = (name: string): string => /[^\s]+$/.exec(name.replace(/[’']s?$/, ''))?.[0] ?? name

function askAboutSpeaker(source: Source, { mentions }: Findings, { spans, speaker }: QuotationMention): Question {
  const [span] = spans as [Span]
  const words = wordsAtSpan(source, span)
  const key = `speaker | ${source.file} | ${words}`
  const known = speaker ? `“${speaker.words}”, worked out by ${speaker.rule}` : 'nobody that a rule could name'
  return {
    key,
    topic: 'speaker',
    /* Words in the wrong mouth do more harm than words in nobody's. */
    weight: speaker ? 2 : 1,
    text: `Who says “${words}” in ${source.file} ¶ ${span.passage}? The page gives ${known}.`,
    shown: source.passages.find(({ ordinal }) => ordinal === span.passage)!.text,
    choices: speakerChoices(source, span, namesNear(source, mentions, span, speaker), key),
  }
}

/** So many names are offered. */
const MOST_NAMES = 6

/** Persons and bodies that the article names, those nearest to the quotation first; not whom the page gives. */
function namesNear(source: Source, mentions: Findings['mentions'], at: Span, speaker: Speaker | undefined): string[] {
  const names = mentions
    .filter(({ form, kind }) => form === 'name' && (kind === 'person' || kind === 'organisation'))
    .toSorted((a, b) => Math.abs(a.span.passage - at.passage) - Math.abs(b.span.passage - at.passage))
    .map(({ span }) => wordsAtSpan(source, span))
  const isOther = (name: string) => !speaker || lastWord(name) !== lastWord(speaker.words)
  const isFullest = (name: string) => !names.some((other) => other !== name && other.endsWith(` ${name}`))
  return [...new Set(names)].filter((name) => isOther(name) && isFullest(name)).slice(0, MOST_NAMES)
}

function speakerChoices(source: Source, span: Span, names: readonly string[], key: string): Choice[] {
  const choose = (says: string, fields: object): Choice => ({
    says,
    ...sidecarOf(source),
    field: 'corrections',
    item: { kind: 'speaker', at: selectQuote(source.passages, span), ...fields, reason: 'Decided in review.' },
  })
  return [
    ...names.map((name) => choose(name, { named: name })),
    choose('The article does not say who.', { is: 'open' }),
    leaveAsItIs(key, 'The page is right.'),
  ]
}
