import { accordingTo, creditInFrame, type ReadFrame } from './credit-in-frame.ts'
import { type CreditedPhrase, toPhrase } from './credited-phrase.ts'
import { findAntecedent } from './find-antecedent.ts'
import { findMainSubject, type Phrase } from './find-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import type { Placed } from './place-speaker.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import type { Paragraph } from './read-paragraph.ts'
import { DETERMINERS, PRONOUNS } from './vocabulary.ts'

/** The subjects of a source's sentences in their order, which a pronoun or a short description may mean. */
export function findCandidates(paragraphs: readonly Paragraph[], place: (phrase: CreditedPhrase) => Placed): Placed[] {
  const candidates: Placed[] = []
  for (const { passage, frames } of paragraphs) {
    for (const frame of frames) {
      for (const phrase of subjectsOf(frame)) {
        const own = place(toPhrase(passage.ordinal, frame, { phrase, rule: '' }))
        const found = PRONOUNS.has(own.words.toLowerCase()) ? findAntecedent(own, candidates) : own
        if (found) candidates.push({ ...withoutRole(found, own), at: own.at, sentence: own.sentence })
      }
    }
  }
  return candidates
}

/** A pronoun may have been given to the wrong one; a role is read only where it stands beside the name. */
function withoutRole(found: Placed, own: Placed): Placed {
  const { role: _, ...rest } = { ...own, ...found }
  return found === own ? own : rest
}

/** The subjects of the sentence and of its cues, also those behind their verb (“…,” said Vale), in their order. */
function subjectsOf(frame: ReadFrame): Phrase[] {
  const { words, cues } = frame
  const inverted = cues.flatMap(({ cue, subject }) =>
    subject === undefined && words[cue.at - 1]?.quoted !== undefined
      ? creditInFrame(frame, cue.at - 1, true)?.phrase
      : [],
  )
  const subjects = [
    findMainSubject(words, words.length) ?? openingName(words),
    ...cues.map(({ subject }) => subject),
    ...inverted,
    accordingTo(frame)?.phrase,
  ]
  return subjects.filter((subject) => subject !== undefined).sort((a, b) => a.start - b.start)
}

/** The name a sentence opens with, where its verb is not known: "Vale bristles at that." */
function openingName(words: readonly FrameWord[]): Phrase | undefined {
  const end = words.findIndex(({ text }) => !/^\p{Lu}/u.test(text))
  if (end < 1 || DETERMINERS.has(words[0]!.lower) || !/^\p{Ll}/u.test(words[end]!.text) || !readNounPhrase(words, 0))
    return undefined
  return { start: 0, end, coreEnd: end }
}
