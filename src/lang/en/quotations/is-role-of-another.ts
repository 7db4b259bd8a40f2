import type { Span } from '../../../model/passage.ts'
import type { Placed } from './place-speaker.ts'

/**
 * Whether a role ("the minister") may be that of another than the person found: between the two the text gives the role
 * to somebody who is no subject, as in "Minister Vale met Minister Okafor".
 *
 * @param textOf texts of the passages by ordinal
 */
export function isRoleOfAnother(own: Placed, found: Placed, textOf: (passage: number) => string): boolean {
  if (found.role === undefined || found.role !== own.head || own.form === 'named') return false
  const words = textBetween(found.at, own.at, textOf)
    .replace(APPOSITION, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return words.some((word, at) => word === own.head && words[at - 1] !== 'the')
}

const APPOSITION = /^,[^,]{1,80},/u

/** What stands behind one span and before another, across passages. */
function textBetween(from: Span, to: Span, textOf: (passage: number) => string): string {
  if (from.passage === to.passage) return textOf(from.passage).slice(from.end, to.start)
  const whole = Array.from({ length: to.passage - from.passage - 1 }, (_, index) => textOf(from.passage + index + 1))
  return [textOf(from.passage).slice(from.end), ...whole, textOf(to.passage).slice(0, to.start)].join('\n')
}
