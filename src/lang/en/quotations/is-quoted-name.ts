import type { QuotedText } from '../../../text/quotation-marks.ts'
import { ATTITUDE, NAMING, SPEECH } from './vocabulary.ts'

const MAX_WORDS = 9
/** A noun for a work before the comma: "her memoir, “Salt Roads”". */
const TITLED =
  /\b(?:album|book|documentary|essay|film|memoir|novel|painting|play|poem|report|series|song|story|study),\s?$/
const LONG_WORD = /[\p{L}\p{M}’'-]{4,}/gu

/**
 * True when the marks only name something or keep a word at a distance: a title in capitals
 * ("a “Congress of Free Towns”") or a word after "so-called", "known as", "called".
 */
export function isQuotedName(text: string, { start, inner, isClosed }: QuotedText): boolean {
  const words = text.slice(inner.start, inner.end)
  const before = text.slice(Math.max(0, start - 30), start).toLowerCase()
  const hasOwnStop = /[!?…]$/u.test(words) || (/[,.]$/.test(words) && !leadsToName(before))
  if (!isClosed || hasOwnStop || words.split(/\s+/u).length > MAX_WORDS) return false
  return isCapitalised(words, before) || isNamed(before)
}

/** A word that is no verb of speech stands before a title whose mark takes in the sentence's own comma: "the show “Face the Day,”". */
function leadsToName(before: string): boolean {
  const last = /(\p{L}{1,40})\s?$/u.exec(before)?.[1]
  return last !== undefined && !SPEECH.has(last) && !ATTITUDE.has(last)
}

/** Every word of four letters and more has a capital, and no verb with a comma or colon leads in. */
function isCapitalised(words: string, before: string): boolean {
  const found = words.match(LONG_WORD) ?? []
  const long = found.length > 0 ? found : (words.match(/\p{L}{3,}/gu) ?? []).filter((word) => word !== 'the')
  return (
    long.length > 0 &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    words.includes(' ') &&
    (!/[,:]\s?$/.test(before) || TITLED.test(before))
  )
}

function isNamed(before: string): boolean {
  const last = /(?:([\p{L}-]{1,40})\s)?([\p{L}-]{1,40})\s?$/u.exec(before)
  if (!last) return false
  const [, previous = '', word = ''] = last
  return (
    NAMING.has(`${previous} ${word}`) ||
    (NAMING.has(word) && !(word === 'called' && /\bwhat\b/.test(before.split(/[,.]/).at(-1)!)))
  )
}
