/** A place within a page that its citations should name. */
export interface Place {
  /** What follows the page's address: `#p-4x7k2m`, `?q=crane`; empty for the whole page. */
  readonly suffix: string
  /** Number of the passage, as the page shows it. */
  readonly paragraph?: string | undefined
}

let written: { node: Text; text: string }[] | undefined

/** The words of the page's citations as they were before any place was named in them. */
function readWritten(box: HTMLElement): { node: Text; text: string }[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; text: string }[] = []
  while (walker.nextNode()) nodes.push({ node: walker.currentNode as Text, text: (walker.currentNode as Text).data })
  return nodes
}

/** Makes every citation of the page name a place within it. */
export function citeHere({ suffix, paragraph }: Place): void {
  const box = document.querySelector<HTMLElement>('#cite')
  const address = box?.dataset['address']
  if (!box || !address) return
  written ??= readWritten(box)
  for (const { node, text } of written) {
    const placed = text.replaceAll(address, address + suffix)
    node.data = paragraph ? placed.replace(/Version \d+/, `$&; Paragraph ${paragraph}`) : placed
  }
}

/** Names the passage that the reader was sent to, or has chosen by its number. */
export function citePassages(): void {
  const name = () => {
    const target = document.querySelector('.passage:target')
    citeHere({ suffix: target ? `#${target.id}` : '', paragraph: /\d+/.exec(target?.querySelector('.number')?.textContent ?? '')?.[0] })
  }
  name()
  addEventListener('hashchange', name)
}
