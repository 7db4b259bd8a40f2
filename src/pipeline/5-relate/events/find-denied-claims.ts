import type { DeniedAct, ReadSentence } from '../../../lang/sentence-readers.ts'
import type { Source } from '../../../model/source.ts'
import { parseDay } from '../../../text/calendar.ts'
import { groupByEach } from '../../../text/group-by-each.ts'
import { partitionPoint } from '../../../text/partition-point.ts'
import { rememberLast, rememberObjects, rememberPairs } from '../../../text/remember.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, sentencesIn, sentencesInOrder } from '../sentences.ts'
import type { DatedStatement } from '../dated-events/collect-statements.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import type { Stories } from '../stories/group-stories.ts'
import { undatedReport } from './join-reports.ts'

/** A claim of some sources of a story, and its denial by others. */
export interface DeniedClaim {
  readonly claim: StatementGroup
  readonly denial: StatementGroup
}

/**
 * Finds claims that one source states and another denies: "denied that it had locked out workers", "locked out 200". The other is
 * of the same story, or of the week before and about the same names.
 *
 * @param clusters groups of dated statements; one that states just such a claim is taken for it
 * @param sources by day of publication
 * @param known denials of the stories' events, with the acts that they deny
 */
export function findDeniedClaims(
  clusters: readonly StatementGroup[],
  sources: readonly Source[],
  sentences: Sentences,
  stories: Stories,
  known: ReadonlyMap<Sentence, ReadonlySet<string>>,
): DeniedClaim[] {
  const published = new Map(sources.map((source) => [source.file, publishedOn(source)]))
  const sentencesOf = new Map(
    sources.map((source) => {
      const read = () => readSentences(source, sentences)
      return [source.file, rememberSentences(source, [sentencesIn(source, sentences)], read)] as const
    }),
  )
  const relatedTo = relatedSources(sources, sentences, stories)
  const byFirst = Map.groupBy(
    clusters.map((cluster, at) => ({ cluster, at })),
    ({ cluster }) => cluster.first.sentence,
  )
  const isKnown = ({ denying: { sentence }, verb }: Match) =>
    comparisonOf(sentence)
      ?.denials.actsOf(verb)
      .some((act) => known.get(sentence)?.has(act)) === true
  const matches = sources.flatMap(({ file }) => {
    const own = sentencesOf.get(file)!
    let related: readonly SourceSentences[] | undefined
    const others = () => (related ??= relatedTo(file).map((other) => sentencesOf.get(other)!))
    return own.flatMap((one, at) => matchClaims(one, own[at - 1], others))
  })
  return groupMatches(matches.filter((match) => !isKnown(match))).map(({ denials, said }) => {
    const dayOf = ({ sentence }: ReadSentence) => published.get(sentence.file)
    const claims = said.map((one) => undatedReport(one.sentence, dayOf(one)))
    const reporting = said.flatMap(({ sentence }) => byFirst.get(sentence) ?? []).toSorted((a, b) => a.at - b.at)
    const claim =
      reporting.find(({ cluster }) => isJust(cluster, said))?.cluster ??
      groupOf(claims, 'Both say what another source of the story denies.')
    const denying = denials.map((one) =>
      denialOf(undatedReport(one.denying.sentence, dayOf(one.denying)), claim.first, one.word),
    )
    return { claim, denial: groupOf(denying, 'Both deny what other sources of the story report.') }
  })
}

/** A denial; it takes the day of the denied claim. */
export function denialOf(statement: DatedStatement, { date, time }: DatedStatement, word: string): DatedStatement {
  const { passage, start } = statement.sentence
  return {
    ...statement,
    date: {
      ...date,
      span: { passage, start, end: start },
      certainty: 'inferred',
      rule: 'event/claim-denied',
      reason: 'It denies what other sources report; the day is theirs.',
    },
    time,
    mode: { mode: 'denied', rule: 'event/claim-denied', reason: `“${word}” denies it.` },
  }
}

/** The cluster reports these sentences and no other. */
function isJust({ first, others }: StatementGroup, said: readonly ReadSentence[]): boolean {
  const statements = [first, ...others.map(({ statement }) => statement)]
  const isSaid = (one: DatedStatement) => said.some(({ sentence }) => sentence === one.sentence)
  return first.mode.mode === 'reported' && statements.length === said.length && statements.every(isSaid)
}

/** Maximum number of days between a claim and its denial. */
const WEEK = 7
/** Sentences at the head of a source whose names give its subject. */
const OPENING = 5
/** A name that more sources open with is too common. */
const RARE = 5

