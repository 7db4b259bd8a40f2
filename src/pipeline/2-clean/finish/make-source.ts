import type { Passage } from '../../../model/passage.ts'
import type { Rights, Sidecar } from '../../../model/sidecar.ts'
import type { Evidenced, Metadata, Seed, SetAside, Source } from '../../../model/source.ts'
import type { Range } from '../../../model/span.ts'
import type { Block, Draft } from '../trace/block.ts'
import { addStated } from '../trace/read-extraction.ts'
import { rangesOf, type Cut } from '../trace/trace.ts'

/** Makes the source of a seed whose blocks are all decided: its passages, its metadata, and what was left out. */
export function makeSource(
  seed: Seed,
  { blocks, metadata, text }: Draft,
  cuts: readonly Cut[],
  { language, rights }: { readonly language: Evidenced<string>; readonly rights: Rights },
): Source {
  return {
    ...seed,
    language: language.value,
    languageFact: language,
    rights: seed.sidecar.rights ?? rights,
    metadata: withSidecar(addStated(metadata, seed), seed.sidecar),
    passages: toPassages(blocks),
    setAside: toSetAside(blocks, cuts, text),
  }
}

/** The headline stands first, even where a person kept a line above it. */
function toPassages(blocks: readonly Block[]): Passage[] {
  let ordinal = 0
  const passages = blocks.flatMap(({ decision, text, segments }): Passage[] => {
    if (decision?.as !== 'passage') return []
    const { kind } = decision
    return [{ ordinal: kind === 'headline' ? 0 : (ordinal += 1), kind, text, segments: [...segments] }]
  })
  return passages.sort((a, b) => a.ordinal - b.ordinal)
}

/** Every range that was left out, in order; white space at their edges is in none. */
function toSetAside(blocks: readonly Block[], cuts: readonly Cut[], text: string): SetAside[] {
  const fromCuts = cuts.map(({ start, end, kind, rule }) => ({ ...trimRange({ start, end }, text), kind, rule }))
  const fromBlocks = blocks.flatMap((block) => {
    if (block.decision?.as !== 'excluded') return []
    const { kind, rule } = block.decision
    return rangesOf(block, text).map((range) => ({ ...range, kind, rule }))
  })
  return [...fromCuts, ...fromBlocks].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
}

function trimRange({ start, end }: Range, text: string): Range {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

/** The sidecar's values win: a person vouches for them. */
function withSidecar(metadata: Metadata, sidecar: Sidecar): Metadata {
  const { headline, publisher, authors, date, url } = sidecar
  const edited = Object.entries({ headline, publisher, authors, date, url }).filter(([, value]) => value !== undefined)
  const facts = edited.map(([field, value]) => [
    field,
    { value, certainty: 'editor', rule: 'clean/sidecar', evidence: [] },
  ])
  return { ...metadata, ...Object.fromEntries(facts) }
}
