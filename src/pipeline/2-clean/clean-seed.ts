import type { Boilerplate } from '../../lang/boilerplate/read-boilerplate.ts'
import { packFor } from '../../lang/packs.ts'
import { detectLanguage } from '../../lang/detect-language.ts'
import type { ExtractedBlock } from '../../model/extracted.ts'
import type { Reported } from '../../model/problem.ts'
import type { Evidenced, Rights, Seed, Source } from '../../model/source.ts'
import { cutHyphens, cutMarkdown, cutMarkup, isDeepMarkdown } from './cut/cut-markup.ts'
import { checkSource } from './finish/check-source.ts'
import { makeSource, noteEdits } from './finish/make-source.ts'
import { excludeBoxes } from './judge/exclude-boxes.ts'
import { excludeCaptions } from './judge/exclude-captions.ts'
import { excludeCreditLines } from './judge/exclude-credit-lines.ts'
import {
  excludeComments,
  excludeFoot,
  excludeLines,
  excludeReleaseClose,
  excludeRunningHeads,
  excludeSymbols,
} from './judge/exclude-lines.ts'
import { excludeAppeals, excludeAuthorNotes, excludeNotes, excludePromotions } from './judge/exclude-notes.ts'
import { excludePageFrame } from './judge/exclude-page-frame.ts'
import { excludeLinkRuns, excludeRelated } from './judge/exclude-related.ts'
import { excludeRepeats, excludeShortLineRuns } from './judge/exclude-repeats.ts'
import { nameHeadings } from './judge/find-body.ts'
import { findFirstHeadline, findHeadline } from './judge/find-headline.ts'
import { inferDate } from './judge/infer-date.ts'
import { readCredits } from './judge/read-credits.ts'
import { readDateline } from './judge/read-dateline.ts'
import { readFields } from './judge/read-fields.ts'
import { readPublisher, readSources } from './judge/read-publisher.ts'
import type { CorrectedBlocks } from './trace/apply-corrections.ts'
import { applyCorrections, markBlocks } from './trace/apply-corrections.ts'
import type { Draft } from './trace/block.ts'
import { readBlocks } from './trace/block.ts'
import { joinBroken, joinHyphenated, unwrapLines } from './trace/join-lines.ts'
import { dropCredits, readExtraction, statedLanguage } from './trace/read-extraction.ts'
import type { Cut } from './trace/trace.ts'
import { traceRange } from './trace/trace.ts'

/** Defaults for a source without a sidecar. */
export interface SourceDefaults {
  readonly language: string
  readonly rights: Rights
}

/** The rules in the order they are applied; each takes only blocks that no rule before it has decided. */
const RULES: readonly ((draft: Draft, pack: Boilerplate) => Draft)[] = [
  readFields,
  excludeSymbols,
  excludeRunningHeads,
  excludeLines,
  readSources,
  excludeCaptions,
  excludeCreditLines,
  excludePromotions,
  excludeBoxes,
  excludeComments,
  excludeReleaseClose,
  excludeFoot,
  joinBroken,
  excludePageFrame,
  excludeNotes,
  excludeAppeals,
  excludeRelated,
  readDateline,
  findHeadline,
  excludeShortLineRuns,
  excludeRepeats,
  excludeLinkRuns,
  readPublisher,
  readCredits,
  excludeAuthorNotes,
  nameHeadings,
  inferDate,
]

/** The rules for a text in a language without a pack: every line that could be text stays, and no date or author is guessed. */
const RULES_WITHOUT_PACK: readonly ((draft: Draft) => Draft)[] = [
  readFields,
  excludeSymbols,
  joinBroken,
  findFirstHeadline,
  excludeRepeats,
  nameHeadings,
]

/**
 * Cleans one seed: separates its text from its metadata and from boilerplate.
 *
 * Every character that is not white space ends in a passage or in a range that was left out, and in one only.
 *
 * @param defaults language and rights of a source whose sidecar says nothing
 */
export function cleanSeed(seed: Seed, defaults: SourceDefaults): Reported<Source> {
  const { source, placed, problems } = cleanOnce(seed, defaults)
  const isCorrected = seed.corrections?.some(({ correction: { kind } }) => kind === 'line' || kind === 'metadata')
  if (!isCorrected) return { value: source, problems: [...problems, ...checkSource(source)] }
  const { corrections, ...plain } = seed
  const noted = noteEdits(source, cleanOnce(plain, defaults).source, placed)
  return {
    value: noted.value.length > 0 ? { ...source, edits: noted.value } : source,
    problems: [...problems, ...noted.problems, ...checkSource(source)],
  }
}

