import { SAXParser } from 'parse5-sax-parser'
import type { StartTag } from 'parse5-sax-parser'
import { nameToken } from '../model/name-token.ts'

/** A passage while it is read: the element it is, and whom it names. */
interface OpenPassage {
  readonly tagName: string
  readonly ids: Set<string>
}

/**
 * Adds to each passage of a page, behind its last word, the token of every entity that it names, for the search index
 * only: so an entity is found where a passage calls it by another name, and no phrase runs from one passage into the next.
 */
export function addNameTokens(html: string): string {
  const parts: string[] = []
  let done = 0
  let open: OpenPassage | undefined
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    if (attributeOf(tag, 'class') === 'passage') open = { tagName: tag.tagName, ids: new Set() }
    const id = attributeOf(tag, 'data-id')
    if (id !== undefined) open?.ids.add(id)
  })
  parser.on('endTag', ({ tagName, sourceCodeLocation }) => {
    if (!open || tagName !== open.tagName) return
    const end = sourceCodeLocation!.startOffset
    parts.push(html.slice(done, end), ...[...open.ids].map((id) => ` ${nameToken(id)}`))
    done = end
    open = undefined
  })
  parser.end(html)
  return parts.join('') + html.slice(done)
}

function attributeOf({ attrs }: StartTag, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}
