import type { ResolvedMention } from '../../model/entity.ts'
import type { PagePermalink, PageType, PassagePermalink } from '../../model/permalink.ts'
import { passageKey, promiseOf, splitAnchor } from '../../model/permalink.ts'
import type { NamedIn, Successors } from './find-successors.ts'
import { chooseKeepers, findSuccessors } from './find-successors.ts'
import { anchorAddress, mintId, pageAddress } from './page-address.ts'
import { levelsOf, namesOf, normaliseText } from './page-marks.ts'
import { matchByMarks } from './recognise.ts'

/** Number of levels of marks at which a retired line may be revived: bytes or name. */
const SURE = 1

/** An entry of this build that has an address. */
export interface Addressable {
  /** Unique in this build. */
  readonly key: string
  readonly type: PageType
  /** Title or name for the readable part of the address. */
  readonly name?: string
  /** Marks by which a later build recognises it. */
  readonly seen: readonly string[]
  /** Parts that a new id is minted from. */
  readonly mint: readonly string[]
  /** The file of the only source on whose page it is an anchor; absent for an entry with its own page. */
  readonly host?: string
}

/** The record line of each addressable of this build, and the lines that have none. */
export interface CarriedPages {
  readonly lines: ReadonlyMap<string, PagePermalink>
  readonly lost: readonly PagePermalink[]
}

/** Evidence about pages in addition to their marks. */
export interface PageEvidence {
  /** Lines of the sources that are hosts of anchors, by file. */
  readonly hosts?: ReadonlyMap<string, PagePermalink>
  /** The entities that the passages of the lines name now; they take precedence over every mark. */
  readonly successors?: ReadonlyMap<PagePermalink, Successors>
  /** Finds lines, by key, for these addressables among the lines that nothing claimed. */
  readonly lookCloser?: (
    keys: ReadonlySet<string>,
    lines: readonly PagePermalink[],
  ) => ReadonlyMap<string, PagePermalink>
}

/**
 * Finds the record line of each addressable, and mints an id for each that has none. A page whose readable part or folder
 * changed keeps its old address as a redirect. One that was gone and is there again under the same name or with the
 * same bytes gets its line back.
 *
 * @param addressables sorted, so that ids do not depend on an order of arrival
 * @param lines every line of the record for pages of these types
 * @param taken ids ever given out; new ones are added
 */
export function carryPages(
  addressables: readonly Addressable[],
  lines: readonly PagePermalink[],
  taken: Set<string>,
  { hosts = new Map(), successors = new Map(), lookCloser = () => new Map() }: PageEvidence = {},
): CarriedPages {
  const live = lines.filter(({ state }) => state === 'live')
  const recognise = (some: readonly Addressable[], known: readonly PagePermalink[], levels: number) =>
    recogniseAddressables(some, known, { successors, hosts, levels })
  const found = recognise(addressables, live, Infinity)
  const claimed = new Set(found.values())
  const closer = lookCloser(
    new Set(addressables.filter((addressable) => !found.has(addressable)).map(({ key }) => key)),
    live.filter((line) => !claimed.has(line)),
  )
  for (const addressable of addressables)
    if (closer.has(addressable.key)) found.set(addressable, closer.get(addressable.key)!)
  const rest = addressables.filter((addressable) => !found.has(addressable))
  const revived = recognise(
    rest,
    lines.filter(({ state }) => state !== 'live'),
    SURE,
  )
  const carried = new Map(
    addressables.map((addressable) => [
      addressable.key,
      carryLine(addressable, found.get(addressable) ?? revived.get(addressable), hosts, taken),
    ]),
  )
  const kept = new Set(found.values())
  return { lines: carried, lost: live.filter((line) => !kept.has(line)) }
}

/** How lines and addressables are compared. */
interface Evidence {
  readonly successors: ReadonlyMap<PagePermalink, Successors>
  readonly hosts: ReadonlyMap<string, PagePermalink>
  /** How many levels of marks count, the surest first. */
  readonly levels: number
}

/** Where the passages of a line speak clearly of one entity, the line is that one or none: its names have no say. */
function recogniseAddressables(
  addressables: readonly Addressable[],
  lines: readonly PagePermalink[],
  { successors, hosts, levels }: Evidence,
): Map<Addressable, PagePermalink> {
  if (lines.length === 0) return new Map()
  const keepers = chooseKeepers(
    lines,
    successors,
    new Map(addressables.map(({ key, seen: [name = ''] }) => [key, name])),
  )
  const keysOf = (line: PagePermalink) => (keepers.has(line) ? [keepers.get(line)!] : [])
  const marksOf = (line: PagePermalink) =>
    successors.get(line)?.isClear
      ? [keysOf(line)]
      : [[], ...withHost(levelsOf(line.seen, line.type, 'before').slice(0, levels), splitAnchor(line.address)?.source)]
  return matchByMarks(
    lines.map((line) => ({ addressable: line, marks: marksOf(line) })),
    addressables.map((addressable) => ({
      addressable,
      marks: [
        [addressable.key],
        ...withHost(levelsOf(addressable.seen, addressable.type, 'now'), hosts.get(addressable.host ?? '')?.id),
      ],
    })),
  )
}

