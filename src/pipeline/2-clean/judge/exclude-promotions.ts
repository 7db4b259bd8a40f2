import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isQuestion, isSentence, wordsOf } from '../../../text/line-shape.ts'
import { decideOpen, exclude, excludedAs, isOpen, type Block, type Draft } from '../trace/block.ts'

/** A paragraph of more words needs one mark more … */
const LONG = 45
/** … and one of more than this sells nothing. */
const LONGEST = 90
/** A closing sentence of fewer words says too little to be told from a call. */
const FEWEST_WORDS = 8

/** Excludes sentences that sell something or call the reader to a service. */
export function excludePromotions(draft: Draft, pack: Boilerplate): Draft {
  return decideOpen(draft, ({ text }, index, blocks) =>
    isPromotion(text, excludedAs(blocks[index - 1]) === 'advert', pack)
      ? exclude('advert', 'boilerplate/promotion')
      : undefined,
  )
}

/**
 * True for "Save up to 40% on boots this weekend only." and not for reported speech or a report of a sale.
 *
 * @param isBelowLabel true when the line above says that an advertisement follows; one mark is then enough
 */
export function isPromotion(text: string, isBelowLabel: boolean, { promotions, wording }: Boilerplate): boolean {
  const count = wordsOf(text).length
  if (count > LONGEST || wording.reported.test(text)) return false
  const marks = promotions.marks.filter((mark) => mark.test(text)).length
  const isCall = promotions.openers.test(text)
  const isReport = text.endsWith('.')
  const isToReader = promotions.reader.test(text)
  if (isBelowLabel && !isReport && (marks > 0 || isCall || isToReader)) return true
  if (marks >= (count > LONG ? 3 : 2)) return isCall || !isReport || isToReader
  return marks === 1 && isCall && (isToReader || !isReport)
}

/**
 * Excludes the words to its readers that a publisher closes with: from the first that speaks of its own work, when
 * below it stand only lines, questions and sentences to the reader.
 */
export function excludeAppeals(draft: Draft, pack: Boilerplate): Draft {
  const last = draft.blocks.findLastIndex((block) => isOpen(block) && !isClosing(block, pack))
  const from = draft.blocks.findIndex(
    (block, index) => index > last && last >= 0 && isOpen(block) && isAppeal(block, pack),
  )
  return from < 0
    ? draft
    : decideOpen(draft, (_, index) => (index >= from ? exclude('subscribe', 'boilerplate/appeal') : undefined))
}

function isClosing({ text }: Block, { promotions }: Boilerplate): boolean {
  if (!isSentence(text) || isQuestion(text)) return true
  const isToReader = promotions.appealReader.test(text) || promotions.appeals.test(text)
  return !promotions.appealReported.test(text) && (isToReader || wordsOf(text).length < FEWEST_WORDS)
}

function isAppeal({ text }: Block, { promotions }: Boilerplate): boolean {
  return !promotions.appealReported.test(text) && promotions.appeals.test(text) && promotions.appealReader.test(text)
}
