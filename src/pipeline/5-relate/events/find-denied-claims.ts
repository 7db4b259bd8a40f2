import { stemWord } from '../../../lang/en/words/verb-forms.ts'
import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../arrange-sentences.ts'
import { sentencesInOrder } from '../arrange-sentences.ts'
import type { DatedStatement } from '../dated-events/collect-statements.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import { isWeakAct, readActs } from '../read-acts.ts'
import type { Stories } from '../stories/group-stories.ts'
import type { ToldSentence } from './find-claims.ts'
import { isClaimOf, isPresenceOf, readAbsence, tellSentence } from './find-claims.ts'
import { undatedStatement } from './join-reports.ts'
import { readDenials } from './read-denials.ts'
import type { Report } from './read-story-events.ts'

/** One thing that a story's sources say and others deny. */
export interface DeniedClaim {
  readonly claim: StatementGroup
  readonly denial: StatementGroup
}

/**
 * Finds what one source of a story denies and another says: "denied that it had locked out workers", "locked out 200".
 *
 * @param clusters dated statements; one that tells just such a claim is taken for it
 * @param known denials of the stories' events, with the acts that they deny
 */
export function findDeniedClaims(
  clusters: readonly StatementGroup[],
  sources: readonly Source[],
  sentences: Sentences,
  stories: Stories,
  known: ReadonlyMap<Sentence, ReadonlySet<string>>,
): DeniedClaim[] {
  const byStory = Map.groupBy(sources, ({ file }) => stories.get(file))
  return [...byStory.values()].flatMap((held) => {
    if (held.length < 2) return []
    const published = new Map(held.map((source) => [source.file, publishedOn(source)]))
    const all = held.flatMap((source) => sentencesInOrder(source, sentences)).map(tellSentence)
    const isKnown = ({ told, verb }: Match) =>
      [...readActs(verb.split(' ')).keys()].some((act) => known.get(told.sentence)?.has(act))
    const matches = all.flatMap((told) => matchClaims(told, all)).filter((match) => !isKnown(match))
    return groupMatches(matches).map(({ denials, said }) => {
      const claim = groupOf(
        said.map((one) => undatedStatement(reportOf(one), published.get(one.sentence.file))),
        'Both say what another source of the story denies.',
      )
      const isSame = ({ first, others }: StatementGroup) =>
        first.mode.mode === 'reported' &&
        [first, ...others.map(({ statement }) => statement)].every((one) =>
          said.some(({ sentence }) => sentence === one.sentence),
        )
      return {
        claim: clusters.find((one) => isSame(one) && one.others.length + 1 === said.length) ?? claim,
        denial: groupOf(
          denials.map(({ told, word }) => ({
            ...undatedStatement(reportOf(told), published.get(told.sentence.file)),
            mode: { mode: 'denied', rule: 'event/claim-denied', reason: `“${word}” denies it.` },
          })),
          'Both deny what other sources of the story report.',
        ),
      }
    })
  })
}

interface Match {
  readonly told: ToldSentence
  readonly word: string
  readonly verb: string
  readonly said: readonly ToldSentence[]
}

function matchClaims(told: ToldSentence, all: readonly ToldSentence[]): Match[] {
  const others = (isClaim: (one: ToldSentence) => boolean) =>
    all.filter((one) => one.sentence.file !== told.sentence.file && isClaim(one))
  const absent = readAbsence(told.sentence)
  return [
    ...readDenials(told.sentence).map((denied) => ({
      told,
      word: denied.word,
      verb: denied.verb,
      said: others((one) => isClaimOf(one, denied)),
    })),
    ...(absent ? [{ told, word: 'no', verb: absent.join(' '), said: others((one) => isPresenceOf(one, absent)) }] : []),
  ].filter(({ said }) => said.length > 0)
}

/** Denials of one verb that deny the same sentence are of one claim. */
function groupMatches(matches: readonly Match[]): { denials: Match[]; said: ToldSentence[] }[] {
  const groups: { verb: string; denials: Match[]; said: Set<ToldSentence> }[] = []
  for (const match of matches) {
    const home = groups.find(({ verb, said }) => verb === match.verb && match.said.some((one) => said.has(one)))
    if (!home) groups.push({ verb: match.verb, denials: [match], said: new Set(match.said) })
    else {
      if (!home.denials.some(({ told }) => told === match.told)) home.denials.push(match)
      for (const one of match.said) home.said.add(one)
    }
  }
  return groups.map(({ denials, said }) => ({ denials, said: [...said] }))
}

/** A sentence as a report without a date. */
export function reportOf({ sentence, keys }: ToldSentence): Report {
  const acts = [...readActs(keys.map(stemWord)).keys()].filter((act) => !isWeakAct(act))
  return { file: sentence.file, sentence, acts: new Set(acts), persons: new Set<string>(), weekday: undefined }
}

function groupOf([first, ...others]: readonly DatedStatement[], reason: string): StatementGroup {
  const step = { rule: 'event/claim-denied', reason }
  return { first: first!, others: others.map((statement) => ({ statement, step })), possibly: [] }
}
