import { readData } from '../../text/read-data.ts'
import type { Mention } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import type { Cluster } from './cluster.ts'
import { addRival, isApart, isListed, mergeClusters } from './cluster.ts'
import type { Contexts } from './contexts.ts'
import { hasSharedContext } from './contexts.ts'
import type { MentionGroup } from './group.ts'
import { isFullPerson, surnamesOf, withoutForm } from './group.ts'
import { mayJoinBy } from './joining-rules.ts'
import { initialsOfName, isPrintedAcronym } from './name-forms.ts'

type Within = NonNullable<Mention['within']>
type Box = readonly [south: number, west: number, north: number, east: number]

const boxes = new Map(Object.entries(readData('./country-boxes.yml', import.meta.url) as Record<string, Box>))

/**
 * Separates places of one name by the location that their sources give. A place located only in a country is assigned
 * to the only state or province of it that is named. Places without a location join the only located one, or stay
 * separate if there are several.
 */
export function partByPlace<T>(same: readonly T[], withinOf: (one: T) => Within | undefined): T[][] {
  const containers = same.flatMap((one) => withinOf(one) ?? [])
  const partsOf = (country: string) => [
    ...new Set(
      containers.filter((within) => within.country === country && within.name !== country).map(({ name }) => name),
    ),
  ]
  const placeOf = ({ name, country }: Within) => {
    const parts = name === country ? partsOf(country) : []
    return parts.length === 1 ? parts[0]! : name
  }
  const keyOf = (one: T) => {
    const within = withinOf(one)
    return within && placeOf(within)
  }
  const byPlace = Map.groupBy(same, keyOf)
  return byPlace.size > (byPlace.has(undefined) ? 2 : 1) ? [...byPlace.values()] : [[...same]]
}

/**
 * Whether an entry of the register can be a place in a country, state or province: not if the entry's coordinates are
 * outside the country's bounding box.
 */
export function canLieWithin({ coordinates }: RegisteredEntity, within: Within | undefined): boolean {
  const box = boxes.get(within?.country ?? '')
  if (!box || !coordinates) return true
  const [[latitude, longitude], [south, west, north, east]] = [coordinates, box]
  const isBetween = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
  return latitude >= south && latitude <= north && isBetween
}

/** Number of other names two sources must share before a short name in one counts as a full name in the other. */
const CONTEXT_FOR_SHORT = 2

/** Whether a group has only a person's last name or an acronym that its source does not explain. */
export function isShortName(group: MentionGroup): boolean {
  if (isListed(group)) return false
  return group.kind === 'person' ? !isFullPerson(group) : isPrintedAcronym(group.name)
}

/** Brings each cluster of a short name to the one full name it can mean; with none or several it stays by itself. */
export function placeShort(short: readonly Cluster[], full: readonly Cluster[], contexts: Contexts): Cluster[] {
  const byShort = indexShortNames(full)
  const placed = [...full]
  const alone: Cluster[] = []
  for (const cluster of short) {
    const wholes = byShort.get(shortKey(cluster.groups[0], cluster.groups[0].key)) ?? []
    const [only] = wholes
    if (wholes.length === 1 && isOne(full[only!]!, cluster, contexts)) {
      placed[only!] = mergeClusters(
        placed[only!]!,
        cluster,
        'identity/short-name-across',
        'agree in name and in what their sources speak of',
      )
    } else alone.push(wholes.reduce((rest, index) => addRival(rest, full[index]!, 'may be short for'), cluster))
  }
  return [...placed, ...alone]
}

function isOne(whole: Cluster, part: Cluster, contexts: Contexts): boolean {
  if (part.rivals.length > 0 || !mayJoinBy('identity/short-name-across') || isApart(whole, part)) return false
  return part.groups.every((group) =>
    whole.groups.some((other) => hasSharedContext(group, other, contexts, CONTEXT_FOR_SHORT)),
  )
}

function indexShortNames(full: readonly Cluster[]): Map<string, number[]> {
  const byShort = new Map<string, number[]>()
  full.forEach((cluster, index) => {
    for (const name of new Set(
      cluster.groups.flatMap((group) => shortNamesOf(group).map((short) => shortKey(group, short))),
    )) {
      byShort.set(name, [...(byShort.get(name) ?? []), index])
    }
  })
  return byShort
}

function shortNamesOf(group: MentionGroup): string[] {
  if (group.kind === 'person') return surnamesOf(group)
  return [...group.keys, ...initialsOfName(group.name), withoutForm(group.key)]
}

function shortKey({ kind }: MentionGroup, name: string): string {
  return `${kind}:${kind === 'person' ? name.replace(/^(?:al|an|ar|as|ash|at) /, '') : name}`
}
