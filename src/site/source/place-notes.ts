import type { SourceEntry } from '../../model/entry.ts'
import type { GivenAnchor } from '../../model/permalink.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf, anchorsOn } from '../loader/addresses.ts'
import { measureText } from '../loader/stamps.ts'

/** A remark that could stand in the margin beside a passage. */
export interface MarginNote {
  readonly kind?: string
  readonly head: string
  readonly text: string
  readonly href?: string
  readonly linkText?: string
  /** The rule that found what the note says, where the page that it links to does not name one. */
  readonly rule?: string
  /** Lower is more important. */
  readonly rank: number
}

/** A passage as the margin sees it. */
export interface NotedPassage {
  /** Length of its text, in UTF-16 code units. */
  readonly length: number
  readonly notes: readonly MarginNote[]
}

/** Notes chosen for one passage, and over how many rows of text, its own included, they reach. */
export interface PlacedNotes {
  readonly notes: readonly MarginNote[]
  readonly rows: number
}

const LINE_OF_TEXT = 29.5
const GAP_OF_TEXT = 20
const CHARACTERS_OF_TEXT = 66
const LINE_OF_NOTE = 20
const FRAME_OF_NOTE = 24
const CHARACTERS_OF_NOTE = 36
/** Height of a screen, with a margin as heights are estimates. */
const SCREEN = 950
const NOTES_A_SCREEN = 3
const MOST_ROWS = 6

function measurePassage(length: number): number {
  return Math.max(1, Math.ceil(length / CHARACTERS_OF_TEXT)) * LINE_OF_TEXT + GAP_OF_TEXT
}

function measureNote({ head, text, linkText = '' }: MarginNote): number {
  return (
    Math.ceil((head.length + measureText(text) + linkText.length + 2) / CHARACTERS_OF_NOTE) * LINE_OF_NOTE +
    FRAME_OF_NOTE
  )
}

/**
 * Chooses which notes are shown: the most important first, at most three a screen of text, and only where the
 * column beside the text has room, so that a note never pushes the text apart or meets the one before it.
 * Heights are estimates in CSS pixels from the measure of the page; a wrong one costs a little white space, no overlap.
 */
export function placeNotes(passages: readonly NotedPassage[]): PlacedNotes[] {
  const heights = passages.map(({ length }) => measurePassage(length))
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const chosen = passages.map((): MarginNote[] => [])
  for (const { note, index } of rankAll(passages)) {
    chosen[index]!.push(note)
    if (!isRoomFor(chosen, heights, tops)) chosen[index]!.pop()
  }
  return chosen.map((notes, index) => ({ notes, rows: countRows(notes, heights, index) ?? 1 }))
}

function rankAll(passages: readonly NotedPassage[]): { note: MarginNote; index: number }[] {
  return passages
    .flatMap(({ notes }, index) => notes.map((note) => ({ note, index })))
    .sort((a, b) => a.note.rank - b.note.rank || a.index - b.index)
}

function isRoomFor(chosen: readonly MarginNote[][], heights: readonly number[], tops: readonly number[]): boolean {
  let free = 0
  return chosen.every((notes, index) => {
    if (notes.length === 0) return true
    const rows = countRows(notes, heights, index)
    const isFree = rows !== undefined && index >= free
    free = index + (rows ?? 1)
    return isFree && countNear(chosen, tops, index) <= NOTES_A_SCREEN
  })
}

/** Rows of text that the notes reach over; undefined when they are taller than all the rows that may be spanned. */
function countRows(notes: readonly MarginNote[], heights: readonly number[], index: number): number | undefined {
  const needed = notes.reduce((sum, note) => sum + measureNote(note), 0)
  let height = 0
  for (let rows = 1; rows <= MOST_ROWS && index + rows <= heights.length; rows++) {
    height += heights[index + rows - 1] ?? 0
    if (height >= needed) return rows
  }
  return undefined
}

/** Notes within one screen's height that ends with this passage. */
function countNear(chosen: readonly MarginNote[][], tops: readonly number[], index: number): number {
  const end = tops[index] ?? 0
  return chosen.reduce((sum, notes, at) => sum + (at <= index && end - (tops[at] ?? 0) < SCREEN ? notes.length : 0), 0)
}

/** An anchor of something that is no longer found in the source. */
export interface LeftAnchor {
  readonly fragment: string
  /** Where it leads now; absent for what is gone. */
  readonly href: string | undefined
  readonly reason: string | undefined
}

/** Where the anchors that were ever given out on a source's page stand. */
export interface PlacedAnchors {
  /** Fragments of dated events, quotations and figures by the passage that states them first. */
  readonly inPassages: ReadonlyMap<string, readonly string[]>
  /** Fragments of entities by their ids. */
  readonly ofEntities: ReadonlyMap<string, string>
  readonly left: readonly LeftAnchor[]
}

/** Gives every anchor of a source its place: the passage that states it, the name in the list of names, or a notice. */
export function placeAnchors(source: SourceEntry, { statedIn }: Pick<DossierView, 'statedIn'>): PlacedAnchors {
  const given = anchorsOn(source.id)
  const byId = Map.groupBy(given, ({ line }) => line.id)
  const placed = new Set<string>()
  const take = (id: string): string[] => {
    const fragments = (byId.get(id) ?? []).map(({ fragment }) => fragment).filter((fragment) => !placed.has(fragment))
    for (const fragment of fragments) placed.add(fragment)
    return [...new Set(fragments)]
  }
  const inPassages = new Map((statedIn.get(source.id) ?? []).map(([id, stated]) => [id, stated.flatMap(take)]))
  const ofEntities = new Map(source.entities.flatMap(({ id }) => take(id).map((fragment) => [id, fragment])))
  const rest = new Map(given.filter(({ fragment }) => !placed.has(fragment)).map((anchor) => [anchor.fragment, anchor]))
  return { inPassages, ofEntities, left: [...rest.values()].map(leadOn) }
}

function leadOn({ fragment, line }: GivenAnchor): LeftAnchor {
  const target = line.state === 'live' ? line.id : line.to[0]
  return { fragment, href: target && addressOf(target), reason: line.reason }
}
