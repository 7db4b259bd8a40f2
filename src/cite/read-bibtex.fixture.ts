import type { CslItem, CslName } from './csl.ts'
import { parseDate } from './csl.ts'
import { COMMANDS } from './write-references.ts'

const COMMAND = /\\(?:text[a-z]+\{\}|[%&#$_])/g

/** Reads the BibLaTeX entries that `writeBiblatex` wrote. */
export function readBiblatex(text: string): CslItem[] {
  return Array.from(text.matchAll(/^@\w+\{([\w-]*),\n((?: {2}.+\n)*)\}$/gm), ([, id, body]) => readEntry(id!, body!))
}

const CONTAINERS = ['journaltitle', 'organization', 'maintitle']

function readEntry(id: string, body: string): CslItem {
  const fields = new Map(Array.from(body.matchAll(/^ {2}(\w+) = \{(.*)\},$/gm), ([, name, value]) => [name!, value!]))
  const [author, url] = [fields.get('author'), fields.get('url')]
  const [issued, accessed] = [parseDate(fields.get('date')), parseDate(fields.get('urldate'))]
  const text = (key: string, name: string) => (fields.has(name) ? { [key]: unescape(fields.get(name)!) } : {})
  return {
    id,
    type: fields.has('entrysubtype') ? 'article-newspaper' : 'webpage',
    title: unescape(fields.get('title')!.slice(1, -1)),
    ...(author && { author: splitOutside(author, ' and ').map(readName) }),
    ...text('container-title', CONTAINERS.find((name) => fields.has(name)) ?? ''),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(url && { URL: url }),
    ...text('language', 'langid'),
    ...text('abstract', 'abstract'),
    ...text('archive', 'library'),
    ...text('note', 'note'),
  }
}

function readName(text: string): CslName {
  const [family = '', ...rest] = splitOutside(text, ', ').map((part) => unescape(part.replace(/^\{(.*)\}$/, '$1')))
  const [given, suffix] = rest.toReversed()
  return given === undefined ? { literal: family } : { family, given, ...(suffix !== undefined && { suffix }) }
}

/** Splits at a separator that is outside all braces. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at))
      start = at + separator.length
    }
  }
  return [...parts, text.slice(start)]
}

function unescape(text: string): string {
  return text.replace(COMMAND, (command) => COMMANDS.get(command) ?? command)
}
