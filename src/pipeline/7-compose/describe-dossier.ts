import type { Dossier } from '../../model/dossier.ts'
import type { DossierEntry } from '../../model/entry.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import { isBody } from '../../model/passage.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Composition } from './composition.ts'

/** What the home and method pages say of the whole: its settings, its counts and the rules that left their mark. */
export function describeDossier({ dossier, chronicle, rules }: Composition): DossierEntry {
  const { title, description, language, licence, site, stubs, shareImages } = dossier.settings
  const dated = chronicle.flatMap(({ metadata }) => metadata.date?.value ?? [])
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
    undated: chronicle.length - dated.length,
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
