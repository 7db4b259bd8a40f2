import { cutTreeEntry, readTreePassages } from '../../markup/page-file.ts'
import type { Published, PublishedSource, SourceAnnotations } from '../../markup/vocabulary.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { DossierEntry, SourceEntry } from '../../model/entry.ts'
import { writeDatedEvent } from '../../model/entry.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import type { Addresses, PageAddress } from '../../model/permalink.ts'
import { isAnchor } from '../../model/permalink.ts'
import { isBody } from '../../model/passage.ts'
import { holdFile } from '../../model/published-file.ts'
import type { MadeFile, SetDown, WebAnnotation, WrittenFile } from '../../model/published-file.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { writeEntries } from '../../text/entry-lines.ts'
import { safeJson } from '../../text/escape.ts'
import { sha256Of } from '../../text/hash.ts'
import { composeEntities } from './compose-entities.ts'
import { composeSources } from './compose-sources.ts'
import type { Composition } from './composition.ts'
import { startComposition } from './composition.ts'
import { dataOfAnnotations } from './data-annotations.ts'
import { dataOfEntities, dataOfSources } from './data-sources.ts'
import { withholdNothing } from './withhold.ts'
import type { PageEntry, PageToCompose, TakePage, WritePage, WrittenPage } from './write-page.ts'
import { composeExtractedTexts, composeLists, mdxPath, writePage } from './write-page.ts'

/** The result of one build, as files and as entries, without anything that rights withhold. */
export interface Composed {
  /** Files under `content/`. */
  readonly content: readonly WrittenFile[]
  /** The trees of the pages under `content/`, each under the name of its file; they are read while the site is rendered and not published. */
  readonly trees: readonly WrittenFile[]
  /** Files of the site's `data/` folder that hold the model as it is. */
  readonly data: () => Iterable<MadeFile>
  /** The entries, for other formats. */
  readonly publish: () => Published
}

/** What becomes of the text of pages and lists. */
export interface Writing {
  /** How a page becomes text. */
  readonly write?: WritePage | undefined
  /** Finds a page that the last build composed from the same. */
  readonly take?: TakePage | undefined
  /** What becomes of the text of a list. */
  readonly setDown?: SetDown
}

/**
 * Turns a dossier whose addresses are given out into the text of every file that stands for it.
 *
 * @param rules what each rule does, by its name
 */
export function composeDossier(
  dossier: Dossier,
  addresses: Addresses,
  rules: ReadonlyMap<string, string>,
  { write = writePage, take, setDown = holdFile }: Writing = {},
): Composed {
  const composition = startComposition(dossier, addresses, rules)
  const pages: WrittenPage[] = []
  const publish = <Entry extends PageEntry>(collection: string, page: PageToCompose<Entry>) => {
    const { entry, written } = writeOrTake(collection, page, write, take)
    pages.push(written)
    return { entry, tree: written.tree }
  }
  const sources = Array.from(composeSources(composition), (page) => leavePassages(publish('sources', page)))
  const named = new Set([...addresses.entities.values()].flatMap(({ id, address }) => (isAnchor(address) ? [id] : [])))
  const entities = Array.from(composeEntities(composition), ({ kind, ...page }) =>
    named.has(page.id) ? page.compose().entry : publish(COLLECTION_OF[kind], page).entry,
  )
  const withoutPage = entities.filter(({ id }) => named.has(id))
  const lists = composeLists(composition)
  const { timeline: datedEvents, quotations, figures } = lists
  return {
    content: [
      ...pages.map(({ mdx }) => mdx),
      ...Object.entries({ ...lists, timeline: datedEvents.map(writeDatedEvent) }).map(([name, entries]) =>
        setDown({ path: `content/${name}.json`, chunks: writeEntries<unknown>(entries) }),
      ),
      setDown({ path: 'content/entities.json', chunks: writeEntries(withoutPage) }),
      ...composeExtractedTexts(composition),
      {
        path: 'content/dossier.json',
        text: `${JSON.stringify(composition.withhold(describeDossier(composition)), undefined, 2)}\n`,
      },
    ],
    trees: pages.map(({ tree }) => tree),
    data: () => composeData(composition),
    publish: () => ({
      settings: dossier.settings,
      sources,
      entities,
      quotations,
      datedEvents,
      figures,
      annotations: listAnnotations(composition),
      pages: indexPages(addresses),
    }),
  }
}

/** A page that was composed and written, or that is as in the last build: then its entry is read from its tree. */
function writeOrTake<Entry extends PageEntry>(
  collection: string,
  { id, slug, key, passages, compose }: PageToCompose<Entry>,
  write: WritePage,
  take?: TakePage,
): { entry: Entry; written: WrittenPage } {
  const taken = key === undefined ? undefined : take?.(mdxPath(collection, { id, slug }), key, passages)
  if (taken) return { entry: JSON.parse(cutTreeEntry(taken.tree.text)) as Entry, written: taken }
  const page = compose()
  return { entry: page.entry, written: write(collection, page, key) }
}

