import type { Attribution, Credited } from './attribution.ts'
import { carryCredit } from './carry-credit.ts'
import { creditByLayout } from './credit-by-layout.ts'
import { creditInFrame, type ReadFrame } from './credit-in-frame.ts'
import { toPhrase } from './credited-phrase.ts'
import type { Paragraph } from './read-paragraph.ts'

/** Attributes every quoted text of a source, first by its own sentence, then by the texts around it. */
export function attributeQuoted(paragraphs: readonly Paragraph[]): Attribution[] {
  const attributions: Attribution[] = []
  paragraphs.forEach((paragraph, index) => {
    const own = paragraph.quoted.map((_, quoted) => creditOne(paragraph, index, quoted))
    own.forEach((attribution, at) => {
      const carried = attribution.phrase
        ? attribution
        : carryCredit(attribution, own, at, attributions.at(-1), paragraphs)
      attributions.push(carried)
      own[at] = carried
    })
  })
  return attributions
}

function creditOne(paragraph: Paragraph, index: number, quoted: number): Attribution {
  const place = paragraph.places[quoted]
  const standsAlone = place !== undefined && (place.at === 0 || /^[,:]$/.test(place.frame.words[place.at - 1]!.text))
  const found = creditByLayout(paragraph, quoted) ?? (place && creditBySentence(paragraph, place.frame, place.at))
  return { paragraph: index, quoted, standsAlone, rule: 'quotation/uncredited', ...found }
}

function creditBySentence({ passage, quoted }: Paragraph, frame: ReadFrame, at: number): Credited | undefined {
  const { inner } = quoted[frame.words[at]!.quoted!]!
  const leansRight =
    at === 0 || /[,!?–—-]$/u.test(passage.text.slice(inner.start, inner.end)) || frame.words[at + 1]?.text === ','
  const credit = creditInFrame(frame, at, leansRight)
  return credit && { phrase: toPhrase(passage.ordinal, frame, credit), rule: credit.rule }
}
