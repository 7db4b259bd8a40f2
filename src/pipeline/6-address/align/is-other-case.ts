import { splitWords } from '../../../lang/words.ts'
import type { Alignable } from './alignable.ts'
import { figuresOf, isNumber } from './figures.ts'
import { similarityOf } from './gram-set.ts'

/** Share of the other words that must be the same for two passages to be one sentence said of two cases. */
const SAME_FRAME = 0.85

/** Likeness above which two passages known by sketches only are taken for one sentence. */
const SAME_SKETCH = 0.7

/** True when a number or name of one passage is not in the other, or a number not as often; a slip of the pen in a longer name does not count. */
export function hasOtherFigures(before: Alignable, now: Alignable): boolean {
  if (before.text === undefined || now.text === undefined) return before.names.join() !== now.names.join()
  const [a, b] = [figuresOf(before.text), figuresOf(now.text)]
  return lacksOne(a, b) || lacksOne(b, a)
}

/** True when two passages are the same sentence with another number or name. */
export function isOtherCase(before: Alignable, now: Alignable): boolean {
  if (!hasOtherFigures(before, now)) return false
  if (before.text === undefined || now.text === undefined) return similarityOf(before.set, now.set) >= SAME_SKETCH
  return frameLikeness(before.text, now.text) >= SAME_FRAME
}

/** Of a number every occurrence counts, of a name one will do: a text may name somebody once less. */
function lacksOne(figures: readonly string[], others: readonly string[]): boolean {
  const count = (list: readonly string[], figure: string) => list.filter((one) => one === figure).length
  return figures.some((figure) =>
    isNumber(figure)
      ? count(figures, figure) > count(others, figure)
      : !others.some((other) => figure === other || isSlip(figure, other)),
  )
}

/** One letter left out, doubled or swapped with the next; one letter for another only in a name of six letters or more. */
function isSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isSlip(b, a)
  if (isNumber(b) || a.length < 4) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head += 1
  if (a.length < b.length) return a.slice(head) === b.slice(head + 1)
  const isSwapped = a[head] === b[head + 1] && a[head + 1] === b[head] && a.slice(head + 2) === b.slice(head + 2)
  return isSwapped || (a.length >= 6 && a.slice(head + 1) === b.slice(head + 1))
}

/** Dice similarity of the multisets of words that are neither numbers nor names. */
function frameLikeness(before: string, now: string): number {
  const [a, b] = [frameOf(before), frameOf(now)]
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length)
}

function frameOf(text: string): string[] {
  const figures = new Set(figuresOf(text))
  return splitWords(text)
    .map(({ key }) => key)
    .filter((key) => !figures.has(key) && !isNumber(key))
}
