import type { Passage } from '../../model/passage.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Range } from '../../model/span.ts'
import type { Rights, Sidecar } from '../../model/sidecar.ts'
import type { Metadata, Seed, SetAside, Source } from '../../model/source.ts'
import { applyCorrections } from './apply-corrections.ts'
import type { Block, Draft } from './block.ts'
import { checkSource } from './check-source.ts'
import { cutMarkdown } from './cut-markdown.ts'
import { cutMarkup } from './cut-markup.ts'
import { findHeadline } from './find-headline.ts'
import { inferDate } from './infer-date.ts'
import { isDeepMarkdown } from './is-deep-markdown.ts'
import { joinBroken } from './join-broken.ts'
import { markBlocks } from './mark-blocks.ts'
import { nameHeadings } from './name-headings.ts'
import { readCredits } from './read-credits.ts'
import { readDateline } from './read-dateline.ts'
import { readFields } from './read-fields.ts'
import { readPublisher } from './read-publisher.ts'
import { readSources } from './read-sources.ts'
import { setAsideAppeals } from './set-aside-appeals.ts'
import { setAsideAuthorNotes } from './set-aside-author-notes.ts'
import { setAsideBoilerplate } from './set-aside-boilerplate.ts'
import { setAsideCaptions } from './set-aside-captions.ts'
import { setAsideClumps } from './set-aside-clumps.ts'
import { setAsideComments } from './set-aside-comments.ts'
import { setAsideCreditLines } from './set-aside-credit-lines.ts'
import { setAsideFoot } from './set-aside-foot.ts'
import { setAsideFurniture } from './set-aside-furniture.ts'
import { setAsideNotes } from './set-aside-notes.ts'
import { setAsidePage } from './set-aside-page.ts'
import { setAsidePromotions } from './set-aside-promotions.ts'
import { setAsideBoxes } from './set-aside-boxes.ts'
import { setAsideLinks } from './set-aside-links.ts'
import { setAsideRelated } from './set-aside-tail.ts'
import { setAsideRepeats } from './set-aside-repeats.ts'
import { addStated, readExtraction, statedLanguage } from './read-extraction.ts'
import { readBlocks } from './split-lines.ts'
import { rangesOf, traceRange, type Cut, type Traced } from './trace.ts'
import { unwrapLines } from './unwrap-lines.ts'

/** What is said of every source whose sidecar says nothing. */
export interface SourceDefaults {
  readonly language: string
  readonly rights: Rights
}

/** The rules in the order they are applied; each takes only blocks that no rule before it has decided. */
const RULES: readonly ((draft: Draft) => Draft)[] = [
  readFields,
  setAsideFurniture,
  readSources,
  setAsideCaptions,
  setAsideCreditLines,
  setAsidePromotions,
  setAsideBoxes,
  setAsideComments,
  setAsideBoilerplate,
  setAsideFoot,
  joinBroken,
  setAsidePage,
  setAsideNotes,
  setAsideAppeals,
  setAsideRelated,
  readDateline,
  findHeadline,
  setAsideClumps,
  setAsideRepeats,
  setAsideLinks,
  readPublisher,
  readCredits,
  setAsideAuthorNotes,
  nameHeadings,
  inferDate,
]

/**
 * Cleans one seed: tells its text from its metadata and from what publishers put around it.
 *
 * Every character that is not white space ends in a passage or in a range that was set aside, and in one only.
 *
 * @param defaults language and rights of a source whose sidecar says nothing
 */
export function cleanSeed(seed: Seed, defaults: SourceDefaults): Reported<Source> {
  const { blocks, cuts, problems } = readSeed(seed)
  const first: Draft = { text: seed.text, blocks, metadata: {}, captions: traceCaptions(cuts, seed.text) }
  const draft = RULES.reduce((last, rule) => rule(last), first)
  const passages = toPassages(draft.blocks)
  const value: Source = {
    ...seed,
    language: seed.sidecar.language ?? statedLanguage(seed) ?? defaults.language,
    rights: seed.sidecar.rights ?? defaults.rights,
    metadata: withSidecar(addStated(draft.metadata, seed), seed.sidecar),
    passages,
    setAside: toSetAside(draft.blocks, cuts, seed.text),
  }
  return { value, problems: [...problems, ...checkSource(value)] }
}

/** The blocks of a seed before the rules: those of its extracted text, or the lines of the file. */
function readSeed(seed: Seed): { blocks: Block[]; cuts: readonly Cut[]; problems: Problem[] } {
  if (seed.extraction) {
    const corrected = applyCorrections(seed, readExtraction(seed.text, seed.extraction.blocks))
    return { ...corrected, cuts: [] }
  }
  const markdown = seed.format === 'markdown' && !isDeepMarkdown(seed.text) ? cutMarkdown(seed.text) : undefined
  const cuts = cutMarkup(seed.text, markdown?.cuts)
  const { blocks, problems } = applyCorrections(seed, readBlocks(seed.text, cuts))
  return { blocks: markdown ? markBlocks(blocks, markdown) : unwrapLines(blocks), cuts, problems }
}

/** The words of captions that stand in shortcodes and images. */
function traceCaptions(cuts: readonly Cut[], text: string): Traced[] {
  return cuts.filter(({ kind }) => kind === 'caption').map((cut) => traceRange(text, cut, []))
}

/** The headline stands first, even where a person kept a line above it. */
function toPassages(blocks: readonly Block[]): Passage[] {
  let ordinal = 0
  const passages = blocks.flatMap(({ verdict, text, segments }): Passage[] => {
    if (verdict?.as !== 'passage') return []
    const { kind } = verdict
    return [{ ordinal: kind === 'headline' ? 0 : (ordinal += 1), kind, text, segments: [...segments] }]
  })
  return passages.sort((a, b) => a.ordinal - b.ordinal)
}

function toSetAside(blocks: readonly Block[], cuts: readonly Cut[], text: string): SetAside[] {
  const fromCuts = cuts.map(({ start, end, kind, rule }) => ({
    ...trimRange({ start, end }, text),
    kind,
    rule,
  }))
  const fromBlocks = blocks.flatMap((block) => {
    if (block.verdict?.as !== 'aside') return []
    const { kind, rule } = block.verdict
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
