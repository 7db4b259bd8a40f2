import { splitSentences } from '../../../lang/sentences.ts'
import type { SeededRandom } from './random.ts'

/** A passage of an edited text with the numbers of the passages it came from. */
export interface EditedPassage {
  readonly text: string
  readonly from: readonly number[]
}

/** A change to a whole text. */
export type Edit = (texts: readonly EditedPassage[], random: SeededRandom) => readonly EditedPassage[]

/** Invented words, for inserting and rewriting. */
const WORDS =
  'harbour ledger quietly marble seven orchard copper bridge hollow winter signal paper lantern meadow engine tidal borrowed corner vessel narrow timber candle granite sudden river pocket ribbon market silver thunder basket window'.split(
    ' ',
  )
const FURNITURE = [
  'Read more on this story below.',
  'Share this article with your friends.',
  'Sign up for the evening letter.',
]

/** The thirteen kinds of edit, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  '1-3 typos in every passage': each((text, random) => repeat(1 + random.upTo(3), text, (one) => mistype(one, random))),
  'insert 6': (texts, random) =>
    repeat<readonly EditedPassage[]>(6, texts, (all) => insertAt(all, random.upTo(all.length + 1), invent(random))),
  'delete 20 %': (texts, random) => texts.filter(() => !random.chance(0.2)),
  'shuffle all': (texts, random) => random.shuffle(texts),
  'split 20 %': (texts, random) => texts.flatMap((one) => (random.chance(0.2) ? split(one) : [one])),
  'merge 20 %': mergeSome,
  're-clean': each((text) =>
    text
      .replace(/["“”]/g, '')
      .replace(/fi/g, 'ﬁ')
      .replace(/ (\d)/g, '\u00a0$1')
      .replace(/(\p{Ll}{5})(\p{Ll}{4})/gu, '$1\u00ad$2'),
  ),
  'typographic change': each((text) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/'/g, '’')
      .replace(/ - /g, ' – ')
      .replace(/\.\.\./g, '…'),
  ),
  'rewrite 30 % of words': each(rewrite),
  'furniture after every third': (texts, random) =>
    texts.flatMap((one, at) => (at % 3 === 2 ? [one, { text: random.pick(FURNITURE), from: [] }] : [one])),
  'first 20 characters stripped': each((text) => (text.length > 40 ? text.slice(20) : text)),
  combination: (texts, random) => combine(texts, random),
  'combination and shuffle': (texts, random) => random.shuffle(combine(texts, random)),
}

function combine(texts: readonly EditedPassage[], random: SeededRandom): readonly EditedPassage[] {
  const kinds = ['delete 20 %', '1-3 typos in every passage', 'rewrite 30 % of words', 'insert 6', 're-clean']
  return kinds.reduce((all, kind) => EDITS[kind]!(all, random), texts)
}

function each(change: (text: string, random: SeededRandom) => string): Edit {
  return (texts, random) => texts.map(({ text, from }) => ({ text: change(text, random), from }))
}

function repeat<T>(times: number, start: T, change: (value: T) => T): T {
  return Array.from({ length: times }).reduce<T>(change, start)
}

/** One letter of one word left out, doubled, swapped with the next, or put for another. */
function mistype(text: string, random: SeededRandom): string {
  const words = [...text.matchAll(/\p{L}{3,}/gu)]
  if (words.length === 0) return text
  const word = random.pick(words)
  const at = word.index + 1 + random.upTo(word[0].length - 2)
  const kinds = [text[at]! + text[at]!, '', text[at + 1]! + text[at]!, random.pick([...'aeinrst'])]
  const kind = random.upTo(kinds.length)
  return text.slice(0, at) + kinds[kind]! + text.slice(at + (kind === 2 ? 2 : 1))
}

/** Replaces three words in ten by invented ones. */
function rewrite(text: string, random: SeededRandom): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (random.chance(0.3) ? random.pick(WORDS) : word))
}

/** A new passage of invented words. */
export function invent(random: SeededRandom): EditedPassage {
  return { text: `${Array.from({ length: 12 + random.upTo(30) }, () => random.pick(WORDS)).join(' ')}.`, from: [] }
}

function insertAt(texts: readonly EditedPassage[], at: number, one: EditedPassage): EditedPassage[] {
  return [...texts.slice(0, at), one, ...texts.slice(at)]
}

/** Cuts after a sentence, or after a word in the middle. */
function split({ text, from }: EditedPassage): EditedPassage[] {
  const sentences = splitSentences(text, 'en')
  const middle = sentences.length > 1 ? sentences[sentences.length >> 1]!.start : text.indexOf(' ', text.length / 2) + 1
  if (middle <= 1 || middle >= text.length) return [{ text, from }]
  return [
    { text: text.slice(0, middle).trim(), from },
    { text: text.slice(middle), from },
  ]
}

function mergeSome(texts: readonly EditedPassage[], random: SeededRandom): EditedPassage[] {
  const merged: EditedPassage[] = []
  for (const one of texts) {
    const last = merged.at(-1)
    if (last && last.from.length === 1 && random.chance(0.2))
      merged[merged.length - 1] = { text: `${last.text} ${one.text}`, from: [...last.from, ...one.from] }
    else merged.push(one)
  }
  return merged
}
