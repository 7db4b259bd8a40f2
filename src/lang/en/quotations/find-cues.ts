import type { FrameWord } from './frame-sentences.ts'
import { skipBack } from './find-subject.ts'
import { ATTITUDE, AUXILIARIES, BE, DETERMINERS, PARTICLES, PREPOSITIONS, PRONOUNS, SPEECH } from './vocabulary.ts'
import type { VerbForm } from '../../../lang/en/words/verb-forms.ts'

/** A verb that gives somebody words. */
export interface Cue {
  /** Index of the verb among the frame's words. */
  readonly at: number
  readonly lemma: string
  readonly form: VerbForm
  /** `speech` verbs take a clause ("said that …"), `attitude` verbs only quoted words ("called it “…”"). */
  readonly kind: 'speech' | 'attitude'
}

/** The verbs of a frame that give somebody words, without nouns that look alike ("its claims") and passives ("was told"). */
export function findCues(words: readonly FrameWord[]): Cue[] {
  return words.flatMap((word, at) => {
    if (word.text !== word.lower) return []
    const speech = SPEECH.get(word.lower)
    const verb = speech ?? ATTITUDE.get(word.lower)
    const particle = verb && PARTICLES.get(verb.lemma)
    if (
      !verb ||
      (particle && words[at + 1]?.lower !== particle) ||
      isNoun(words, at, verb.form) ||
      isPassive(words, at, verb.form)
    )
      return []
    return [{ at, lemma: verb.lemma, form: verb.form, kind: speech ? ('speech' as const) : ('attitude' as const) }]
  })
}

function isNoun(words: readonly FrameWord[], at: number, form: VerbForm): boolean {
  const previous = words[at - 1]
  if (words[at + 1]?.text === '-' || previous?.text === '-') return true
  if (!previous || form === 'ing') return previous !== undefined && DETERMINERS.has(previous.lower)
  const subject = words[skipBack(words, at - 1, false)]?.lower ?? ''
  if (subject === 'to' || PRONOUNS.has(subject) || AUXILIARIES.has(subject)) return false
  if (DETERMINERS.has(previous.lower) || PREPOSITIONS.has(previous.lower) || /^['’]s?$/u.test(previous.text))
    return true
  return form === 'base' && !/(?:s|people|men|women|and|but|,)$/u.test(subject)
}

function isPassive(words: readonly FrameWord[], at: number, form: VerbForm): boolean {
  if (form !== 'past') return false
  const before = words[skipBack(words, at - 1, false)]
  return before !== undefined && BE.has(before.lower)
}
