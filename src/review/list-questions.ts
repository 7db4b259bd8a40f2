import type { Dossier } from '../model/dossier.ts'
import type { Reviewed } from '../model/register.ts'
import { compare } from '../text/compare.ts'
import { askAboutNames, askAboutPairs } from './ask-about-names.ts'
import { askAboutDates, askAboutDropped, askAboutSpeakers } from './ask-about-sources.ts'
import type { Question } from './question.ts'

/** Questions whose answers settle most stand first; of equal weight, in this order. */
const TOPICS: readonly Question['topic'][] = ['same', 'date', 'name', 'speaker', 'dropped']

/**
 * What a person should decide about a dossier, most useful first. A question that is decided in the register or a
 * sidecar no longer arises; one that was left as it is stands in `reviewed` and is not asked again.
 */
export function listQuestions(dossier: Dossier, reviewed: readonly Reviewed[]): Question[] {
  const done = new Set(reviewed.map(({ key }) => key))
  return [askAboutPairs, askAboutDates, askAboutNames, askAboutSpeakers, askAboutDropped]
    .flatMap((ask) => ask(dossier))
    .filter(({ key }) => !done.has(key))
    .toSorted(
      (a, b) => b.weight - a.weight || TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || compare(a.key, b.key),
    )
}
