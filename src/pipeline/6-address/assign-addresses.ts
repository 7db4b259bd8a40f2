import type { Dossier } from '../../model/dossier.ts'
import type {
  Addresses,
  PageAddress,
  PagePermalink,
  PageType,
  PassagePermalink,
  PermalinkRecord,
} from '../../model/permalink.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import type { SourceVersion } from '../../model/entry.ts'
import type { CarriedCaptures, EarlierCaptures } from './carry-captures.ts'
import { carryCaptures } from './carry-captures.ts'
import type { CarriedEntities, CarriedPages, PageEvidence } from './carry-pages.ts'
import { carryEntities, carryPages } from './carry-pages.ts'
import { checkRecord, checkTombstones } from './check-record.ts'
import { listAddressables, recogniseChanged } from './list-addressables.ts'
import { slugOf } from './page-address.ts'
import { marksOfLeftOut } from './page-marks.ts'
import { recogniseTexts } from './recognise.ts'
import { splitRecord } from './record-file.ts'
import { retirePages, retireSource } from './retire-pages.ts'

/** The addresses of one build, the record after it, and the earlier texts to keep. */
export interface Assigned {
  readonly addresses: Addresses
  readonly record: PermalinkRecord
  /** Earlier versions of texts; each is kept at its own address. */
  readonly versions: readonly SourceVersion[]
}

/**
 * Gives every entry of a build its address: entries on record keep their id, new ones are minted one, and missing
 * ones redirect or become a tombstone. A published address that would be lost is an error.
 *
 * @param record the record of the last build; empty before the first
 * @param tombstones entries of `seeds/tombstones.yml`
 * @param captures earlier captures of the dossier's sources
 */
export function assignAddresses(
  dossier: Dossier,
  record: PermalinkRecord,
  tombstones: readonly Tombstone[],
  captures: EarlierCaptures = new Map(),
): Reported<Assigned> {
  const taken = new Set(record.map(({ id }) => id))
  const { pages, passages } = splitRecord(record)
  const addressables = listAddressables(dossier)
  const ofType = (isWanted: (type: string) => boolean) => pages.filter(({ type }) => isWanted(type))
  const recogniseSources: PageEvidence['lookCloser'] = (files, lost) =>
    recogniseTexts(
      dossier.sources.filter(({ file }) => files.has(file)),
      lost,
      passages,
    )
  const ofSources = ofType((type) => type === 'source')
  const sources = carryPages(addressables.sources, ofSources, taken, { lookCloser: recogniseSources })
  const texts = carryTexts(dossier.sources, captures, sources, passages, taken)
  const ids = passageIds(dossier.sources, texts)
  const onRecord = new Map([...passages.values()].flat().map((line) => [line.id, line]))
  const changed = recogniseChanged(dossier, ids, onRecord)
  const carryStatements = (statements: 'quotations' | 'datedEvents' | 'figures', type: PageType) =>
    carryPages(
      addressables[statements],
      ofType((one) => one === type),
      taken,
      { hosts: sources.lines, lookCloser: changed(statements) },
    )
  const ofStatements = {
    quotations: carryStatements('quotations', 'quotation'),
    datedEvents: carryStatements('datedEvents', 'dated-event'),
    figures: carryStatements('figures', 'figure'),
  }
  const ofEntities = ofType((type) => !['source', 'quotation', 'dated-event', 'figure'].includes(type))
  const entities = carryEntities(
    addressables.entities,
    dossier.mentions,
    ofEntities,
    taken,
    ids,
    linesById([...texts.values()]),
    sources.lines,
  )
  const carried = { ...ofStatements, entities, sources }
  const { lines, problems } = closeRecord(dossier, { pages, passages }, carried, texts, tombstones)
  return {
    value: {
      addresses: addressesOf(carried, texts, ids),
      record: updateRecord(record, lines),
      versions: [...texts.values()].flatMap(({ earlier }) => earlier),
    },
    problems: [...checkRecord(record), ...problems],
  }
}

/** The lines of what is there, and of what is gone: where it leads, or that it was taken down. */
function closeRecord(
  dossier: Dossier,
  { pages, passages }: ReturnType<typeof splitRecord>,
  { sources, ...carried }: Carried,
  texts: ReadonlyMap<string, CarriedCaptures>,
  tombstones: readonly Tombstone[],
): { lines: PermalinkRecord; problems: Problem[] } {
  const captures = [...texts.values()]
  const present = [
    ...captures.map(({ page }) => page),
    ...Object.values(carried).flatMap(({ lines }) => [...lines.values()]),
  ]
  const lost = [sources, ...Object.values(carried)].flatMap((one) => one.lost)
  const retired = retirePages(lost, present, tombstones, carried.entities.leads, marksOfLeftOut(dossier))
  const gone = retired.lines.flatMap((line) => [line, ...retireSource(line, passages.get(line.id) ?? [])])
  return {
    lines: [...present, ...captures.flatMap((text) => text.passages), ...gone],
    problems: [...retired.problems, ...checkTombstones(tombstones, pages, present)],
  }
}

interface Carried extends Readonly<Record<'sources' | 'quotations' | 'datedEvents' | 'figures', CarriedPages>> {
  readonly entities: CarriedEntities
}

function addressesOf(
  { sources, quotations, datedEvents, figures, entities }: Carried,
  texts: ReadonlyMap<string, CarriedCaptures>,
  passages: ReadonlyMap<string, string>,
): Addresses {
  const versionOf = (file: string) => texts.get(file)!.page.versions!.length
  return {
    sources: mapValues(sources.lines, (line, file) => ({ ...addressOf(line), version: versionOf(file) })),
    passages,
    entities: mapValues(entities.lines, addressOf),
    quotations: mapValues(quotations.lines, addressOf),
    datedEvents: mapValues(datedEvents.lines, addressOf),
    figures: mapValues(figures.lines, addressOf),
  }
}

/** Carries the texts of all sources, in the order of their lines so that new passage ids do not depend on file names. */
function carryTexts(
  sources: readonly Source[],
  captures: EarlierCaptures,
  { lines }: CarriedPages,
  passages: ReadonlyMap<string, readonly PassagePermalink[]>,
  taken: Set<string>,
): Map<string, CarriedCaptures> {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return new Map(
    [...lines].map(([file, page]) => [
      file,
      carryCaptures(byFile.get(file)!, captures.get(file) ?? [], page, passages.get(page.id) ?? [], taken),
    ]),
  )
}

function passageIds(sources: readonly Source[], texts: ReadonlyMap<string, CarriedCaptures>): Map<string, string> {
  return new Map(
    sources.flatMap(({ file, passages }) =>
      passages.map(({ ordinal }, at) => [passageKey(file, ordinal), texts.get(file)!.passages[at]!.id]),
    ),
  )
}

function linesById(texts: readonly CarriedCaptures[]): Map<string, PassagePermalink> {
  return new Map(texts.flatMap(({ passages }) => passages.map((line) => [line.id, line])))
}

/** The record, with the lines of this build replacing those with the same id. */
function updateRecord(record: PermalinkRecord, lines: PermalinkRecord): PermalinkRecord {
  const all = new Map([...record, ...lines].map((line) => [line.id, line]))
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function addressOf({ id, address }: PagePermalink): PageAddress {
  return { id, slug: slugOf(address), address }
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A, key: string) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]))
}
