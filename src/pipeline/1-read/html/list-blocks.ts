/** A block of a page: the words of a paragraph, a heading, a list item or a table cell. */
export interface PageBlock {
  readonly text: string
  /** The nearest element around it that starts a block. */
  readonly element: Element
  readonly tag: string
  /** Words of its text that are in links. */
  readonly linkWords: number
  readonly words: number
  /** The alternative text of an image between the previous block and this one. */
  readonly picture?: string | undefined
  /** The day and time of an entry of a live blog that it belongs to, as the page prints it. */
  readonly time?: string | undefined
}

const SKIPPED = new Set(
  'script style noscript template svg iframe object embed select button input textarea head math canvas audio video source map area dialog'.split(
    ' ',
  ),
)
const PICTURES = new Set(['img', 'amp-img'])
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul legend amp-ad amp-consent amp-sidebar amp-accordion amp-img'.split(
    ' ',
  ),
)

/** Lists the blocks of a page in reading order. Scripts, styles, forms' fields and templates have no words. */
export function listBlocks(root: Element): PageBlock[] {
  const listing = new Listing()
  listing.walk(root)
  return listing.blocks
}

class Listing {
  readonly blocks: PageBlock[] = []
  #text = ''
  #link = ''
  #breaks = 0
  #linkDepth = 0
  #rowDepth = 0
  #picture: string | undefined

  walk(element: Element): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) this.#add(node.nodeValue ?? '', element)
      else if (node.nodeType === 1) this.#enter(node as Element, element)
    }
  }

  #enter(child: Element, parent: Element): void {
    const tag = child.localName
    if (PICTURES.has(tag) && this.#text.trim() === '') this.#picture = child.getAttribute('alt') ?? ''
    if (SKIPPED.has(tag)) return
    if (tag === 'br') {
      this.#breaks += 1
      if (this.#breaks === 2) this.#close(blockOf(parent))
      else this.#text += ' '
      return
    }
    const isBlock = BLOCKS.has(tag) && this.#rowDepth === 0
    const isRow = tag === 'tr' && isDataRow(child)
    if (this.#rowDepth > 0 && CELLS.has(tag)) this.#text += ' '
    if (isBlock) this.#close(blockOf(parent))
    if (isRow) this.#rowDepth += 1
    if (tag === 'a') this.#linkDepth += 1
    this.walk(child)
    if (tag === 'a') this.#linkDepth -= 1
    if (isRow) this.#rowDepth -= 1
    if (isBlock) this.#close(child)
  }

  #add(words: string, _parent: Element): void {
    if (words.trim() !== '') this.#breaks = 0
    this.#text += words
    if (this.#linkDepth > 0) this.#link += ` ${words}`
  }

  #close(element: Element): void {
    const text = this.#text.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').trim()
    if (text !== '') {
      const block = {
        text,
        element,
        tag: element.localName,
        words: countWords(text),
        linkWords: countWords(this.#link),
        picture: this.#picture,
      }
      this.blocks.push(block)
      this.#picture = undefined
    }
    this.#text = ''
    this.#link = ''
    this.#breaks = 0
  }
}

const CELLS = new Set(['td', 'th'])
/** Longest cell of a row that is read as one block; in UTF-16 code units. */
const LONGEST_CELL = 120

/** True for a row of a data table: short cells without blocks in them. */
function isDataRow(row: Element): boolean {
  const cells = [...row.children].filter(({ localName }) => CELLS.has(localName))
  return (
    cells.length >= 2 &&
    cells.every(
      (cell) =>
        (cell.textContent ?? '').trim().length <= LONGEST_CELL &&
        cell.querySelector('p, div, li, table, h1, h2, h3') === null,
    )
  )
}

function blockOf(element: Element): Element {
  let one: Element | null = element
  while (one && !BLOCKS.has(one.localName) && one.parentElement) one = one.parentElement
  return one ?? element
}

/** Words parted by spaces; a text of a script without spaces counts a word for each two characters. */
export function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  const spaced = text.match(/\S+/g)?.length ?? 0
  return dense > 4 ? Math.max(spaced, Math.round(dense / 2)) : spaced
}

/** A path that leads to an element: `main > div.article-body > p:nth-of-type(3)`. */
export function selectorOf(element: Element): string {
  const steps: string[] = []
  for (
    let one: Element | null = element;
    one && one.localName !== 'html' && steps.length < 4;
    one = one.parentElement
  ) {
    const name = one.localName
    const id = one.getAttribute('id')
    if (id && /^[\w-]{1,40}$/.test(id)) {
      steps.unshift(`#${id}`)
      break
    }
    const same = [...(one.parentElement?.children ?? [])].filter((other) => other.localName === name)
    steps.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(one) + 1})` : name)
  }
  return steps.join(' > ')
}
