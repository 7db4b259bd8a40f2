import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import { sketchText } from './align/alignable.ts'
import type { SuccessorPages } from './carry-pages.ts'
import { namesOf, passagesOf, statedMarks } from './page-marks.ts'
import { RECORD_FILE } from './record-file.ts'

/** The file in which a person gives up addresses. */
export const TOMBSTONES_FILE = 'seeds/tombstones.yml'

const SAME = 'The same as the page it leads to.'

/**
 * Retires pages that are not in this build. A tombstone of a person takes precedence. An entity leads on to the one
 * that its passages speak of now, or names all of them when they speak of several; a statement that was joined with
 * another leads on to it. An entity that no passage names any more, or a statement that is no longer found, becomes a
 * tombstone by itself, for it was drawn from texts that are still there. A source leads on when it was another capture of one that is there; it is never let go without a
 * person's tombstone.
 *
 * @param lost lines whose thing is gone
 * @param present lines of all pages of this build
 * @param leads what the passages of lost entities speak of now
 * @param leftOut the marks of what an editor left out of the sources, each with the reason
 * @returns the lines that keep the promise, and an error for each that breaks it
 */
export function retirePages(
  lost: readonly PagePermalink[],
  present: readonly PagePermalink[],
  tombstones: readonly Tombstone[],
  leads: ReadonlyMap<PagePermalink, SuccessorPages> = new Map(),
  leftOut: ReadonlyMap<string, string> = new Map(),
): { lines: PagePermalink[]; problems: Problem[] } {
  const bearers = indexNames(present)
  const tellers = indexStatements(present)
  const byRule = (line: PagePermalink) => {
    if (line.type === 'source') return retireCapture(line, present)
    return isStatement(line) ? retireStatement(line, tellers, leftOut) : retireEntity(line, bearers, leads.get(line))
  }
  const lines = lost.map((line) => retireByHand(line, tombstones) ?? byRule(line))
  return { lines, problems: lines.filter(({ state }) => state === 'live').map(reportLost) }
}

/** True when an entry of the tombstones speaks of this page, by its id or by an address it has or had. */
export function isAbout({ id }: Tombstone, line: PagePermalink): boolean {
  return id === line.id || id === line.address || line.formerly.includes(id)
}

function retireByHand(line: PagePermalink, tombstones: readonly Tombstone[]): PagePermalink | undefined {
  const entry = tombstones.find((tombstone) => isAbout(tombstone, line))
  if (!entry) return undefined
  return {
    ...line,
    ...(line.kept && { kept: [] }),
    state: entry.to ? 'moved' : 'tombstone',
    to: entry.to ? [entry.to] : [],
    reason: `${entry.reason} (${entry.date})`,
  }
}

type Statement = PagePermalink & { readonly type: 'quotation' | 'dated-event' | 'figure' }

function isStatement(line: PagePermalink): line is Statement {
  return line.type === 'quotation' || line.type === 'dated-event' || line.type === 'figure'
}

/** A statement that was joined with another leads on to it. */
function retireStatement(
  line: Statement,
  tellers: ReadonlyMap<string, ReadonlySet<PagePermalink>>,
  leftOut: ReadonlyMap<string, string>,
): PagePermalink {
  const [successor, second] = new Set(marksOf(line).flatMap((mark) => [...(tellers.get(mark) ?? [])]))
  if (successor && !second) return { ...line, state: 'merged', to: [successor.id], reason: SAME }
  const why = marksOf(line).flatMap((mark) => leftOut.get(mark) ?? [])[0]
  const reason = why === undefined ? 'No longer found in the sources.' : `An editor left it out: ${why}`
  return { ...line, state: 'tombstone', reason }
}

function retireEntity(
  line: PagePermalink,
  bearers: ReadonlyMap<string, ReadonlySet<PagePermalink>>,
  leads: SuccessorPages | undefined,
): PagePermalink {
  if (leads && !leads.isClear)
    return {
      ...line,
      state: 'tombstone',
      to: [...leads.to],
      reason: 'What was one page is told apart now: each passage that stood here speaks of one of these.',
    }
  const successor = leads ? leads.to[0] : successorByName(line, bearers)
  if (successor === undefined) return { ...line, state: 'tombstone', to: [], reason: 'No longer named by any passage.' }
  return { ...line, state: 'merged', to: [successor], reason: SAME }
}

/**
 * The only page with every name of an entity without a passage on record, as when only the register names it. If it
 * has passages on record that are all gone, names prove nothing, because they are not unique.
 */
function successorByName(
  { seen }: PagePermalink,
  bearers: ReadonlyMap<string, ReadonlySet<PagePermalink>>,
): string | undefined {
  if (passagesOf(seen).length > 0) return undefined
  const [shown = '', ...others] = namesOf(seen)
  const successors = [...(bearers.get(shown) ?? [])].filter((successor) =>
    others.every((name) => bearers.get(name)?.has(successor)),
  )
  return successors.length === 1 ? successors[0]!.id : undefined
}

/** A source whose clipping became an earlier text of another, for both were taken of one original. */
function retireCapture(line: PagePermalink, present: readonly PagePermalink[]): PagePermalink {
  const isSame = (mark: string) => /^(?:url|cited):/.test(mark) && line.seen.includes(mark)
  const successors = present.filter(({ type, seen }) => type === 'source' && seen.some(isSame))
  return successors.length === 1
    ? { ...line, state: 'merged', to: [successors[0]!.id], reason: 'An earlier capture of the article it leads to.' }
    : line
}

/** Pages by every name they have. */
function indexNames(pages: readonly PagePermalink[]): Map<string, Set<PagePermalink>> {
  const index = new Map<string, Set<PagePermalink>>()
  for (const page of pages)
    for (const name of namesOf(page.seen)) index.set(name, (index.get(name) ?? new Set()).add(page))
  return index
}

/** Statements by mark. */
function indexStatements(pages: readonly PagePermalink[]): Map<string, Set<PagePermalink>> {
  const index = new Map<string, Set<PagePermalink>>()
  for (const page of pages.filter(isStatement))
    for (const mark of marksOf(page)) index.set(mark, (index.get(mark) ?? new Set()).add(page))
  return index
}

function marksOf({ type, seen }: Statement): string[] {
  return statedMarks(seen, type).map((mark) => `${type} ${mark}`)
}

function reportLost({ id, address }: PagePermalink): Problem {
  return {
    file: RECORD_FILE,
    severity: 'error',
    rule: 'permalink/lost',
    reason: `${address} was published and no seed gives it any more`,
    hint: `Put the seed back, or write in ${TOMBSTONES_FILE}:\n- id: ${id}\n  reason: "Why it is gone"\n  date: "YYYY-MM-DD"`,
  }
}

/**
 * The lines of the passages of a page that an editor took down: they are removed with it, and of their texts only
 * sketches stay.
 *
 * @returns nothing while the page is still there
 */
export function retireSource(
  { state, reason = '' }: PagePermalink,
  passages: readonly PassagePermalink[],
): PassagePermalink[] {
  if (state === 'live') return []
  return passages.map(({ text, ...line }) => ({
    ...line,
    state: 'tombstone',
    to: [],
    reason,
    ...(text !== undefined && { sketch: sketchText(text) }),
  }))
}
