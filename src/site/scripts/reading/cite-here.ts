/** A place within a page that its citations should name. */
export interface CitedPlace {
  /** What follows the page's address: `#p-4x7k2m`, `?q=crane`; empty for the whole page. */
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

/** Makes every citation of the page name a place within it, and gives each that programs read a key of its own. */
export function citeHere({ suffix, paragraph }: CitedPlace): void {
  const box = document.querySelector<HTMLElement>('#cite')
  const { address, key } = box?.dataset ?? {}
  if (!box || !address || !key) return
  written ??= readWritten(box)
  const isKey = new RegExp(`(?<![\\w/-])${key}(?=[",\\s])`)
  const placedKey = key + suffix.replace(/[^0-9A-Za-z]+/g, '-')
  for (const { node, text } of written) {
    const placed = text.replaceAll(address, address + suffix)
    const keyed = node.parentElement?.closest('pre') ? placed.replace(isKey, placedKey) : placed
    node.data = paragraph ? keyed.replace(/Version \d+/, `$&; Paragraph ${paragraph}`) : keyed
  }
}

/** Names the passage whose address the reader came by, or has chosen by its number, or that states what was asked for. */
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
