import type { Dossier } from '../../../model/dossier.ts'
import type { PermalinkRecord } from '../../../model/permalink.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Tombstone } from '../../../model/register.ts'
import type { SourceVersion } from '../../../model/entry.ts'
import { assignAddresses } from '../../../pipeline/6-address/assign-addresses.ts'
import { keepVersions } from '../../../pipeline/6-address/carry-source.ts'
import type { BuiltPage } from '../../../pipeline/6-address/check-promises.ts'
import { checkHistory, checkPromises } from '../../../pipeline/6-address/check-promises.ts'
import { parseRecord, writeRecord } from '../../samples/record-text.ts'
import {
  sampleDatedEvent,
  sampleDossier,
  sampleEntity,
  sampleQuotation,
  sampleSource,
} from '../../samples/sample-dossier.ts'
import { sampleSite } from '../../samples/sample-site.ts'

/** A published dossier and everything of it that a change can touch. */
export interface World {
  readonly dossier: Dossier
  /** Text of `content/permalinks.json`. */
  readonly record: string
  readonly tombstones: readonly Tombstone[]
  readonly versions: readonly SourceVersion[]
  /** The site generator's changes to pages. */
  readonly render: (pages: readonly BuiltPage[]) => readonly BuiltPage[]
}

export const FERRY = [
  'The ferry to Ostholm was cancelled on Friday morning.',
  'Its owner, Amina Vale, blamed the wind and the tide.',
  'Forty people slept in the terminal at Northport.',
  'The next boat leaves at noon on Saturday, the line said.',
]
export const MINE = [
  'Eleven miners were brought up from the Lenn pit alive.',
  'Bruno Okafor, who led the rescue, praised his crew.',
  'The pit had been inspected twice in the spring.',
]
export const VOTE = [
  'The council of Ostholm voted for a new pier by nine to four.',
  'Work is to begin in May and to last two years.',
  'The opposition called the price absurd.',
]

/** A dossier after three builds: with versions, a redirect, a merged page, tombstones, a split and a merged passage. */
export function publishWorld(): World {
  const first = buildOn(
    sampleDossier(
      [ferry(FERRY, 'Ferry cancelled'), mine(MINE), vote(VOTE)],
      people(['Amina Vale', 'A. Vale', 'Bruno Okafor', 'Ines Lenn']),
    ),
    '[]',
    [],
    [],
  )
  const edited = [`${FERRY[0]} ${FERRY[1]}`, FERRY[3]!]
  const second = buildOn(
    sampleDossier(
      [ferry(edited, 'Ferry stays in port'), mine(MINE), vote(VOTE)],
      people(['Amina Vale', 'Bruno Okafor'], ['A. Vale']),
    ),
    first.record,
    [],
    first.versions,
  )
  const gone = idOfSource(second.record, 'mine')
  const tombstones = [{ id: gone, reason: 'Taken down at the paper’s request', date: '2024-05-01' }]
  const { dossier } = second
  return buildOn(
    { ...dossier, sources: dossier.sources.filter(({ file }) => !file.includes('mine')) },
    second.record,
    tombstones,
    second.versions,
  )
}

/** Builds the world as it is now; errors are what stops publication. */
export function rebuild(
  { dossier, record, tombstones, versions, render }: World,
  published: string,
): { errors: readonly Problem[]; world: World } {
  const read = parseRecord(record)
  const assigned = assignAddresses(dossier, read.value, tombstones)
  const kept = keepVersions(assigned.value.record, versions, assigned.value.versions)
  const site = render(sampleSite(assigned.value.record))
  const history = checkHistory(parseRecord(published).value, assigned.value.record)
  const promises = checkPromises(assigned.value.record, site, kept.value)
  const problems = [...read.problems, ...assigned.problems, ...kept.problems, ...history, ...promises]
  return {
    errors: problems.filter(({ severity }) => severity === 'error'),
    world: { dossier, tombstones, render, record: writeRecord(assigned.value.record), versions: kept.value },
  }
}

export const ferry = (texts: readonly string[], headline: string, more = {}) =>
  sampleSource('seeds/articles/ferry.txt', { texts, headline, url: 'https://paper.example/ferry', ...more })
export const mine = (texts: readonly string[]) =>
  sampleSource('seeds/articles/mine.txt', { texts, headline: 'Miners saved' })
export const vote = (texts: readonly string[], headline = 'Council votes', more = {}) =>
  sampleSource('seeds/articles/vote.txt', { texts, headline, ...more })

/** Persons; the first has the aliases. */
export function people(names: readonly string[], aliases: readonly string[] = []): Dossier['entities'] {
  return names.map((name, at) => sampleEntity('person', name, at === 0 ? aliases : []))
}

function buildOn(
  dossier: Dossier,
  record: string,
  tombstones: readonly Tombstone[],
  versions: readonly SourceVersion[],
): World {
  const file = 'seeds/articles/vote.txt'
  const full = {
    ...dossier,
    quotations: [sampleQuotation(file, 'absurd', 'the opposition')],
    datedEvents: [sampleDatedEvent(file, 1, '2024-03-04', VOTE[0]!.length)],
  }
  return rebuild({ dossier: full, record, tombstones, versions, render: (pages) => pages }, record).world
}

function idOfSource(record: string, name: string): string {
  const line = parseRecord(record).value.find(
    (one) => 'type' in one && one.type === 'source' && one.address.includes(name),
  )
  return (line as PermalinkRecord[number]).id
}
