import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { aside, decideOpen, type Draft } from './block.ts'
import { wordsOf } from './wording.ts'

const lists: { openers: string[]; marks: string[] } = parse(
  readFileSync(new URL('./promotions.yml', import.meta.url), 'utf8'),
)
const OPENER = new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${lists.openers.join('|')})\\b`, 'iu')
const MARKS = lists.marks.map((mark) => new RegExp(mark, 'iu'))
const READER = /\b(?:you|your|yours|yourself)\b/iu

/** A paragraph of more words needs one sign more. */
const LONG = 45

/** Sets aside sentences that sell something or call the reader to a service. */
export function setAsidePromotions(draft: Draft): Draft {
  return decideOpen(draft, ({ text }, index, blocks) => {
    const before = blocks[index - 1]?.verdict
    const isBelowLabel = before?.as === 'aside' && before.kind === 'advert'
    return isPromotion(text, isBelowLabel) ? aside('advert', 'clean/promotion') : undefined
  })
}

/**
 * True for "Save up to 40% on boots this weekend only." and not for reported speech or a report of a sale.
 *
 * @param isBelowLabel true when the line above says that an advertisement follows; one sign is then enough
 */
export function isPromotion(text: string, isBelowLabel = false): boolean {
  const count = wordsOf(text).length
  if (count > 90 || /["“”]|\b(?:said|says|told|added|according to)\b/iu.test(text)) return false
  const marks = MARKS.filter((mark) => mark.test(text)).length
  const isCall = OPENER.test(text)
  const isReport = text.endsWith('.')
  if (isBelowLabel && !isReport && (marks > 0 || isCall || READER.test(text))) return true
  if (marks >= (count > LONG ? 3 : 2)) return isCall || !isReport || READER.test(text)
  return marks === 1 && isCall && (READER.test(text) || !isReport)
}