/** Each level twice, first within the source on whose page the thing is an anchor: two copies of an article say the same. */
function withHost(levels: readonly (readonly string[])[], source: string | undefined): (readonly string[])[] {
  return levels.flatMap((level) => [source === undefined ? [] : level.map((mark) => `${source}#${mark}`), level])
}

function carryLine(
  { type, name, seen, mint, host }: Addressable,
  line: PagePermalink | undefined,
  hosts: ReadonlyMap<string, PagePermalink>,
  taken: Set<string>,
): PagePermalink {
  const id = line?.id ?? mintId(mint, 8, taken)
  const source = host === undefined ? undefined : hosts.get(host)
  const address = source ? anchorAddress(type, id, source.address) : pageAddress(type, id, name)
  const earlier = line ? [...line.formerly.filter((old) => old !== line.address), line.address] : []
  const formerly = earlier.filter((old) => promiseOf(old) !== promiseOf(address))
  const rest = Object.fromEntries(Object.entries(line ?? {}).filter(([field]) => field !== 'reason'))
  return { ...rest, id, type, address, formerly, state: 'live', to: [], seen: [...seen] }
}

/** Passages kept on record for one entity; those of the lowest ids, so that each build keeps the same ones. */
const MOST_PASSAGES = 24

/** The pages of this build that the passages of a page on record speak of now. */
export interface SuccessorPages {
  /** Ids, that of most passages first. */
  readonly to: readonly string[]
  /** True when the first is the one that the page was about. */
  readonly isClear: boolean
}

/** Lines of entities, and where those lead whose entity is gone. */
export interface CarriedEntities extends CarriedPages {
  /** Lines without an entity in this build, also those retired before that may lead elsewhere now. */
  readonly lost: readonly PagePermalink[]
  readonly leads: ReadonlyMap<PagePermalink, SuccessorPages>
}

/**
 * Carries the pages of entities. Their passages take precedence over their names; see `findSuccessors`.
 *
 * @param lines every line of the record for entities
 * @param ids passage ids of this build, by `passageKey`
 * @param passages lines of all passages after this build, by id
 * @param hosts lines of sources, by file
 */
export function carryEntities(
  addressables: readonly Addressable[],
  mentions: readonly ResolvedMention[],
  lines: readonly PagePermalink[],
  taken: Set<string>,
  ids: ReadonlyMap<string, string>,
  passages: ReadonlyMap<string, PassagePermalink>,
  hosts: ReadonlyMap<string, PagePermalink> = new Map(),
): CarriedEntities {
  const namedIn = indexMentions(mentions, ids)
  const successors = findSuccessors(lines, namedIn, passages)
  const carried = carryPages(withPassages(addressables, namedIn), lines, taken, { successors, hosts })
  const living = new Set([...carried.lines.values()].map(({ id }) => id))
  const astray = lines.filter((line) => isRetiredByRule(line) && successors.has(line) && !living.has(line.id))
  const leads = new Map(
    [...successors].map(([line, { keys, isClear }]) => [
      line,
      { to: keys.map((key) => carried.lines.get(key)!.id), isClear },
    ]),
  )
  return { lines: carried.lines, lost: [...carried.lost, ...astray], leads }
}

/** True for a page that a rule retired; what a person moved stays moved. */
function isRetiredByRule({ state, to }: PagePermalink): boolean {
  return (state === 'merged' || state === 'tombstone') && to.length > 0
}

function indexMentions(mentions: readonly ResolvedMention[], ids: ReadonlyMap<string, string>): NamedIn {
  const index = new Map<string, Map<string, Set<string>>>()
  for (const { file, span, words, entity } of mentions) {
    const id = ids.get(passageKey(file, span.passage))
    if (id === undefined) continue
    const names = index.get(id) ?? new Map<string, Set<string>>()
    const name = normaliseText(words)
    index.set(id, names.set(name, (names.get(name) ?? new Set()).add(entity)))
  }
  return index
}

/** Adds to each entity's marks the passages that print the name it is shown under; where none does, those with its other names. */
function withPassages(addressables: readonly Addressable[], namedIn: NamedIn): Addressable[] {
  const namings = [...namedIn].flatMap(([id, names]) =>
    [...names].flatMap(([name, keys]) => [...keys].map((key) => ({ id, name, key }))),
  )
  const byEntity = Map.groupBy(namings, ({ key }) => key)
  return addressables.map((addressable) => {
    const all = byEntity.get(addressable.key) ?? []
    const [shown] = namesOf(addressable.seen)
    const full = all.filter(({ name }) => name === shown)
    const passages = [...new Set((full.length > 0 ? full : all).map(({ id }) => id))].sort().slice(0, MOST_PASSAGES)
    return { ...addressable, seen: [...addressable.seen, ...passages.map((id) => `in:${id}`)] }
  })
}
