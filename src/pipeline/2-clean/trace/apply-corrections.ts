import type { Problem } from '../../../model/problem.ts'
import type { Seed } from '../../../model/source.ts'
import type { Sidecar } from '../../../model/sidecar.ts'
import { exclude, keep, type Block, type Decision } from './block.ts'

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
