import { carryCredit } from './carry-credit.ts'
import { creditInFrame, type ReadFrame } from './credit-in-frame.ts'
import { type CreditedPhrase, toPhrase } from './credited-phrase.ts'
import { creditByLayout } from './credit-by-layout.ts'
import type { Paragraph } from './read-paragraph.ts'

/** Quoted words with the words that stand for their speaker, before pronouns are resolved. */
export interface Attribution {
  /** The paragraph's index, and which of its quoted texts. */
  readonly paragraph: number
  readonly quoted: number
  /** True when the words open a sentence or follow a comma or colon, and so can be a sentence themselves. */
  readonly standsAlone: boolean
  readonly phrase?: CreditedPhrase
  readonly rule: string
}

/** A speaker's words and the rule that found them. */
export type Credited = Required<Pick<Attribution, 'phrase' | 'rule'>>

/** Attributes every quoted text of a source, first by its own sentence, then by the texts around it. */
export function attributeQuoted(paragraphs: readonly Paragraph[]): Attribution[] {
  const attributions: Attribution[] = []
  paragraphs.forEach((paragraph, index) => {
    const own = paragraph.quoted.map((_, quoted) => creditOne(paragraph, index, quoted))
    own.forEach((attribution, at) => {
      const carried = attribution.phrase ? attribution : carryCredit(attribution, own, at, attributions.at(-1), paragraphs)
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
  const leansRight = at === 0 || /[,!?–—-]$/u.test(passage.text.slice(inner.start, inner.end)) || frame.words[at + 1]?.text === ','
  const credit = creditInFrame(frame, at, leansRight)
  return credit && { phrase: toPhrase(passage.ordinal, frame, credit), rule: credit.rule }
}
