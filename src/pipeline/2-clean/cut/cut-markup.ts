import type { Nodes, Root } from 'mdast'
import { createRequire } from 'node:module'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { readData } from '../../../text/read-data.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Range } from '../../../model/passage.ts'
import type { Cut } from '../trace/trace.ts'

const load = createRequire(import.meta.url)

/** Loaded for the first text in Markdown: to load it takes each thread as long as to read ten articles. */
const loadRemark = () => (load('remark') as typeof import('remark')).remark

interface MarkupRule {
  rule: string
  kind: string
  isGlue: boolean
  patterns: string[]
}

const rules: MarkupRule[] = readData('./markup.yml', import.meta.url)
const RULES = rules.map(({ patterns, ...rest }) => ({
  ...rest,
  pattern: new RegExp(patterns.join('|'), 'giu'),
}))

/**
 * Finds markup: tags, comments, shortcodes, entities for spaces, invisible characters.
 *
 * @param text the seed's decoded text
 * @param known earlier cuts, as by Markdown
 * @returns all cuts in order, without overlaps: of two that overlap, the first one stays
 */
export function cutMarkup(text: string, known: readonly Cut[]): Cut[] {
  const found = RULES.flatMap(({ rule, kind, isGlue, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      kind,
      rule,
      isGlue,
    })),
  )
  const cuts: Cut[] = []
  for (const cut of [...known, ...cutEntities(text), ...found].sort((a, b) => a.start - b.start)) {
    if (cut.start >= (cuts.at(-1)?.end ?? 0)) cuts.push(cut)
  }
  return cuts
}

/** The text after the "&"; a page that was encoded twice has "&amp;#8217;". */
const ENTITY = /(?<=&)(?:amp;)?(?:(?<name>[a-z]{2,31}\d{0,2})|#(?<decimal>\d{2,5})|#x(?<hexadecimal>[\da-f]{2,4}));/giu
/** A numeric entity is decoded only for a visible character, never for a control character or a line end. */
const SEEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u

/** Finds the characters that are written as entities. The "&" of each stays and is shown as the character, the rest is cut. */
export function cutEntities(text: string): Cut[] {
  return [...text.matchAll(ENTITY)].flatMap(({ 0: words, index, groups }) => {
    const { name, decimal, hexadecimal } = groups!
    const stands = name
      ? decodeNamedCharacterReference(name) || undefined
      : String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16))
    if (stands?.length !== 1 || !SEEN.test(stands)) return []
    return [
      { start: index, end: index + words.length, kind: 'markup', rule: 'boilerplate/entity', isGlue: true, stands },
    ]
  })
}

/**
 * A word broken at the end of a line, with the characters before it: a hyphen there means that it is the last part of
 * a compound.
 */
const BROKEN =
  /(?<before>[-‐]?)(?<![\p{L}\p{M}])(?<first>[\p{L}\p{M}]{1,30})(?<hyphen>[-‐])(?:\r\n|[\n\r])[ \t]{0,20}(?<second>\p{Ll}[\p{L}\p{M}]{0,30})/gu
/** Quick test: every broken word matches, few texts do. */
const LINE_HYPHEN = /[-‐][\n\r]/
const WORD = /[\p{L}\p{M}]{1,40}(?:[-‐][\p{L}\p{M}]{1,40}){0,5}/gu

/**
 * Finds the hyphens that only hyphenation put into a word: "minis-" above "ter". The word without its hyphen must
 * occur elsewhere in the text or in the language's word list; other hyphens stay.
 *
 * @param text the seed's decoded text
 * @param pack without one, only the words of the text are known
 */
export function cutHyphens(text: string, pack: Boilerplate | undefined): Cut[] {
  if (!LINE_HYPHEN.test(text)) return []
  const broken = [...text.matchAll(BROKEN)]
  if (broken.length === 0) return []
  const words = new Set(text.toLowerCase().match(WORD))
  return broken.flatMap(({ index, groups }) => {
    const { before, first, second } = groups!
    if (before !== '' || !isOneWord(first!.toLowerCase(), second!, words, pack)) return []
    const start = index + first!.length
    return [{ start, end: start + 1, kind: 'markup', rule: 'boilerplate/hyphen', isGlue: true }]
  })
}

function isOneWord(first: string, second: string, words: ReadonlySet<string>, pack: Boilerplate | undefined): boolean {
  if (words.has(`${first}${second}`)) return true
  if (!pack || words.has(`${first}-${second}`) || pack.wording.halves.has(first)) return false
  return pack.isWord(`${first}${second}`)
}

