import { startNumbering } from '../text/numbering.ts'
import { MOST_OF_MANY, onForget, rememberWords } from '../text/tokens.ts'
import { keyWord } from './word-key.ts'

/**
 * Initialisms (U.N.), numbers with separators, and words with inner hyphens and apostrophes ("cease-fire" is one word). The
 * first alternative is the commonest word of all, in half the time.
 */
const WORD =
  /[A-Za-z]{2,}(?=[ ,.;:!?)”"\n]|$)|(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:[-‐‑]\p{L}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

/** Words in one array. */
const CHUNK = 1 << 18
/** The highest number of two bytes stands for all from there on. */
const MOST_PACKED = 0xffff
/**
 * Maximum characters of texts whose words are kept: those of some 120,000 articles, for passages, sentences and clauses
 * are all looked up several times.
 */
const MOST_SPLIT = 500_000_000

/**
 * The words of texts in eight bytes each: the number of the key; how far the word is from the last one, and its length. As
 * objects they would take six times the memory, and be visited whenever the heap is collected.
 */
interface Chunk {
  readonly keys: Uint32Array
  readonly places: Uint32Array
}

/** Keys by number. */
const keysOfAll: string[] = []
const numberKey = startNumbering()
const numberWord = rememberWords((word) => {
  const key = keyWord(word)
  const number = numberKey(key)
  keysOfAll[number] = key
  return number
})

/** The key, under which the spellings of a word meet, by its number. */
export function keyAt(number: number): string {
  return keysOfAll[number]!
}

/**
 * Memoizes a function of a key by its number, which takes no look-up of a text.
 *
 * @param ofKey a pure function that never gives undefined
 */
export function rememberKeys<T extends {}>(ofKey: (key: string) => T): (number: number) => T {
  const known: T[] = []
  return (number) => (known[number] ??= ofKey(keyAt(number)))
}

let chunks: Chunk[] = []
let used = CHUNK
/** Where the words of a text begin: number of the chunk times `CHUNK`, and place in it, where their number stands. */
const starts = new Map<string, number>()
let characters = 0
let limit = MOST_SPLIT

onForget(forget)

function forget(): void {
  chunks = []
  used = CHUNK
  starts.clear()
  characters = 0
}

/** Reads the words of a text in order; offsets in UTF-16 code units. */
class WordReader {
  start = 0
  end = 0
  private readonly text: string
  private readonly chunk: Chunk
  private at: number
  private readonly last: number

  constructor(text: string, chunk: Chunk, at: number) {
    this.text = text
    this.chunk = chunk
    this.at = at
    this.last = at + chunk.keys[at]!
  }

  /** Goes to the next word; false after the last. */
  next(): boolean {
    if (this.at >= this.last) return false
    this.at += 1
    const place = this.chunk.places[this.at]!
    const [gap, length] = [place >>> 16, place & MOST_PACKED]
    if (gap === MOST_PACKED || length === MOST_PACKED) this.match()
    else {
      this.start = this.end + gap
      this.end = this.start + length
    }
    return true
  }

  /** The number of the word's key. */
  get number(): number {
    return this.chunk.keys[this.at]!
  }

  /** Finds a word in the text, because it or the gap before it is too long for two bytes. */
  private match(): void {
    WORD.lastIndex = this.end
    const { 0: word, index } = WORD.exec(this.text)!
    WORD.lastIndex = 0
    this.start = index
    this.end = index + word.length
  }
}

/** The words of a text; they are split once, and kept until there are too many. */
export function readWords(text: string): WordReader {
  const start = starts.get(text) ?? keepWords(text)
  return new WordReader(text, chunks[Math.floor(start / CHUNK)]!, start % CHUNK)
}

/** Splits a text, keeps its words and returns where they begin. */
function keepWords(text: string): number {
  const words = [...text.matchAll(WORD)]
  makeRoom(text.length, words.length + 1)
  const [number, first] = [chunks.length - 1, used]
  const { keys, places } = chunks[number]!
  keys[first] = words.length
  let end = 0
  for (const [at, { 0: word, index }] of words.entries()) {
    keys[first + 1 + at] = numberWord(word)
    places[first + 1 + at] = Math.min(index - end, MOST_PACKED) * 0x10000 + Math.min(word.length, MOST_PACKED)
    end = index + word.length
  }
  used += words.length + 1
  starts.set(text, number * CHUNK + first)
  return number * CHUNK + first
}

/** Begins with nothing kept when there are too many texts, and a new chunk where the last one is full. */
function makeRoom(length: number, words: number): void {
  if (characters + length > limit) {
    forget()
    limit = MOST_OF_MANY
  }
  characters += length
  if (used + words <= CHUNK) return
  const size = Math.max(words, CHUNK)
  chunks.push({ keys: new Uint32Array(size), places: new Uint32Array(size) })
  used = 0
}
