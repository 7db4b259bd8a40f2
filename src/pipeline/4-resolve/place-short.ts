import { initialsOfName, isPrintedAcronym } from './acronyms.ts'
import { addRival, type Cluster, isApart, isListed, mergeClusters } from './cluster.ts'
import { type Contexts, hasSharedContext } from './contexts.ts'
import { type MentionGroup, isFullPerson, surnamesOf, withoutForm } from './group.ts'

/** How many other names two sources must share before a short name of one is taken for a full name of the other. */
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
  if (part.rivals.length > 0 || isApart(whole, part)) return false
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
