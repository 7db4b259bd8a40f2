import type { ResolvedMention } from '../../../model/entity.ts'
import type { Word } from '../../../lang/words.ts'
import type { Label } from './find-labels.ts'
import { LABEL_LINKS } from './find-labels.ts'

/** Most code units between a label and a name. */
const NEAR = 40
/** Most words that may stand between a label and the name behind it. */
const REACH = 2

/**
 * Whether a label is said of a name: it stands directly before or after it, as its set allows, with no mark between.
 *
 * @param text the text of both
 * @param words its words
 * @param mention the name
 */
export function isSaidOf(
  label: Label,
  text: string,
  words: readonly Word[],
  { span: name, kind, form }: ResolvedMention,
): boolean {
  if (!label.set.kinds.includes(kind) || (form === 'demonym' && !label.set.beside.includes('after'))) return false
  if (label.start < name.end && name.start < label.end) return false
  const isAfter = label.start >= name.end
  if (!label.set.beside.includes(isAfter ? 'after' : 'before')) return false
  const [from, to] = isAfter ? [name.end, label.start] : [label.end, name.start]
  if (to - from > NEAR) return false
  const between = text.slice(from, to)
  if (/^[-‐‑]|[^\p{L}\s'’"“”‘-]/u.test(between)) return false
  const links = words.filter(({ start, end }) => start >= from && end <= to).map(({ key }) => key)
  const isPossessive = isAfter && /^['’]s?\s/.test(between)
  return isAfter
    ? links.length === 0 || (isPossessive && links.length <= 1)
    : links.length <= REACH && links.every((key) => LABEL_LINKS.has(key))
}
