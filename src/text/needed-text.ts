/** Texts in lower case, of which each text that a pattern fits holds at least one; undefined where there is no such list. */
export type Needed = readonly string[] | undefined

/** Longer texts are no rarer, and spaces make none rare. */
const RARE = 9

/**
 * Reads from a regular expression which texts one must look for before it is tried (Cox 2012, "Regular Expression
 * Matching with a Trigram Index").
 *
 * @param source of a pattern that has the flag `u`, with or without `i`
 */
export function readNeeded(source: string): Needed {
  return readAlternatives(new Reader(source))
}

class Reader {
  readonly #source: string
  at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Goes on behind a part that fits here, if it does. */
  take(part: RegExp): string | undefined {
    part.lastIndex = this.at
    const found = part.exec(this.#source)?.[0]
    this.at += found?.length ?? 0
    return found
  }
}

/** One of the alternatives fits, so that a text of any of them may be the one. */
function readAlternatives(reader: Reader): Needed {
  const all = [readSequence(reader)]
  while (reader.take(/\|/y)) all.push(readSequence(reader))
  return all.includes(undefined) ? undefined : all.flatMap((needed) => needed!)
}

/** All parts of a sequence fit: the rarest decides. */
function readSequence(reader: Reader): Needed {
  let best: Needed
  let run = ''
  const offer = (needed: Needed) => {
    if (needed && rarityOf(needed) > rarityOf(best)) best = needed
  }
  const endRun = () => {
    if (run !== '') offer([run])
    run = ''
  }
  for (let part = readPart(reader); part; part = readPart(reader)) {
    if (part.literal === undefined || !part.isThere) endRun()
    if (part.isThere && part.literal !== undefined) run += part.literal
    else if (part.isThere) offer(part.needed)
    if (part.isRepeated) endRun()
  }
  endRun()
  return best
}

const lettersOf = (text: string): number => text.replaceAll(' ', '').length || 0.5
/** Of two lists with texts of one length the shorter is the rarer. */
const rarityOf = (needed: Needed): number =>
  needed && needed.length > 0 ? Math.min(RARE, ...needed.map(lettersOf)) - needed.length / 1e4 : 0

/** A part of a sequence. */
interface Part {
  /** A character that stands for itself; "" for a part that takes none. */
  readonly literal?: string
  readonly needed?: Needed
  /** False for what may be left out. */
  readonly isThere: boolean
  readonly isRepeated: boolean
}

/** Parts that take no character, which leave what stands beside them together. */
const EDGE = /\^|\$|\\[bB]/y
const GROUP = /\((?:\?(?:[:=]|<(?![=!])[^>]+>))?(?!\?)/y
const NOT = /\(\?<?[=!]/y
/** A class that lists its characters. */
const LIST = /\[(?!\^)[^\\\]-]+\]/uy
/** Other classes, and escapes for classes or characters by their number. */
const CLASS =
  /\[(?:\\.|[^\]\\])*\]|\.|\\(?:[pP]\{[^}]+\}|u\{[^}]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[dDwWsS]|k<[^>]+>|\d+|[cfnrtv0])/y
const CHARACTER = /\\.|[^|)]/uy
const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y

function readPart(reader: Reader): Part | undefined {
  if (reader.take(EDGE)) return { literal: '', isThere: true, isRepeated: false }
  if (reader.take(NOT)) return withQuantifier(reader, skipGroup(reader))
  if (reader.take(GROUP)) return withQuantifier(reader, { needed: readGroup(reader) })
  const list = reader.take(LIST)?.slice(1, -1)
  if (list !== undefined) return withQuantifier(reader, { needed: readList([...list].map(readCharacter)) })
  if (reader.take(CLASS)) return withQuantifier(reader, {})
  const character = reader.take(CHARACTER)?.replace(/^\\/, '')
  return character === undefined ? undefined : withQuantifier(reader, readCharacter(character))
}

const readList = (characters: readonly Pick<Part, 'literal'>[]): Needed => {
  const literals = characters.flatMap(({ literal }) => literal ?? [])
  return literals.length === characters.length ? [...new Set(literals)] : undefined
}

/** Letters that are not of the alphabet have other forms besides capitals. */
const readCharacter = (character: string): Pick<Part, 'literal'> =>
  /[^\P{L}A-Za-z]/u.test(character) ? {} : { literal: character.toLowerCase() }

function readGroup(reader: Reader): Needed {
  const needed = readAlternatives(reader)
  reader.take(/\)/y)
  return needed
}

function skipGroup(reader: Reader): Pick<Part, 'literal'> {
  readGroup(reader)
  return { literal: '' }
}

function withQuantifier(reader: Reader, part: Pick<Part, 'literal' | 'needed'>): Part {
  const quantifier = reader.take(QUANTIFIER)
  return { ...part, isThere: !/^(?:[?*]|\{0)/.test(quantifier ?? ''), isRepeated: quantifier !== undefined }
}
