import { isDeepStrictEqual } from 'node:util'
import { SAXParser } from 'parse5-sax-parser'
import { readMdx } from '../../markup/read-mdx.ts'
import { renderHtml } from '../../markup/render-html.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import { textOf } from '../../markup/vocabulary.ts'
import { inspectHtml } from '../../publish/render/inspect-html.ts'
import { removeDeceiving } from '../../text/characters.ts'
import { COMPILERS } from './compile-mdx.ts'
import { placeInFrontMatter, placeInPassages } from './positions.ts'

/** Text as reading and cleaning leave it: no deceiving characters, and one space for any run of white space. */
export function cleanText(text: string): string {
  return removeDeceiving(text)
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim()
}

/** Harm done when a hostile text was written and read again. */
export interface Harm {
  readonly kind: 'executed' | 'broken' | 'changed'
  readonly where: string
}

let count = 0

/** The name under which a hostile text would leave a trace if it were run; a new one each time. */
function nameCanary(): string {
  count += 1
  return `canary${count}`
}

/**
 * Writes a text into every position of a file, reads the file by our reader and by both compilers, renders it, and
 * returns every harm done.
 *
 * @param template the text, with CANARY where it would run
 */
export async function carryText(template: string): Promise<Harm[]> {
  const canary = nameCanary()
  const text = cleanText(template.replaceAll('CANARY', `globalThis.${canary}=1`))
  if (text === '') return []
  const [front, marked] = [placeInFrontMatter(text), placeInPassages(text)]
  const expected = { frontMatter: front, passages: marked.map(({ words }) => textOf(words)) }
  const file = writeMdx(front, marked)
  const found: Harm[] = []
  const look = async (where: string, read: () => Promise<object> | object) => {
    try {
      if (!isDeepStrictEqual(plain(await read()), expected)) found.push({ kind: 'changed', where })
    } catch {
      found.push({ kind: 'broken', where })
    }
    await undefined
    if (canary in globalThis) found.push({ kind: 'executed', where })
  }
  for (const [where, compile] of Object.entries(COMPILERS)) await look(where, () => compile(file))
  await look('our reader', () => readBack(file))
  await look('HTML', () => ({
    frontMatter: front,
    passages: marked.map(({ words }) => readHtml(renderHtml(words, () => ({ href: '/', type: 'person' })))),
  }))
  return found
}

/** Both parsers of YAML make objects of their own kinds. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function readBack(file: string): object {
  const { data, passages, problems } = readMdx('x.mdx', file)
  if (problems.length > 0) throw new Error(problems[0]!.reason)
  return { frontMatter: data, passages: passages.map(({ words }) => textOf(words)) }
}

/** @throws Error when there is anything in the HTML but our elements */
function readHtml(html: string): string {
  const { faults } = inspectHtml(html)
  if (faults.length > 0) throw new Error(faults[0])
  const words: string[] = []
  const parser = new SAXParser()
  parser.on('text', ({ text }) => words.push(text))
  parser.on('startTag', ({ tagName }) => {
    if (!['a', 'q', 'time', 'span'].includes(tagName)) throw new Error(tagName)
  })
  parser.on('comment', () => {
    throw new Error('comment')
  })
  parser.end(html)
  return words.join('')
}
