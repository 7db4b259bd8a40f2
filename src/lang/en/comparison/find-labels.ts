import { readData } from '../../../text/read-data.ts'
import type { Label, LabelSet } from '../../comparison.ts'
import { indexPhrases, phraseAt } from '../../kinds.ts'
import { stemWord } from '../words/verb-forms.ts'
import type { Word } from '../../words.ts'
import { keyPhrase } from '../../words.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import { distanceBetween } from '../../../text/compare.ts'

/** Words that end the object of a verb; "control of the town" goes on. */
const ENDS_OBJECT = /^(?:after|at|before|by|during|from|in|near|off|on|when|while|who)$/u
/** Labels that are only ever said of places. */
const ALWAYS_OF_PLACES = /^(?:annex|fall of)/u
const VERB_ENDING = /(?:ing|ed)$/u
const ADVERB_ENDING = /.ly$/u
/** A word that joins two of a kind. */
const COORDINATES = /^(?:and|or)$/

/** A set of `labels.yml`, with what English needs to recognise its words. */
interface EnglishSet extends LabelSet {
  /** Only these exact words count. */
  readonly exact?: boolean
  /** Only these words and their plurals count, not verbs with the same stem. */
  readonly whole?: boolean
  /** Words that count only in the singular. */
  readonly singular?: readonly string[]
  /** Words before which it says something else, also as the second of two ("government and private buildings"). */
  readonly notBefore?: readonly string[]
  /** Words behind which it says something else: "a previous war". */
  readonly notAfter?: readonly string[]
  /** Somebody takes a place, and nothing else. */
  readonly ofPlaces?: boolean
  /** False where an adverb before it makes it something else. */
  readonly adverb?: boolean
}

interface EnglishLabel extends Label {
  readonly set: EnglishSet
}

const read: { links: string[]; places: string[]; sets: EnglishSet[] } = readData('./labels.yml', import.meta.url)

/** The sets of `labels.yml`, in its order. */
export const LABEL_SETS: readonly EnglishSet[] = read.sets
/** Words that may come between a label and the name after it. */
const LABEL_LINKS: ReadonlySet<string> = new Set(read.links.map(keyPhrase))

const PLACES = new Set(read.places)

const stemPhrase = (phrase: string) => keyPhrase(phrase).split(' ').map(stemWord).join(' ')
const BY_STEMS = Map.groupBy(
  LABEL_SETS.flatMap((set) =>
    set.words.flatMap((wording) =>
      [...new Set([wording, wording.replaceAll('-', ' ')])].map((spelt) => ({
        stems: stemPhrase(spelt),
        set,
        wording,
      })),
    ),
  ),
  ({ stems }) => stems,
)
const PHRASES = indexPhrases([...BY_STEMS])

/**
 * Finds the words of `labels.yml`, the longest at each place.
 *
 * @param words words of one text
 * @param mentions the names of the same text
 */
export function findLabels(words: readonly Word[], mentions: readonly ResolvedMention[]): EnglishLabel[] {
  const stems = words.map(({ key }) => stemWord(key))
  const labels: EnglishLabel[] = []
  for (let at = 0; at < stems.length; at += 1) {
    const phrase = phraseAt(stems, at, PHRASES)
    if (!phrase) continue
    const last = at + phrase.length - 1
    const { set, wording } = nearest(phrase.value, spell(words.slice(at, last + 1).map(({ key }) => key)))
    const label = { set, wording, first: at, last, start: words[at]!.start, end: words[last]!.end }
    if (isMeant(label, words) && isOfPlace(label, words, mentions)) labels.push(label)
    at = last
  }
  return labels
}

/** Of several words with one stem ("suspect", "suspected") the one that is printed, or was inflected. */
function nearest<T extends { readonly wording: string }>(found: readonly T[], printed: string): T {
  const distances = found.map(({ wording }) => distanceBetween(spell([wording]), printed))
  return found[distances.indexOf(Math.min(...distances))]!
}

/** Whether the words say what their set is about, and no other sense of theirs. */
function isMeant({ set, wording, first, last }: EnglishLabel, words: readonly Word[]): boolean {
  const [before, key] = [words[first - 1]?.key ?? '', words[last]!.key]
  const next = words.slice(last + 1, last + 1 + OBJECT).map((word) => word.key)
  const behind = set.adverb === false ? next : COORDINATES.test(next[0] ?? '') ? next.slice(0, 3) : next.slice(0, 1)
  if (set.exact && spell(words.slice(first, last + 1).map((word) => word.key)) !== spell([wording])) return false
  if (set.whole && VERB_ENDING.test(key) && !VERB_ENDING.test(wording)) return false
  if (set.singular?.includes(wording) && /s$/.test(key)) return false
  if (set.notAfter?.includes(before)) return false
  if (set.adverb === false && ADVERB_ENDING.test(before)) return false
  return !behind.some((one) => set.notBefore?.includes(one))
}

const spell = (words: readonly string[]) => words.map(keyPhrase).join('').replaceAll(' ', '')

/** Window, in words, for the object of a verb after it or of a participle before it. */
const OBJECT = 5
const SUBJECT = 3

/**
 * Whether a place is the one taken: after the verb, or before a participle ("the towns captured by rebels").
 *
 * @param mentions the names of the same text
 */
function isOfPlace(
  { set, wording, first, last }: EnglishLabel,
  words: readonly Word[],
  mentions: readonly ResolvedMention[],
): boolean {
  if (!set.ofPlaces || ALWAYS_OF_PLACES.test(wording)) return true
  const rest = words.slice(last + 1, last + 1 + OBJECT)
  const end = rest.findIndex(({ key, start }, at) => ENDS_OBJECT.test(key) || start - words[last + at]!.end > 1)
  const object = end < 0 ? rest : rest.slice(0, end)
  const near = object.length > 0 ? object : words.slice(Math.max(0, first - SUBJECT), first)
  const isNamed = ({ start, end: to }: Word) =>
    mentions.some(({ kind, form, span }) => kind === 'place' && form === 'name' && span.start < to && start < span.end)
  return near.some((word) => PLACES.has(word.key) || isNamed(word))
}

/** Most code units between a label and a name. */
const NEAR = 40
/** Maximum number of words between a label and the name after it. */
const REACH = 2

/**
 * Whether a label applies to a name: it is directly before or after it, as its set allows, without punctuation
 * between them.
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
