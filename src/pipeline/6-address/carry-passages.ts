import type { Passage } from '../../model/passage.ts'
import type { PassagePermalink } from '../../model/permalink.ts'
import type { Rights } from '../../model/source.ts'
import type { Alignment } from './align/align-passages.ts'
import { alignPassages } from './align/align-passages.ts'
import { alignableFromLine, alignableFromText, sketchText } from './align/alignable.ts'
import { hashPassageText, normaliseText } from './page-marks.ts'
import { mintId } from './page-address.ts'

/** A source's current text, with the record of its id. */
export interface PresentText {
  readonly id: string
  readonly passages: readonly Passage[]
  readonly rights: Rights
  /** Number of this text among the source's versions, from 1. */
  readonly version: number
}

/**
 * Carries passage ids over from a source's earlier text.
 *
 * @param source the current text
 * @param lines every line of the record for this source
 * @param taken all published ids; new ones are added
 * @returns every line of this source: the current passages in order, then those that are gone
 */
export function carryPassages(
  source: PresentText,
  lines: readonly PassagePermalink[],
  taken: Set<string>,
): PassagePermalink[] {
  const before = lines.filter(isStanding).sort((a, b) => a.ordinal - b.ordinal)
  const alignment = alignPassages(
    before.map(alignableFromLine),
    source.passages.map(({ text }) => alignableFromText(text)),
  )
  const earlier = findEarlier(source, lines, before, alignment)
  const ids = source.passages.map((passage, at) => earlier[at]?.id ?? mintPassageId(source.id, passage.text, taken))
  const present = source.passages.map((passage, at) => presentLine(source, passage, ids[at]!, earlier[at]))
  const used = new Set(ids)
  const gone = lines
    .filter(({ id }) => !used.has(id))
    .map((line) => withholdText(retire(line, before.indexOf(line), alignment, ids, source.version), source.rights))
  return [...markFates(present, earlier, before, alignment, ids), ...gone]
}

/** True for a passage whose id is that of a paragraph of the present text. */
export function isStanding({ state }: PassagePermalink): boolean {
  return state === 'live' || state === 'split'
}

/** For each present passage the line that it carries on, or revives: the same words had an id before they were taken out. */
function findEarlier(
  source: PresentText,
  lines: readonly PassagePermalink[],
  before: readonly PassagePermalink[],
  { toNow }: Alignment,
): (PassagePermalink | undefined)[] {
  const earlier: (PassagePermalink | undefined)[] = source.passages.map(() => undefined)
  for (const [one, other] of toNow) earlier[other] = before[one]
  const retired = lines.filter(({ state }) => state === 'tombstone')
  for (const [at, { text }] of source.passages.entries()) {
    const hash = hashPassageText(text)
    earlier[at] ??= retired.find((line) => line.hash === hash && !earlier.includes(line))
  }
  return earlier
}

function mintPassageId(source: string, text: string, taken: Set<string>): string {
  return mintId(['passage', source, normaliseText(text)], 6, taken, 'p-')
}

function presentLine(
  source: PresentText,
  { ordinal, text }: Passage,
  id: string,
  earlier: PassagePermalink | undefined,
): PassagePermalink {
  const hash = hashPassageText(text)
  const isSplit = earlier?.state === 'split'
  return {
    id,
    source: source.id,
    ordinal,
    state: isSplit ? 'split' : 'live',
    to: isSplit ? earlier.to : [],
    since: earlier?.hash === hash && isStanding(earlier) ? earlier.since : source.version,
    ...(earlier?.changed && isStanding(earlier) && { changed: true }),
    hash,
    ...(source.rights === 'full' ? { text } : { sketch: sketchText(text) }),
  }
}

/** Adds to the present lines what the alignment says of them: further parts, another number or name. */
function markFates(
  present: readonly PassagePermalink[],
  earlier: readonly (PassagePermalink | undefined)[],
  before: readonly PassagePermalink[],
  { splits, changed }: Alignment,
  ids: readonly string[],
): PassagePermalink[] {
  return present.map((line, at) => {
    const index = before.indexOf(earlier[at]!)
    const parts = splits.filter(([one]) => one === index).map(([, part]) => ids[part]!)
    const split = parts.length > 0 ? { state: 'split' as const, to: [...line.to, ...parts] } : {}
    return { ...line, ...split, ...(changed.has(index) && { changed: true as const }) }
  })
}

/** The line of a passage that no present one carries on. */
function retire(
  line: PassagePermalink,
  index: number,
  { merges, doubts }: Alignment,
  ids: readonly string[],
  version: number,
): PassagePermalink {
  if (index < 0) return line
  const whole = merges.find(([one]) => one === index)
  if (whole) return { ...line, state: 'merged', to: [ids[whole[1]]!], since: version }
  const likely = doubts.filter(([one]) => one === index).map(([, other]) => ids[other]!)
  if (likely.length === 0)
    return {
      ...line,
      state: 'tombstone',
      to: [],
      since: version,
      reason: `Removed from the source’s text in version ${version}.`,
    }
  const reason = `Changed in version ${version}: too close to call which passage carries it on.`
  return { ...line, state: 'tombstone', to: likely, since: version, changed: true, reason }
}

/** Leaves only a sketch of a text that may not be shown in full. */
function withholdText({ text, ...line }: PassagePermalink, rights: Rights): PassagePermalink {
  if (text === undefined) return line
  return rights === 'full' ? { ...line, text } : { ...line, sketch: sketchText(text) }
}
