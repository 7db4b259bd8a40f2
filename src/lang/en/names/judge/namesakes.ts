import type { Candidate } from '../../../names/candidate.ts'
import { RANK } from '../../../names/candidate.ts'
import { readWordSets } from '../lists/vocabulary.ts'
import type { Judgement } from './judgement.ts'

const { speech } = readWordSets('persons', 'speech')

/** A name with the kind that the words beside it give it. */
export type Judged = Omit<Candidate, 'kind'> & Judgement

const wordAt = ({ line }: Judged, at: number): string => line.tokens[at]?.text ?? ''

/**
 * Settles a name that a person and a place of one source share, each time by itself: in "the port of Vale" and "Ada Vale"
 * the bare name is the port's where the words beside it say so, and hers where it speaks.
 *
 * @returns the function that gives a name as it is settled; nothing where the source as a whole has to say
 */
export function settleNamesakes(names: readonly Judged[]): (name: Judged) => Judged | undefined {
  const surnames = new Set(
    names.flatMap((name) =>
      name.kind === 'person' && name.form === 'name' && name.to - name.from > 1 ? [wordAt(name, name.to - 1)] : [],
    ),
  )
  return (name) => {
    const isShared = name.rank <= RANK.tagger && name.to === name.from + 1 && surnames.has(wordAt(name, name.from))
    if (!isShared) return undefined
    if (name.rule === 'name/place-beside') return name
    const isSpeaking = name.kind === 'place' && speech.has(wordAt(name, name.to))
    return isSpeaking ? { ...name, kind: 'person', rule: 'name/vote' } : undefined
  }
}
