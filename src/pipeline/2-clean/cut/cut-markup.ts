import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { cutEntities } from './cut-entities.ts'
import type { Cut } from '../trace/trace.ts'

interface MarkupRule {
  rule: string
  kind: string
  isGlue: boolean
  patterns: string[]
}

const rules: MarkupRule[] = parse(readFileSync(new URL('./markup.yml', import.meta.url), 'utf8'))
const RULES = rules.map(({ patterns, ...rest }) => ({
  ...rest,
  pattern: new RegExp(patterns.join('|'), 'giu'),
}))

/**
 * Finds what is markup and not words: tags, comments, shortcodes, entities that stand for a space, invisible characters.
 *
 * @param text the seed's decoded text
 * @param known cuts made before, as by Markdown
 * @returns all cuts, in order and apart from each other: where two overlap, the one that begins first stays
 */
export function cutMarkup(text: string, known: readonly Cut[]): Cut[] {
  const found = RULES.flatMap(({ rule, kind, isGlue, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      kind,
      rule,
      isGlue,
    })),
  )
  const cuts: Cut[] = []
  for (const cut of [...known, ...cutEntities(text), ...found].sort((a, b) => a.start - b.start)) {
    if (cut.start >= (cuts.at(-1)?.end ?? 0)) cuts.push(cut)
  }
  return cuts
}
