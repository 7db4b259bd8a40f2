import { SAXParser } from 'parse5-sax-parser'
import type { StartTag } from 'parse5-sax-parser'

/** What the image of a page shows: all of it stands on the page, so nothing that may not be shown gets into it. */
export interface PageCard {
  readonly title: string
  /** What the page is and what it counts, in its own words: "Person", "named in 3 of 5 sources". */
  readonly parts: readonly string[]
  readonly foot: string
  /** Kind of the entity, where it is about one. */
  readonly kind?: string
}

const SEPARATOR = '\u0000'

/** Reads the card of a page from its title and the line above its heading; undefined where it names no image. */
export function readShareCard(html: string): PageCard | undefined {
  const meta = new Map<string, string>()
  let kicker = ''
  let kind: string | undefined
  let isInside = false
  const parser = new SAXParser()
  parser.on('startTag', (tag) => {
    const attribute = (name: string) => attributeOf(tag, name)
    if (tag.tagName === 'meta') meta.set(attribute('property') ?? '', attribute('content') ?? '')
    if (attribute('class') === 'kicker' && kicker === '') {
      isInside = true
      kind = attribute('data-kind')
    }
  })
  parser.on('text', ({ text }) => (kicker += isInside ? text : ''))
  parser.on('endTag', ({ tagName }) => {
    if (isInside) kicker += SEPARATOR
    if (tagName === 'p') isInside = false
  })
  parser.end(html)
  if (!meta.has('og:image')) return undefined
  const parts = kicker
    .split(SEPARATOR)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  return {
    title: meta.get('og:title') ?? '',
    parts,
    foot: meta.get('og:site_name') ?? '',
    ...(kind !== undefined && { kind }),
  }
}

function attributeOf({ attrs }: StartTag, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}