function cleanOnce(seed: Seed, defaults: SourceDefaults) {
  const language = readLanguage(seed, defaults)
  const pack = packFor(language.value)?.boilerplate
  const { blocks, cuts, placed, problems } = readSeed(seed, pack)
  const captions = cuts.filter(({ kind }) => kind === 'caption').map((cut) => traceRange(seed.text, cut, []))
  const first: Draft = { text: seed.text, blocks, metadata: {}, captions }
  const draft = dropCredits(applyRules(first, pack, keepsDateline(seed)), seed)
  return { source: makeSource(seed, draft, cuts, { language, rights: defaults.rights }), placed, problems }
}

/** A record that states the headline apart gives the text as it was sent, dateline and all: it is read and stays. */
function keepsDateline({ stated = [] }: Seed): boolean {
  return stated.some(({ field }) => field === 'headline')
}

const noteDateline = (draft: Draft, pack: Boilerplate): Draft => ({
  ...draft,
  metadata: readDateline(draft, pack).metadata,
})

/** The blocks of a seed before the rules: those of its extracted text, or the lines of the file. */
function readSeed(seed: Seed, pack: Boilerplate | undefined): CorrectedBlocks & { cuts: readonly Cut[] } {
  if (seed.extraction) {
    const corrected = applyCorrections(seed, readExtraction(seed.text, seed.extraction.blocks))
    return { ...corrected, cuts: [] }
  }
  const markdown = seed.format === 'markdown' && !isDeepMarkdown(seed.text) ? cutMarkdown(seed.text) : undefined
  const cuts = cutMarkup(seed.text, [...(markdown?.cuts ?? []), ...cutHyphens(seed.text, pack)])
  const corrected = applyCorrections(seed, readBlocks(seed.text, cuts))
  const joined = markdown ? markBlocks(corrected.blocks, markdown) : unwrapLines(corrected.blocks)
  return { ...corrected, blocks: joinHyphenated(joined), cuts }
}

/** The language of the sidecar, else the one detected from the words; what the file declares is often its template's. */
function readLanguage(seed: Seed, defaults: SourceDefaults): Evidenced<string> {
  const { sidecar } = seed
  if (sidecar.language) return { value: sidecar.language, certainty: 'editor', rule: 'metadata/sidecar', evidence: [] }
  const own = statedLanguage(seed)
  const { language, rule, reason } = detectLanguage(wordsOf(seed), own ?? defaults.language)
  if (own && language === 'und') return { value: own, certainty: 'stated', rule: 'metadata/stated', evidence: [] }
  return { value: language, certainty: 'inferred', rule, evidence: [], reason }
}

/** Without boilerplate: a page's menus are often in another language. */
function wordsOf({ text, extraction }: Seed): string {
  if (!extraction) return text
  const own = extraction.blocks.filter(({ role }) => role !== 'aside' && role !== 'credit')
  return own.map(({ start, end }) => text.slice(start, end)).join('\n')
}

function applyRules(first: Draft, pack: Boilerplate | undefined, isDatelineKept: boolean): Draft {
  const kept = isDatelineKept ? noteDateline : readDateline
  return pack
    ? RULES.reduce((draft, rule) => (rule === readDateline ? kept : rule)(draft, pack), first)
    : RULES_WITHOUT_PACK.reduce((draft, rule) => rule(draft), first)
}

/**
 * Whether each of the lines of a page would be text if the page were plain text.
 *
 * @param lines without line ends
 */
export function judgeLines(lines: readonly string[]): boolean[] {
  let at = 0
  const blocks = lines.map((line): ExtractedBlock => {
    const start = at
    at += line.length + 2
    return { role: 'open', place: {}, start, end: start + line.length }
  })
  const seed = {
    file: '',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'html',
    text: lines.join('\n\n'),
    sidecar: {},
  }
  const { value } = cleanSeed({ ...seed, extraction: { by: '', blocks } }, { language: 'en', rights: 'full' })
  const starts = new Set<number>()
  let block = 0
  for (const { kind, segments } of value.passages.toSorted((a, b) => a.segments[0]!.start - b.segments[0]!.start)) {
    if (kind === 'headline') continue
    for (const { start } of segments) {
      while (block + 1 < blocks.length && blocks[block + 1]!.start <= start) block += 1
      starts.add(block)
    }
  }
  return lines.map((_, index) => starts.has(index))
}
