import type { Dossier } from '../model/dossier.ts'
import type { Register, Reviewed } from '../model/register.ts'
import { compare } from '../text/compare.ts'
import {
  askAboutDifferences,
  askAboutEvents,
  askAboutFigures,
  askAboutLabels,
  askAboutOrigins,
} from './ask-between-sources.ts'
import { askAboutPairs, askAboutSpellings } from './ask-about-identity.ts'
import { askAboutNames, askAboutSpeakers } from './ask-about-names.ts'
import { askAboutDates, askAboutDropped } from './ask-about-sources.ts'
import type { Question } from './question.ts'

/** Topics by the harm of an error: identity, speakers, differences, then days and lines. */
const TOPICS: readonly Question['topic'][] = [
  'same',
  'speaker',
  'figure',
  'name',
  'difference',
  'label',
  'event',
  'origin',
  'date',
  'dropped',
]

const ASK = [
  askAboutFigures,
  askAboutDates,
  askAboutNames,
  askAboutSpeakers,
  askAboutDifferences,
  askAboutLabels,
  askAboutEvents,
  askAboutOrigins,
  askAboutDropped,
]

/**
 * Questions for a person, by the harm of an error, then by how much the answer decides. A question that is decided in
 * the register or a sidecar no longer arises; a dismissed one is listed in `reviewed` and is not asked again.
 */
export function listQuestions(dossier: Dossier, reviewed: readonly Reviewed[], register: Register = []): Question[] {
  const done = new Set(reviewed.map(({ key }) => key))
  const all = [
    askAboutPairs(dossier, register),
    askAboutSpellings(dossier, register),
    ...ASK.map((ask) => ask(dossier)),
  ].flat()
  return [...new Map(all.map((question) => [question.key, question])).values()]
    .filter(({ key }) => !done.has(key))
    .toSorted(
      (a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || b.weight - a.weight || compare(a.key, b.key),
    )
}
