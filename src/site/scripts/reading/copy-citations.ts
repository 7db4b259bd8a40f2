import { copying } from '../../text/en.ts'

/** Gives each citation a button that copies it. Without a script the words can be selected. */
export function copyButtons(): void {
  for (const text of document.querySelectorAll<HTMLElement>('.copyable')) {
    const button = document.createElement('button')
    button.textContent = copying.copy
    button.className = 'copy'
    button.onclick = () => navigator.clipboard.writeText(textOf(text)).then(() => (button.textContent = copying.copied))
    text.append(' ', button)
  }
}

/**
 * Copies the citation at a link's target, with the words beside it, at a click on "Cite". Without JavaScript the link
 * leads there.
 */
export function copyCitations(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a.cite-link:not([role])')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !('clipboard' in navigator)) return
    event.preventDefault()
    const words = link
      .closest('.saying, .account')
      ?.querySelector('blockquote')
      ?.textContent?.trim()
      .replace(/^“(.*)”$/s, '$1')
    readCitation(link)
      .then((citation) => navigator.clipboard.writeText(words ? `“${words}” ${citation}` : citation))
      .then(
        () => showCopied(link),
        () => location.assign(link.href),
      )
  })
}

/** The citation on this page, or on the page of its source. */
async function readCitation({ href, hash }: HTMLAnchorElement): Promise<string> {
  const here = document.getElementById(hash.slice(1))
  if (here) return textOf(here)
  const page = await (await fetch(href)).text()
  const found = new RegExp(`id="${hash.slice(1)}"[^>]*>([^<]*)`).exec(page)?.[1]
  if (found === undefined) throw new Error('no citation there')
  return found.replace(/&(?:(lt|gt|quot|amp)|#(\d+));/g, (_, name: keyof typeof MARKS, code: string) =>
    name ? MARKS[name] : String.fromCodePoint(Number(code)),
  )
}

const MARKS = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** The words of a citation without the button that copies it. */
function textOf(citation: HTMLElement): string {
  return [...citation.childNodes]
    .filter((node) => node.nodeName !== 'BUTTON')
    .map((node) => node.textContent)
    .join('')
    .trim()
}

/** Says that it was copied, and leads to the other styles, which then cite the same passage. */
function showCopied(link: HTMLAnchorElement): void {
  const said = document.createElement('a')
  said.className = 'cite-link'
  said.href = link.href.replace('#cite-', '#')
  said.textContent = `${copying.copied} ${copying.otherStyles}`
  said.setAttribute('role', 'status')
  if (document.getElementById('cite') && link.hash && document.getElementById(link.hash.slice(1))) {
    history.replaceState(null, '', said.href)
    dispatchEvent(new HashChangeEvent('hashchange'))
    said.href = '#cite'
    said.onclick = showStyles
  }
  link.replaceWith(said)
  said.focus()
}

/** Opens all styles and formats of the citation box; the fragment stays that of the passage, which the box cites by it. */
function showStyles(event: Event): void {
  event.preventDefault()
  const box = document.getElementById('cite')!
  for (const details of box.querySelectorAll<HTMLDetailsElement>(
    ':scope > details:not([data-placed], [data-original])',
  ))
    details.open = true
  box.scrollIntoView()
}

/** A place within a page that its citations should name. */
export interface CitedPlace {
  /** The end of the page's address: `#p-4x7k2m`, `?q=crane`; empty for the whole page. */
  readonly suffix: string
  /** Number of the passage, as the page shows it. */
  readonly paragraph?: string | undefined
}

let written: { node: Text; text: string }[] | undefined

/** The words of the page's citations before any place was named in them; those of single passages name theirs already. */
function readWritten(box: HTMLElement): { node: Text; text: string }[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; text: string }[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!node.parentElement?.closest('[data-placed]')) nodes.push({ node, text: node.data })
  }
  return nodes
}

/**
 * Makes every citation of the page name a place within it, with a separate key for each in machine-readable formats.
 */
export function citeHere({ suffix, paragraph }: CitedPlace): void {
  const box = document.querySelector<HTMLElement>('#cite')
  const { address, key } = box?.dataset ?? {}
  if (!box || !address || !key) return
  written ??= readWritten(box)
  const isKey = new RegExp(`(?<![\\w/-])${key}(?=[",\\s])`)
  const placedKey = key + suffix.replace(/[^0-9A-Za-z]+/g, '-')
  const said = box.querySelector('.now-cites')
  if (said) said.textContent = paragraph ? copying.ofPassage(paragraph) : ''
  for (const { node, text } of written) {
    const placed = text.replaceAll(address, address + suffix)
    const keyed = node.parentElement?.closest('pre') ? placed.replace(isKey, placedKey) : placed
    node.data = paragraph ? keyed.replace(/Version \d+/, `$&; Paragraph ${paragraph}`) : keyed
  }
}

/** Finds the passage of the address, of the chosen number, or with the requested statement. */
export function citePassages(): void {
  const name = () => {
    const fragment = /^#([dfpq]-[0-9a-z]+)$/.exec(location.hash)?.[1]
    const passage = fragment === undefined ? null : document.getElementById(fragment)?.closest('.passage')
    citeHere({
      suffix: passage ? location.hash : '',
      paragraph: /\d+/.exec(passage?.querySelector('.number')?.textContent ?? '')?.[0],
    })
  }
  name()
  addEventListener('hashchange', name)
}