/**
 * The passages of a page are read again from its tree when they are needed: with markup they are most of its memory.
 */
function leavePassages({ entry, tree }: { entry: SourceEntry; tree: WrittenFile }): PublishedSource {
  return {
    entry,
    get key() {
      return tree.sha256 ?? sha256Of(tree.text)
    },
    get passages() {
      return readTreePassages(tree.text)
    },
  }
}

/** Made each time that they are read: together they are a third of the exports' memory. */
function listAnnotations(composition: Composition): SourceAnnotations[] {
  const { withhold } = composition
  return dataOfAnnotations(composition).map(({ key, list }) => ({
    ...(withhold === withholdNothing && { key: key() }),
    list: () => Iterator.from(list()).map(withhold<WebAnnotation>),
  }))
}

function* composeData(composition: Composition): Generator<MadeFile> {
  const { withhold } = composition
  yield { path: 'data/sources.json', chunks: writeEntries(withhold(dataOfSources(composition)), safeJson) }
  yield { path: 'data/entities.json', chunks: writeEntries(withhold(dataOfEntities(composition)), safeJson) }
}

function indexPages({ sources, entities, quotations, datedEvents, figures }: Addresses): Map<string, PageAddress> {
  const pages = [sources, entities, quotations, datedEvents, figures].flatMap((part) => [...part.values()])
  return new Map(pages.map((page) => [page.id, page]))
}

/** The dossier for the home and method pages: its settings, its counts and the rules that were applied. */
function describeDossier({ dossier, sourcesByDate, rules }: Composition): DossierEntry {
  const { title, description, language, licence, site, stubs, shareImages } = dossier.settings
  const dated = sourcesByDate.flatMap(({ metadata }) => metadata.date?.value ?? [])
  const [from, to] = [dated[0], dated.at(-1)]
  return {
    title,
    description,
    language,
    licence,
    ...(site && { site }),
    ...(stubs && { stubs }),
    ...(shareImages === false && { shareImages }),
    counts: countAll(dossier),
    ...(from && to && { from, to }),
    ...(dossier.unused && dossier.unused.length > 0 && { unused: dossier.unused }),
    undated: sourcesByDate.length - dated.length,
    scope: dossier.coverage.scope,
    rules: countRules(dossier, rules),
  }
}

function countAll({
  sources,
  findings,
  mentions,
  entityRelations,
  quotations,
  datedEvents,
}: Dossier): Record<string, number> {
  const kinds = Object.entries(COLLECTION_OF).map(([kind, collection]): [string, number] => [
    collection,
    entityRelations.filter(({ entity }) => entity.startsWith(`${kind}:`)).length,
  ])
  return {
    sources: sources.length,
    passages: sources.flatMap(({ passages }) => passages).filter(isBody).length,
    mentions: mentions.length,
    dates: findings.flatMap(({ dates }) => dates).length,
    quotations: quotations.length,
    datedEvents: datedEvents.length,
    figures: findings.flatMap(({ amounts }) => amounts).length,
    setAside: sources.flatMap(({ setAside }) => setAside).length,
    ...Object.fromEntries(kinds),
  }
}

function countRules(dossier: Dossier, described: Composition['rules']): DossierEntry['rules'] {
  const { sources, findings, mentions } = dossier
  const rules = [
    ...sources.flatMap(({ setAside, metadata, languageFact }) =>
      [
        ...setAside,
        ...(languageFact ? [languageFact] : []),
        ...METADATA_FIELDS.flatMap((field) => metadata[field] ?? []),
      ].map(({ rule }) => rule),
    ),
    ...findings.flatMap(({ dates, quotations, amounts }) =>
      [...dates, ...quotations, ...amounts].map(({ rule }) => rule),
    ),
    ...findings.flatMap(({ quotations }) => quotations.flatMap(({ speaker }) => speaker?.rule ?? [])),
    ...mentions.flatMap(({ rule, step }) => [rule, step.rule]),
    ...listRelating(dossier),
  ]
  return [...Map.groupBy(rules, (rule) => rule)]
    .map(([rule, uses]) => ({ rule, count: uses.length, ...(described.has(rule) && { what: described.get(rule)! }) }))
    .toSorted((a, b) => compare(a.rule, b.rule))
}

const RELATING = /^(?:caveat|contradiction|event|figure|occurrence|origin|wording)\/[a-z-]+$/

/** The rules by which statements were set beside one another, once for each place where one is named. */
function listRelating({
  datedEvents,
  unplaced,
  quotations,
  figures,
  wordings,
  origins,
  contradictions,
}: Dossier): string[] {
  const rules: string[] = []
  collectRules([datedEvents, unplaced, quotations, figures, wordings.choices, origins, contradictions], rules)
  return rules
}

function collectRules(value: object, rules: string[]): void {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) collectRules(part, rules)
    else if (key === 'rule' && typeof part === 'string' && RELATING.test(part)) rules.push(part)
  }
}
