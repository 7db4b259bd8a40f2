import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findLineRule } from '../../../lang/boilerplate/lines.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { FILES } from '../../../lang/boilerplate/schema.ts'
import { isContinuation, isEnded, wordsOf } from '../../../text/line-shape.ts'
import { decideOpen, exclude, isOpen, type Block, type Decision, type Draft } from '../trace/block.ts'

const findCode = findLineRule(FILES.lines.parse(parse(readFileSync(new URL('./lines.yml', import.meta.url), 'utf8'))))

/** Excludes lines without a letter or a digit and lines of program code. Needs no language. A letter that was not decoded is one. */
export function excludeSymbols(draft: Draft): Draft {
  return decideOpen(draft, ({ text }) => {
    if (!/[\p{L}\p{N}\uFFFD]/u.test(text)) return exclude('markup', 'boilerplate/symbols')
    const code = findCode(text)
    return code && exclude(code.kind, code.rule)
  })
}

/** Excludes the lines that publishers put around a text: navigation, calls to share and subscribe, notices, labels. */
export function excludeLines(draft: Draft, pack: Boilerplate): Draft {
  return decideOpen(draft, ({ text }) => matchLine(text, pack))
}

/** The decision of the first line rule that fits a whole line, if one does. */
export function matchLine(text: string, pack: Boilerplate): Decision | undefined {
  const found = pack.findLineRule(text)
  return found && exclude(found.kind, found.rule)
}

/** A running head has so many words at most, and half a sentence so many at least. */
const [LONGEST_HEAD, SHORTEST_HALF] = [14, 5]
/** A foot and a head stand between two pages. */
const MOST_HEADS = 3

/** Excludes the running heads and feet that stand between two halves of a sentence, as where a page ended. */
export function excludeRunningHeads(draft: Draft, pack: Boilerplate): Draft {
  const isHead = (block: Block | undefined): boolean => isOpen(block) && isRunningHead(block.text, pack)
  return decideOpen(draft, (block, index, blocks) => {
    if (!isHead(block)) return undefined
    const above = blocks.slice(Math.max(0, index - MOST_HEADS), index).findLast((other) => !isHead(other))
    const below = blocks.slice(index + 1, index + 1 + MOST_HEADS).find((other) => !isHead(other))
    return isHalved(above, below, pack) ? exclude('navigation', 'boilerplate/running-head') : undefined
  })
}

function isHalved(above: Block | undefined, below: Block | undefined, pack: Boilerplate): boolean {
  if (!isOpen(above) || !isOpen(below) || isEnded(above.text) || /[:;]$/u.test(above.text)) return false
  const isHalf = wordsOf(above.text).length >= SHORTEST_HALF || pack.isDangling(above.text)
  return isHalf && (isContinuation(below.text) || pack.isDangling(above.text))
}

/** "THE DUNMORE COURIER, 3 May 2019, page 4", "Continued on next page", "Dunmore Courier" */
function isRunningHead(text: string, pack: Boilerplate): boolean {
  const words = wordsOf(text)
  if (words.length > LONGEST_HEAD || isContinuation(text)) return false
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join(' ')
  const isCapitals = words.length > 2 && !/\p{Ll}/u.test(text)
  return (
    isCapitals ||
    pack.wording.runningHeads.test(text) ||
    pack.findPrintedDays(text).length > 0 ||
    (words.length > 1 && pack.isMediaName(name))
  )
}
