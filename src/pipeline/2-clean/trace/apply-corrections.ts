import type { CorrectionOf, WrittenCorrection } from '../../../model/correction.ts'
import { correctionsOf } from '../../../model/correction.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Seed, Sidecar } from '../../../model/source.ts'
import type { Range } from '../../../model/passage.ts'
import { isEnded } from '../../../text/lines.ts'
import type { Quote } from '../../../text/locate-quote.ts'
import { findQuotedPlace, correctionProblem } from '../../../text/quoted-place.ts'
import type { MarkdownReading } from '../cut/cut-markup.ts'
import type { Block, Decision } from './block.ts'
import { exclude, keep } from './block.ts'
import { joinBlocks } from './join-lines.ts'

type Lines = NonNullable<Sidecar['keep']>[number]

type LineCorrection = WrittenCorrection<CorrectionOf<'line'>>

/** A correction of lines with the first of them, and where its words begin in the seed. */
export interface PlacedLines {
  readonly written: LineCorrection
  readonly line: number
  readonly offset: number
}

/** Blocks after a person's corrections, and a problem for each correction that does not fit the file. */
export interface CorrectedBlocks {
  readonly blocks: Block[]
  readonly placed: readonly PlacedLines[]
  readonly problems: Problem[]
}

const KEPT = keep('paragraph')
const DROPPED = exclude('dropped', 'boilerplate/dropped-by-editor')

/**
 * Applies a person's corrections of lines, and `keep` and `drop` of older sidecars.
 *
 * @param blocks a block a line, before any rule
 */
export function applyCorrections(seed: Seed, blocks: readonly Block[]): CorrectedBlocks {
  const old = applyNumbered(seed, blocks)
  const placed: PlacedLines[] = []
  const decided = new Map<number, LineCorrection>()
  const problems = correctionsOf(seed.corrections, 'line').flatMap((written) => {
    const found = findLines(written, blocks)
    const rival = found.blocks.map(({ line }) => decided.get(line)).find((one) => one !== undefined)
    if (rival) return [secondProblem(written, rival, 'these lines')]
    for (const { line } of found.blocks) decided.set(line, written)
    const [first] = found.blocks
    if (first) placed.push({ written, line: first.line, offset: first.segments[0]!.start })
    return found.problems
  })
  return {
    blocks: old.blocks.map((block) => {
      const written = decided.get(block.line)
      return withVerdict(block, written && (written.correction.is === 'text' ? KEPT : DROPPED))
    }),
    placed,
    problems: [...old.problems, ...problems],
  }
}

/** The lines that a correction names: from the words of the first through those of the last. */
function findLines(
  { correction: { at, through }, file, line }: LineCorrection,
  blocks: readonly Block[],
): { blocks: readonly Block[]; problems: readonly Problem[] } {
  const find = (quote: Quote, texts: readonly Block[]) =>
    findQuotedPlace(
      texts.map((block) => ({ ordinal: block.line, text: block.text })),
      { file, line, at: quote },
      'line',
    )
  const first = find(at, blocks)
  if (!first.at) return { blocks: [], problems: first.problems }
  const from = first.at.passage
  if (through === undefined) return { blocks: blocks.filter((block) => block.line === from), problems: first.problems }
  const last = find(
    { exact: through },
    blocks.filter((block) => block.line >= from),
  )
  const to = last.at?.passage
  return {
    blocks: to === undefined ? [] : blocks.filter((block) => block.line >= from && block.line <= to),
    problems: [...first.problems, ...last.problems],
  }
}

/** Of two corrections of one line only the first applies. */
export function secondProblem(written: WrittenCorrection, first: WrittenCorrection, what: string): Problem {
  const reason = `Unexpected second correction of ${what}, after the one in ${first.file}:${first.line}`
  return correctionProblem(written, 'contradiction', reason, 'Keep one of the two.')
}

/** `keep` and `drop` name lines by number. If the line has other words, nothing is done. */
function applyNumbered(seed: Seed, blocks: readonly Block[]): { blocks: Block[]; problems: Problem[] } {
  const named = [
    ...(seed.sidecar.keep ?? []).map((lines) => ({ field: 'keep', lines, decision: KEPT })),
    ...(seed.sidecar.drop ?? []).map((lines) => ({ field: 'drop', lines, decision: DROPPED })),
  ]
  const decisions = new Map<number, Decision>()
  const problems = named.flatMap(({ field, lines, decision }) => {
    if (!fits(lines, blocks)) return [explain(seed, field, lines, blocks)]
    for (const { line } of blocks)
      if (line >= lines.from && line <= (lines.to ?? lines.from)) decisions.set(line, decision)
    return []
  })
  return { blocks: blocks.map((block) => withVerdict(block, decisions.get(block.line))), problems }
}

function withVerdict(block: Block, decision: Decision | undefined): Block {
  return decision ? { ...block, decision } : block
}

function fits({ from, text }: Lines, blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.line === from && beginsWith(block.text, text))
}

function beginsWith(words: string, guard: string): boolean {
  return plain(words).startsWith(plain(guard))
}

function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function explain(seed: Seed, field: string, lines: Lines, blocks: readonly Block[]): Problem {
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

/** A line longer than this that ends a sentence is a paragraph, even where Markdown would join the next line. */
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

/** Finds the range in which a block begins; must be called for blocks in order. */
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
