/** Highlights the words that the reader searched for in the passage that the address names. */
export function highlightWords(): void {
  const words = new URLSearchParams(location.search).get('words')?.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  const passage = document.getElementById(location.hash.slice(1))
  if (!words || !passage || !('highlights' in CSS)) return
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.nodeValue!.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words.some((asked) => word.toLowerCase().startsWith(asked))) ranges.push(rangeOf(walker.currentNode, index, word.length))
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges))
}

function rangeOf(node: Node, start: number, length: number): Range {
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, start + length)
  return range
}
