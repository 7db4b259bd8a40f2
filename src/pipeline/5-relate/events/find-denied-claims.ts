import type { DeniedAct, DenialReader, ReadSentence } from '../../../lang/sentence-readers.ts'
import type { Source } from '../../../model/source.ts'
import { rememberLast, rememberObjects, rememberPairs } from '../../../text/remember.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, sentencesIn, sentencesInOrder } from '../sentences.ts'
import type { DatedStatement } from '../dated-events/collect-statements.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import type { Stories } from '../stories/group-stories.ts'
import { undatedReport } from './join-reports.ts'
import { relatedSources } from './related-sources.ts'

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
  const relatedTo = relatedSources(sources, sentences, stories)
  const lemmatise = startLemmatising(sources, sentences)
  const isKnown = ({ denying, verb }: Match) =>
    comparisonOf(denying)
      ?.denials.actsOf(verb)
      .some((act) => known.get(denying)?.has(act)) === true
  const matches = sources.flatMap((source) => {
    let related: readonly SourceSentences[] | undefined
    const others = () => (related ??= relatedTo(source.file).map(lemmatise))
    const own = sentencesInOrder(source, sentences)
    return own.flatMap((one, at) => matchClaims(one, own[at - 1], others))
  })
  const groups = groupMatches(matches.filter((match) => !isKnown(match)))
  const denied = new Set(groups.flatMap(({ said }) => said))
  const reporting = clusters.filter(({ first }) => denied.has(first.sentence))
  const places = new Map(reporting.map((cluster, at) => [cluster, at]))
  const byFirst = Map.groupBy(reporting, ({ first }) => first.sentence)
  return groups.map(({ denials, said }) => {
    const report = (sentence: Sentence) => undatedReport(sentence, published.get(sentence.file))
    const claim =
      said
        .flatMap((sentence) => byFirst.get(sentence) ?? [])
        .toSorted((a, b) => places.get(a)! - places.get(b)!)
        .find((cluster) => isJust(cluster, said)) ??
      groupOf(said.map(report), 'Both say what another source of the story denies.')
    const denying = denials.map((one) => denialOf(report(one.denying), claim.first, one.word))
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
function isJust({ first, others }: StatementGroup, said: readonly Sentence[]): boolean {
  const statements = [first, ...others.map(({ statement }) => statement)]
  const isSaid = (one: DatedStatement) => said.includes(one.sentence)
  return first.mode.mode === 'reported' && statements.length === said.length && statements.every(isSaid)
}

interface Match {
  readonly denying: Sentence
  readonly word: string
  readonly verb: string
  readonly said: readonly Sentence[]
}

function matchClaims(
  denying: Sentence,
  previous: Sentence | undefined,
  others: () => readonly SourceSentences[],
): Match[] {
  const { denials, absent } = readDenied(denying)
  const corrected = comparisonOf(denying)?.denials.readCorrection(denying, previous)
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
            said: others().flatMap((source) =>
              sentencesWhere(source, (one, reader) => reader.isPresenceOf(one, absent)),
            ),
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
  sentencesWhere(source, (one, reader) => reader.isClaimOf(one, denied)),
)

function sentencesWhere(
  source: SourceSentences,
  holds: (one: ReadSentence, reader: DenialReader) => boolean,
): Sentence[] {
  const reader = source[0] && comparisonOf(source[0].sentence)?.denials
  return reader ? source.filter((one) => holds(one, reader)).map(({ sentence }) => sentence) : []
}

/** Sources whose sentences are kept in comparable form: those of a week, as sources are asked for by their day. */
const MOST_LEMMATISED = 1000

/** Lemmatises the sentences of a source when they are first asked for: few sources deny something. */
function startLemmatising(sources: readonly Source[], sentences: Sentences): (file: string) => SourceSentences {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const known = new Map<string, SourceSentences>()
  return (file) => {
    const source = byFile.get(file)!
    const read = () =>
      rememberSentences(source, [sentencesIn(source, sentences)], () => readSentences(source, sentences))
    const found = known.get(file) ?? read()
    if (known.size >= MOST_LEMMATISED) known.clear()
    known.set(file, found)
    return found
  }
}

/** The sentences of a source in comparable form; empty for a language without a pack. */
function readSentences(source: Source, sentences: Sentences): ReadSentence[] {
  const reader = comparisonOf(source)?.denials
  return reader ? sentencesInOrder(source, sentences).map(reader.lemmatise) : []
}

/** The denials of a claim, and the sentences that state it. */
interface ClaimGroup {
  readonly denials: Match[]
  readonly said: Set<Sentence>
}

/** Denials of one verb that deny the same sentence are of one claim: of several, the first. */
function groupMatches(matches: readonly Match[]): { denials: Match[]; said: Sentence[] }[] {
  const groups: ClaimGroup[] = []
  const byVerb = new Map<string, Map<Sentence, number>>()
  for (const match of matches) {
    const places = byVerb.get(match.verb) ?? new Map<Sentence, number>()
    byVerb.set(match.verb, places)
    const place = Math.min(groups.length, ...match.said.map((one) => places.get(one) ?? groups.length))
    const home = groups[place] ?? { denials: [], said: new Set() }
    groups[place] = home
    if (!home.denials.some(({ denying }) => denying === match.denying)) home.denials.push(match)
    for (const one of match.said) {
      home.said.add(one)
      places.set(one, Math.min(place, places.get(one) ?? place))
    }
  }
  return groups.map(({ denials, said }) => ({ denials, said: [...said] }))
}

/** One statement of them all. */
export function groupOf([first, ...others]: readonly DatedStatement[], reason: string): StatementGroup {
  const step = { rule: 'event/claim-denied', reason }
  return { first: first!, others: others.map((statement) => ({ statement, step })), possibly: [] }
}