/** Reads the other sources of a source's story, and those of the week before that open with two of its names or a rare one. */
function relatedSources(sources: readonly Source[], sentences: Sentences, stories: Stories) {
  const names = new Map(sources.map((source) => [source.file, openingNames(source, sentences)]))
  const days = new Map(sources.map((source) => [source.file, parseDay(publishedOn(source) ?? '')]))
  const byName = groupByEach(names.keys(), (file) => names.get(file)!)
  const byStory = Map.groupBy(sources, ({ file }) => stories.get(file))
  const datedOf = new Map(
    [...byName].map(([name, held]) => [name, held.filter((file) => days.get(file) !== undefined)]),
  )
  return (file: string): string[] => {
    const counts = new Map<string, number>()
    for (const name of names.get(file)!) {
      const weight = byName.get(name)!.length <= RARE ? 2 : 1
      for (const one of ofWeekBefore(days.get(file), datedOf.get(name)!, days))
        counts.set(one, (counts.get(one) ?? 0) + weight)
    }
    const near = [...counts].flatMap(([other, count]) => (count > 1 ? [other] : []))
    return [...new Set([...byStory.get(stories.get(file))!.map((one) => one.file), ...near])].filter(
      (other) => other !== file,
    )
  }
}

function openingNames(source: Source, sentences: Sentences): Set<string> {
  const opening = sentencesInOrder(source, sentences).slice(0, OPENING)
  const own = opening.flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))
  return new Set(own.map(({ entity }) => entity.replace(/ \(\d+\)$/, '')))
}

/** Those of some sources, by day of publication, that were published on a day or in the week before it. */
function ofWeekBefore(
  day: number | undefined,
  files: readonly string[],
  days: ReadonlyMap<string, number | undefined>,
) {
  if (day === undefined) return []
  const from = partitionPoint(files.length, (at) => days.get(files[at]!)! < day - WEEK)
  return files.slice(
    from,
    partitionPoint(files.length, (at) => days.get(files[at]!)! <= day),
  )
}

interface Match {
  readonly denying: ReadSentence
  readonly word: string
  readonly verb: string
  readonly said: readonly ReadSentence[]
}

function matchClaims(
  denying: ReadSentence,
  previous: ReadSentence | undefined,
  others: () => readonly SourceSentences[],
): Match[] {
  const { denials, absent } = readDenied(denying.sentence)
  const corrected = comparisonOf(denying.sentence)?.denials.readCorrection(denying.sentence, previous?.sentence)
  return [
    ...[...denials, ...(corrected ? [corrected] : [])].map((denied) => ({
      denying,
      word: denied.word,
      verb: denied.verb,
      said: others().flatMap((source) => claimsIn(denied, source)),
    })),
    ...(absent
      ? [
          {
            denying,
            word: 'no',
            verb: absent.join(' '),
            said: others().flatMap((source) => source.filter((one) => denialsOf(one)?.isPresenceOf(one, absent))),
          },
        ]
      : []),
  ].filter(({ said }) => said.length > 0)
}

/** The sentences of one source. */
type SourceSentences = readonly ReadSentence[]

const rememberSentences = rememberLast<Source, SourceSentences>()
const readDenied = rememberObjects((sentence: Sentence) => {
  const reader = comparisonOf(sentence)?.denials
  return { denials: reader?.readDenials(sentence) ?? [], absent: reader?.readAbsence(sentence) }
})
const claimsIn = rememberPairs((denied: DeniedAct, source: SourceSentences) =>
  source.filter((one) => denialsOf(one)?.isClaimOf(one, denied)),
)

const denialsOf = ({ sentence }: ReadSentence) => comparisonOf(sentence)?.denials

/** The sentences of a source in comparable form; empty for a language without a pack. */
function readSentences(source: Source, sentences: Sentences): ReadSentence[] {
  const reader = comparisonOf(source)?.denials
  return reader ? sentencesInOrder(source, sentences).map(reader.lemmatise) : []
}

/** Denials of one verb that deny the same sentence are of one claim. */
function groupMatches(matches: readonly Match[]): { denials: Match[]; said: ReadSentence[] }[] {
  const groups: { denials: Match[]; said: Set<ReadSentence> }[] = []
  const byVerb = new Map<string, typeof groups>()
  for (const match of matches) {
    const ofVerb = byVerb.get(match.verb) ?? []
    byVerb.set(match.verb, ofVerb)
    const home = ofVerb.find(({ said }) => match.said.some((one) => said.has(one)))
    if (!home) {
      const group = { denials: [match], said: new Set(match.said) }
      groups.push(group)
      ofVerb.push(group)
    } else {
      if (!home.denials.some(({ denying }) => denying === match.denying)) home.denials.push(match)
      for (const one of match.said) home.said.add(one)
    }
  }
  return groups.map(({ denials, said }) => ({ denials, said: [...said] }))
}

/** One statement of them all. */
export function groupOf([first, ...others]: readonly DatedStatement[], reason: string): StatementGroup {
  const step = { rule: 'event/claim-denied', reason }
  return { first: first!, others: others.map((statement) => ({ statement, step })), possibly: [] }
}
