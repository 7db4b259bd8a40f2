import { listWords } from '../../../text/search-words.ts'
import { findRuns } from '../search/mark-words.ts'

/** Highlights, in the passage that the address names, the runs of words that it gives: what a search found there. */
export function highlightWords(): void {
  const runs = new URLSearchParams(location.search).getAll('words').map((run) => run.split(' '))
  const passage = document.getElementById(location.hash.slice(1))
  if (runs.length === 0 || !passage || !('highlights' in CSS)) return
  const words = wordsIn(passage)
  const folded = words.map((word) => word.form)
  const ranges = runs.flatMap((run) =>
    findRuns(folded, run).map((at) => rangeOver(words[at]!, words[at + run.length - 1]!)),
  )
  CSS.highlights.set('found', new Highlight(...ranges))
}

function wordsIn(passage: Element) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
  const words = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    words.push(...listWords(node.data).map((word) => ({ ...word, node })))
  }
  return words
}

/** A range from the beginning of one word to the end of another; annotations may begin or end between them. */
function rangeOver(first: { node: Text; start: number }, last: { node: Text; end: number }): Range {
  const range = new Range()
  range.setStart(first.node, first.start)
  range.setEnd(last.node, last.end)
  return range
}
