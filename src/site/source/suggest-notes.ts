import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import { contradictionsOf } from '../comparison/list-disagreements.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { describeAll, endSentence, prominenceOf, stampSources } from '../entity/list-mentions.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { formatList, t } from '../text/text.ts'
import { nameSource } from './describe-source.ts'
import type { MarginNote } from './place-notes.ts'

/** Rank of each sort of note; a lower one is placed first. */
export const NOTE_RANK = { disputed: 0, contradicts: 1000, first: 2000, role: 3000 } as const

/** Notes beside the passages of a source that state a figure which other passages state too, by passage id. */
export function noteFigures(source: SourceEntry, { figuresIn, sourceOf }: DossierView): [string, MarginNote][] {
  return (figuresIn.get(source.id) ?? [])
    .filter(({ rows }) => rows.length > 1)
    .flatMap((figure) =>
      figure.rows
        .filter((row) => row.source === source.id)
        .map((row): [string, MarginNote] => {
          const others = figure.rows.filter((other) => other.passage !== row.passage)
          const given = others
            .slice(0, 2)
            .map(({ source, words }) =>
              t.notes.has(sourceOf.has(source) ? nameSource(sourceOf.get(source)!) : '', words),
            )
          const what = figure.unit === 'date' ? t.notes.date : t.notes.figure
          const head = figure.isCompatible ? t.notes.alsoGiven(what) : t.notes.disputed(what)
          return [
            row.passage,
            {
              kind: 'event',
              head,
              text: `${formatList(given)}.`,
              href: addressOf(figure.id),
              linkText: t.notes.compare,
              rank: figure.isCompatible ? NOTE_RANK.role : NOTE_RANK.disputed,
            },
          ]
        }),
    )
}

/** Notes beside the passages that cannot both be right, by passage id. */
export function noteContradictions(source: SourceEntry, dossier: DossierView): [string, MarginNote][] {
  return (contradictionsOf(dossier).get(source.id) ?? []).flatMap(({ passages, reason, answer, hash }) =>
    passages.map(({ passage }): [string, MarginNote] => [
      passage,
      {
        kind: 'date',
        head: answer?.isCurrent ? t.notes.answered : t.notes.contradicted,
        text: reason,
        href: withBase(`/disagreements/#c-${hash}`),
        linkText: t.notes.sideBySide,
        rank: NOTE_RANK.contradicts,
      },
    ]),
  )
}

/** The note beside the first passage of a source that names an entity; what one source alone names, and a place that nobody describes, need none. */
export function noteFirstMention(entity: EntityEntry, dossier: DossierView, href: string): MarginNote | undefined {
  const prominence = prominenceOf(dossier).get(entity.id) ?? 0
  if (!entity.description && (prominence === 0 || entity.kind === 'place')) return undefined
  const isOnlyHere = prominence === 0 && dossier.hasMoreSources(1)
  const sources = isOnlyHere
    ? t.notes.onlyHere
    : t.notes.namedIn(stampSources(dossier)(entity.id), dossier.allSources())
  return {
    kind: entity.kind,
    head: entity.name,
    text: `${endSentence(describeAll(dossier).get(entity.id) ?? '')} ${sources}`,
    href,
    linkText: t.notes.allMentions,
    rank: (entity.kind === 'place' ? NOTE_RANK.role : NOTE_RANK.first) - prominence - 1,
  }
}

/** Notes beside the first passage of a source that quotes a person, when another passage says what they are. */
export function noteRoles(
  source: SourceEntry,
  { quotationsIn, entityOf, sourceOf }: DossierView,
): [string, MarginNote][] {
  const said = (quotationsIn.get(source.id) ?? []).flatMap(({ speaker, occurrences }) =>
    occurrences
      .filter((occurrence) => speaker?.kind === 'person' && occurrence.source === source.id)
      .map(({ passage, ordinal }) => ({ speaker: speaker!.id, passage, ordinal })),
  )
  const first = new Map(said.toSorted((a, b) => b.ordinal - a.ordinal).map((one) => [one.speaker, one.passage]))
  return [...first].flatMap(([id, passage]): [string, MarginNote][] => {
    const entity = entityOf.get(id)
    const roles = entity?.roles ?? []
    const role = roles.find((one) => one.source === source.id) ?? roles[0]
    if (!entity || !role || role.passage === passage) return []
    const where = role.source === source.id ? t.notes.here : t.notes.inSource(sourceOf.get(role.source)?.publisher)
    return [
      [
        passage,
        {
          kind: 'person',
          head: entity.name,
          text: t.notes.role(role.words, where),
          href: addressOf(role.passage),
          linkText: t.notes.passage,
          rank: NOTE_RANK.role,
          rule: role.rule,
        },
      ],
    ]
  })
}
