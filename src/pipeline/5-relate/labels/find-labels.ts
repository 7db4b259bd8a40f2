import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { EntityKind } from '../../../model/kind.ts'
import type { Range } from '../../../model/passage.ts'
import { stemWord } from '../../../lang/en/words/verb-forms.ts'
import type { Word } from '../../../lang/words.ts'
import { keyPhrase } from '../../../lang/words.ts'
import type { ResolvedMention } from '../../../model/entity.ts'

/** A set of `labels.yml`. */
export interface LabelSet {
  readonly set: string
  readonly title: string
  readonly reason: string
  readonly beside: readonly ('after' | 'before')[]
  /** Kinds of entity that it can be said of; none when it is only counted. */
  readonly kinds: readonly EntityKind[]
  readonly words: readonly string[]
}

/** A label that stands in a text. */
export interface Label extends Range {
  readonly set: LabelSet
  /** As `labels.yml` has it. */
  readonly wording: string
  /** Positions of its first and last word among the words searched. */
  readonly first: number
  readonly last: number
}

const read: { links: string[]; sets: LabelSet[] } = parse(
  readFileSync(new URL('../../../lang/en/comparison/labels.yml', import.meta.url), 'utf8'),
)

/** The sets of `labels.yml`, in its order. */
export const LABEL_SETS: readonly LabelSet[] = read.sets
/** Words that may stand between a label and the name behind it. */
export const LABEL_LINKS: ReadonlySet<string> = new Set(read.links.map(keyPhrase))

const stemPhrase = (phrase: string) => keyPhrase(phrase).split(' ').map(stemWord).join(' ')
const BY_STEMS = new Map(
  LABEL_SETS.flatMap((set) =>
    set.words.flatMap((wording) =>
      [wording, wording.replaceAll('-', ' ')].map((spelt) => [stemPhrase(spelt), { set, wording }] as const),
    ),
  ),
)
/** Stems that a label can begin with. */
const OPENERS = new Set([...BY_STEMS.keys()].map((stems) => stems.split(' ')[0]!))
const LONGEST = Math.max(...[...BY_STEMS.keys()].map((stems) => stems.split(' ').length))

/**
 * Finds the words of `labels.yml`, the longest at each place.
 *
 * @param words words of one text
 */
export function findLabels(words: readonly Word[]): Label[] {
  const stems = words.map(({ key }) => stemWord(key))
  const labels: Label[] = []
  for (let at = 0; at < stems.length; at += 1) {
    if (!OPENERS.has(stems[at]!)) continue
    for (let length = Math.min(LONGEST, stems.length - at); length > 0; length -= 1) {
      const found = BY_STEMS.get(stems.slice(at, at + length).join(' '))
      if (!found) continue
      const last = at + length - 1
      labels.push({ ...found, first: at, last, start: words[at]!.start, end: words[last]!.end })
      at = last
      break
    }
  }
  return labels
}

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
