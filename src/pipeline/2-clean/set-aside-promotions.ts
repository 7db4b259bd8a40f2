import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { aside, decideOpen, type Draft } from './block.ts'
import { wordsOf } from './wording.ts'

const lists: { openers: string[]; marks: string[] } = parse(readFileSync(new URL('./promotions.yml', import.meta.url), 'utf8'))
const OPENER = new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${lists.openers.join('|')})\\b`, 'iu')
const MARKS = lists.marks.map((mark) => new RegExp(mark, 'iu'))
const READER = /\b(?:you|your|yours|yourself)\b/iu

/** Sets aside sentences that sell something or call the reader to a service. */
export function setAsidePromotions(draft: Draft): Draft {
  return decideOpen(draft, ({ text }) => (isPromotion(text) ? aside('advert', 'clean/promotion') : undefined))
}

/** True for "Save up to 40% on boots this weekend only." and not for reported speech or a report of a sale. */
export function isPromotion(text: string): boolean {
  if (wordsOf(text).length > 45 || /["“”]|\b(?:said|says|told|added|according to)\b/iu.test(text)) return false
  const marks = MARKS.filter((mark) => mark.test(text)).length
  const isCall = OPENER.test(text)
  return marks >= 1 && isCall && (marks >= 2 || READER.test(text) || /[!]$/.test(text) || wordsOf(text).length <= 12)
}