/** Markdown as read: its marks, and which ranges are headings and paragraphs. */
export interface MarkdownReading {
  readonly cuts: readonly Cut[]
  readonly headings: readonly Range[]
  readonly paragraphs: readonly Range[]
}

const FRONT_MATTER = /^---[ \t]*(?:\r\n|\n|\r)[^]*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/

/** Marks of one paragraph above this, or so many before its first word, are no text that a person marked up. */
const MAX_MARKS = 2000
const MAX_NESTING = 200

/**
 * True when a text has so many marks that a parser of Markdown would take minutes or give up: nested quotations and
 * lists by the hundred, brackets or asterisks by the thousand. Such a file is read as plain text. Takes time in
 * proportion to the length.
 */
export function isDeepMarkdown(text: string): boolean {
  let marks = 0
  for (const line of text.split('\n')) {
    if ((/^[\s>*+-]+/.exec(line)?.[0].length ?? 0) > MAX_NESTING) return true
    if (line.trim() === '') marks = 0
    marks += line.match(/[[\]*_`<!~\\&]/g)?.length ?? 0
    if (marks > MAX_MARKS) return true
  }
  return false
}

/**
 * Reads Markdown: everything that is not the words of a heading, paragraph or code block is a mark and is cut.
 * The front matter is metadata; the alternative text of an image is its caption.
 *
 * @param text the seed's decoded text
 */
export function cutMarkdown(text: string): MarkdownReading {
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const kept: Range[] = []
  const reading = { cuts: [] as Cut[], headings: [] as Range[], paragraphs: [] as Range[] }
  if (front > 0)
    reading.cuts.push({ start: 0, end: front, kind: 'metadata', rule: 'metadata/front-matter', isGlue: false })
  walk(loadRemark()().parse(' '.repeat(front) + text.slice(front)), text, kept, reading)
  reading.cuts.push(...cutBetween(text, front, kept))
  reading.cuts.sort((a, b) => a.start - b.start)
  return reading
}

/** Gathers the ranges whose words stay, in order. */
function walk(
  node: Root | Nodes,
  text: string,
  kept: Range[],
  reading: { cuts: Cut[]; headings: Range[]; paragraphs: Range[] },
): void {
  const range = { start: node.position!.start.offset!, end: node.position!.end.offset! }
  if (node.type === 'heading') reading.headings.push(range)
  if (node.type === 'paragraph') reading.paragraphs.push(range)
  if (node.type === 'image') keepCaption(node.alt ?? '', range, text, kept, reading.cuts)
  if (node.type === 'text' || node.type === 'html') kept.push(...withoutEscapes(text, range))
  if (node.type === 'code' || node.type === 'inlineCode') keepValue(node.value, range, text, kept)
  if ('children' in node) for (const child of node.children) walk(child, text, kept, reading)
}

/** A backslash before a mark is itself a mark, and so is the sign of a block quotation at the beginning of a line. */
function withoutEscapes(text: string, { start, end }: Range): Range[] {
  const ranges: Range[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])|(?<=[\r\n])[ \t]{0,3}(?:> ?){1,9}/g)) {
    ranges.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  ranges.push({ start: from, end })
  return ranges.filter((range) => range.start < range.end)
}

function keepValue(value: string, range: Range, text: string, kept: Range[]): void {
  const at = text.indexOf(value, range.start)
  kept.push(at >= 0 && at + value.length <= range.end ? { start: at, end: at + value.length } : range)
}

function keepCaption(alt: string, range: Range, text: string, kept: Range[], cuts: Cut[]): void {
  const at = text.indexOf(alt, range.start)
  if (alt === '' || at < 0 || at + alt.length > range.end) return
  kept.push({ start: at, end: at + alt.length })
  cuts.push({ start: at, end: at + alt.length, kind: 'caption', rule: 'boilerplate/image-text', isGlue: false })
}

/** Everything between the kept ranges that is not white space. */
function cutBetween(text: string, from: number, kept: readonly Range[]): Cut[] {
  const cuts: Cut[] = []
  let at = from
  for (const { start, end } of [...kept, { start: text.length, end: text.length }]) {
    for (const mark of text.slice(at, start).matchAll(/[^\r\n]+/g)) {
      if (mark[0].trim() === '') continue
      cuts.push({
        start: at + mark.index,
        end: at + mark.index + mark[0].length,
        kind: 'markup',
        rule: 'boilerplate/markdown',
        isGlue: true,
      })
    }
    at = Math.max(at, end)
  }
  return cuts
}
