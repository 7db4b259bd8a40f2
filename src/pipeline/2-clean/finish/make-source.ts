import type { WrittenCorrection } from '../../../model/correction.ts'
import { correctionsOf } from '../../../model/correction.ts'
import type { FileEdit } from '../../../model/evidence.ts'
import type { Passage, Range, Segment } from '../../../model/passage.ts'
import type { Problem, Reported } from '../../../model/problem.ts'
import type { Evidenced, Metadata, Rights, Seed, SetAside, Sidecar, Source } from '../../../model/source.ts'
import { noChangeProblem } from '../../../text/quoted-place.ts'
import type { PlacedLines } from '../trace/apply-corrections.ts'
import { secondProblem } from '../trace/apply-corrections.ts'
import type { Block, Draft } from '../trace/block.ts'
import { addStated } from '../trace/read-extraction.ts'
import type { Cut } from '../trace/trace.ts'
import { rangesOf } from '../trace/trace.ts'

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
    metadata: correctMetadata(withSidecar(addStated(metadata, seed), seed.sidecar), seed),
    passages: toPassages(blocks),
    setAside: toSetAside(blocks, cuts, text),
  }
}

/** The headline comes first, even if an editor kept a line above it. */
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
    { value, certainty: 'editor', rule: 'metadata/sidecar', evidence: [] },
  ])
  return { ...metadata, ...Object.fromEntries(facts) }
}

/** Corrections win over both; of two of one field the first holds. */
function correctMetadata(metadata: Metadata, { corrections }: Seed): Metadata {
  const decided = correctionsOf(corrections, 'metadata')
    .toReversed()
    .map(({ correction: { field, value, reason } }) => [
      field,
      value === undefined ? undefined : { value, certainty: 'editor', rule: 'metadata/sidecar', evidence: [], reason },
    ])
  const { ...corrected }: Metadata = { ...metadata, ...Object.fromEntries(decided) }
  for (const [field, fact] of decided) if (fact === undefined) delete corrected[field as keyof Metadata]
  return corrected
}

/** A dash, star or bullet with the space after it. */
const MARKER = /^[*•·▪‣–—-]+[ \t\u00A0]*/

/**
 * The summary points that a wire service sets above its text. They are no part of the text and stay left out, but
 * they are the agency's words: a day that they give otherwise than the text does must be found. They follow the body
 * as passages of a kind of their own.
 */
export function readKeyPoints({ text, setAside, passages }: Source): Passage[] {
  const last = Math.max(0, ...passages.map(({ ordinal }) => ordinal))
  const points = setAside.filter(({ kind }) => kind === 'bullet').flatMap((range) => readPoint(text, range))
  return points.map((point, index) => ({ ordinal: last + index + 1, kind: 'key-point', ...point }))
}

/** The words of one point, copied run by run so that line breaks become single spaces. */
function readPoint(seed: string, { start, end }: SetAside): Pick<Passage, 'text' | 'segments'>[] {
  const from = start + (MARKER.exec(seed.slice(start, end))?.[0].length ?? 0)
  const segments: Segment[] = []
  let text = ''
  for (const word of seed.slice(from, end).matchAll(/\S+/g)) {
    if (text !== '') text += ' '
    segments.push({ start: from + word.index, end: from + word.index + word[0].length, at: text.length })
    text += word[0]
  }
  return text === '' ? [] : [{ text, segments }]
}

/**
 * Effects of the corrections of lines and metadata.
 *
 * @param plain the source as the rules alone read it
 * @param lines where the corrections of lines apply
 * @returns edits; a problem for each correction that changes nothing, and for each second one of a field
 */
export function noteEdits(source: Source, plain: Source, lines: readonly PlacedLines[]): Reported<FileEdit[]> {
  const noted = [...lines.map((one) => noteLines(one, plain)), ...noteMetadata(source, plain)]
  return {
    value: noted.flatMap((one) => ('now' in one ? [one] : [])),
    problems: noted.flatMap((one) => ('now' in one ? [] : [one])),
  }
}

function noteLines({ written, line, offset }: PlacedLines, { setAside }: Source): FileEdit | Problem {
  const left = setAside.find(({ start, end }) => start <= offset && offset < end)
  const isText = written.correction.is === 'text'
  const was = left ? `left out as ${left.kind}` : 'text'
  if (isText === !left) return noChangeProblem(written, was)
  const now = isText ? 'text' : 'left out'
  return { ...decisionOf(written), kind: 'line', at: line, was, now, ...(left && { rule: left.rule }) }
}

function noteMetadata({ corrections }: Source, { metadata }: Source): (FileEdit | Problem)[] {
  const firsts = new Map<string, WrittenCorrection>()
  return correctionsOf(corrections, 'metadata').map((written) => {
    const { field, value } = written.correction
    const first = firsts.get(field)
    if (first) return secondProblem(written, first, field)
    firsts.set(field, written)
    const fact = metadata[field]
    const was = fact === undefined ? 'none' : `${field}: ${[fact.value].flat().join('; ')}`
    const now = value === undefined ? 'none' : `${field}: ${[value].flat().join('; ')}`
    if (was === now) return noChangeProblem(written, was)
    return { ...decisionOf(written), kind: 'metadata', was, now, ...(fact && { rule: fact.rule }) }
  })
}

function decisionOf({ correction: { reason, by }, file, line }: WrittenCorrection) {
  return { reason, ...(by && { by }), file, line }
}
