import type { Problem } from '../../../model/problem.ts'
import type { Sidecar } from '../../../model/sidecar.ts'
import type { Seed } from '../../../model/source.ts'
import type { Range } from '../../../model/passage.ts'
import { isEnded } from '../../../text/lines.ts'
import type { MarkdownReading } from '../cut/cut-markdown.ts'
import type { Block, Decision } from './block.ts'
import { exclude, keep } from './block.ts'
import { joinBlocks } from './join-lines.ts'

type Correction = NonNullable<Sidecar['keep']>[number]

/** Blocks after a person's corrections, and a problem for each correction that does not fit the file. */
export interface Corrected {
  readonly blocks: Block[]
  readonly problems: Problem[]
}

/**
 * Applies the sidecar's `keep` and `drop`. A correction whose words do not stand at its line is refused:
 * the file has changed since it was written.
 *
 * @param blocks a block a line, before any rule
 */
export function applyCorrections(seed: Seed, blocks: readonly Block[]): Corrected {
  const kept = (seed.sidecar.keep ?? []).map((lines) => ({
    field: 'keep',
    lines,
    decision: keep('paragraph'),
  }))
  const dropped = (seed.sidecar.drop ?? []).map((lines) => ({
    field: 'drop',
    lines,
    decision: exclude('dropped', 'boilerplate/dropped-by-editor'),
  }))
  const corrections = [...kept, ...dropped]
  const fitting = corrections.filter(({ lines }) => fits(lines, blocks))
  const problems = corrections
    .filter(({ lines }) => !fits(lines, blocks))
    .map(({ field, lines }) => explain(seed, field, lines, blocks))
  const decisions = new Map<number, Decision>()
  for (const { lines, decision } of fitting) {
    for (const { line } of blocks)
      if (line >= lines.from && line <= (lines.to ?? lines.from)) decisions.set(line, decision)
  }
  return { blocks: blocks.map((block) => withVerdict(block, decisions.get(block.line))), problems }
}

function withVerdict(block: Block, decision: Decision | undefined): Block {
  return decision ? { ...block, decision } : block
}

function fits({ from, text }: Correction, blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.line === from && beginsWith(block.text, text))
}

function beginsWith(words: string, guard: string): boolean {
  return plain(words).startsWith(plain(guard))
}

function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function explain(seed: Seed, field: string, lines: Correction, blocks: readonly Block[]): Problem {
  const found = blocks.find((block) => plain(lines.text) !== '' && beginsWith(block.text, lines.text))
  const there = blocks.find((block) => block.line === lines.from)
  const moved = found ? found.line - lines.from : 0
  const text = found ? lines.text : (there?.text.split(' ').slice(0, 6).join(' ') ?? '')
  const range = [`from: ${lines.from + moved}`, ...(lines.to === undefined ? [] : [`to: ${lines.to + moved}`])]
  return {
    file: seed.file,
    line: lines.from,
    severity: 'error',
    rule: 'source/correction-misplaced',
    reason: `Unexpected ${there ? `“${there.text.slice(0, 60)}”` : 'empty line'}, expected “${lines.text}” as the sidecar's ${field} says`,
    hint:
      found || there
        ? `Write in the sidecar:\n${field}:\n  - { ${[...range, `text: ${JSON.stringify(text)}`].join(', ')} }`
        : `Remove the entry from ${field}: the words are not in the file.`,
  }
}

/** A line longer than this that ends a sentence is a paragraph, whatever Markdown says of line ends. */
const LONGEST_WRAPPED = 130

/**
 * Joins the lines of each Markdown paragraph and marks its headings.
 *
 * @param blocks a block a line, in order
 */
export function markBlocks(blocks: readonly Block[], { headings, paragraphs }: MarkdownReading): Block[] {
  const headingOf = lookUp(headings)
  const paragraphOf = lookUp(paragraphs)
  const groups: Block[][] = []
  let last: Range | undefined
  for (const block of blocks) {
    const paragraph = paragraphOf(block)
    const before = groups.at(-1)?.at(-1)
    const isMore = before && paragraph !== undefined && paragraph === last && goesOn(before, block)
    const marked = headingOf(block) ? { ...block, isMarkedHeading: true } : block
    if (isMore) groups.at(-1)!.push(marked)
    else groups.push([marked])
    last = paragraph
  }
  return groups.map(joinBlocks)
}

function goesOn(before: Block, { decision }: Block): boolean {
  return before.decision?.as === decision?.as && !(isEnded(before.text) && before.text.length > LONGEST_WRAPPED)
}

/** Finds the range that a block begins in; blocks must be asked for in order. */
function lookUp(ranges: readonly Range[]): (block: Block) => Range | undefined {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let next = 0
  return ({ segments }) => {
    const at = segments[0]!.start
    while (next < sorted.length && sorted[next]!.end <= at) next += 1
    const range = sorted[next]
    return range && range.start <= at ? range : undefined
  }
}
