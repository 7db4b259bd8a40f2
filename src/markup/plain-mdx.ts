import type { Inline, InlineTag, MarkedPassage, TagName } from './vocabulary.ts'
import { isAnnotationTag, isAttributeOf, VOCABULARY } from './vocabulary.ts'

/*
 * Most passages contain no character with a meaning in MDX. They are written and read here, twenty times faster than
 * by the library; a test compares the two. All other passages are left to the library.
 */

/** Characters without a meaning in MDX, between two tags of a line. */
const PLAIN = String.raw`[\p{L}\p{M}\p{N} ,.;:?“”‘’'"()…–—%$€£/-]`
/** And in an attribute. */
const VALUE = String.raw`[\p{L}\p{M}\p{N} ,.;:?()…–—%$€£/~-]`

const IS_PLAIN = new RegExp(`^${PLAIN}+$`, 'u')
const IS_VALUE = new RegExp(`^${VALUE}+$`, 'u')
const ATTRIBUTE = new RegExp(` ([a-z]+)="(${VALUE}+)"`, 'uy')
const TAG = /<([A-Z][a-z]+)/y
/** A line of tags and spaces alone is no paragraph. */
const HAS_WORDS = />[^<]*[^ <]/
const TEXT = new RegExp(`${PLAIN}+`, 'uy')

/** The line of a passage, or nothing where a character may have to be escaped. */
export function writePlainPassage({ id, words }: MarkedPassage): string | undefined {
  const line = writeTag('Passage', { id }, words)
  return line !== undefined && HAS_WORDS.test(line) ? line : undefined
}

function writeTag(
  name: TagName,
  attributes: Readonly<Record<string, string>>,
  children: readonly Inline[],
): string | undefined {
  if (children.length === 0) return undefined
  let line = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (!IS_VALUE.test(value)) return undefined
    line += ` ${key}="${value}"`
  }
  line += '>'
  for (const child of children) {
    const written = 'text' in child ? writeText(child.text) : writeTag(child.tag, child.attributes, child.children)
    if (written === undefined) return undefined
    line += written
  }
  return `${line}</${name}>`
}

const writeText = (text: string): string | undefined => (IS_PLAIN.test(text) ? text : undefined)

/** A place in a line that is read. */
interface Reading {
  readonly line: string
  at: number
}

/** The passage of a line, or nothing where it holds anything but tags of the vocabulary and plain words. */
export function readPlainPassage(line: string): MarkedPassage | undefined {
  if (!HAS_WORDS.test(line)) return undefined
  const reading = { line, at: 0 }
  const attributes = readOpening(reading, 'Passage')
  const words = attributes && readInside(reading, 'Passage')
  return words && reading.at === line.length ? { id: attributes['id']!, words } : undefined
}

/** Words and tags up to the end of the tag around them, which is read too. */
function readInside(reading: Reading, around: TagName): Inline[] | undefined {
  const words: Inline[] = []
  const end = `</${around}>`
  while (!reading.line.startsWith(end, reading.at)) {
    const word = readText(reading) ?? readTag(reading)
    if (!word) return undefined
    words.push(word)
  }
  reading.at += end.length
  return words.length > 0 ? words : undefined
}

function readText(reading: Reading): Inline | undefined {
  const text = match(TEXT, reading)?.[0]
  return text === undefined ? undefined : { text }
}

function readTag(reading: Reading): InlineTag | undefined {
  TAG.lastIndex = reading.at
  const tag = TAG.exec(reading.line)?.[1]
  if (tag === undefined || !isAnnotationTag(tag)) return undefined
  const attributes = readOpening(reading, tag)
  const children = attributes && readInside(reading, tag)
  return children && { tag, attributes, children }
}

/** The attributes of a tag that begins here, or nothing where it is another tag or lacks one of them. */
function readOpening(reading: Reading, name: TagName): Record<string, string> | undefined {
  if (!reading.line.startsWith(`<${name}`, reading.at)) return undefined
  reading.at += name.length + 1
  const attributes: Record<string, string> = {}
  for (let found = match(ATTRIBUTE, reading); found; found = match(ATTRIBUTE, reading)) {
    const [, key, value] = found
    if (!isAttributeOf(name, key!)) return undefined
    attributes[key!] = value!
  }
  const isClosed = reading.line[reading.at] === '>'
  reading.at += 1
  return isClosed && VOCABULARY[name].required.every((one) => one in attributes) ? attributes : undefined
}

function match(pattern: RegExp, reading: Reading): RegExpExecArray | undefined {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.line)
  if (!found) return undefined
  reading.at = pattern.lastIndex
  return found
}
