import type { Candidate } from '../../names/candidate.ts'
import { GOVERNED } from './listed-names.ts'
import { CLASSES, readVocabulary } from './vocabulary.ts'

const persons = readVocabulary<{ speech: string[]; addressed: string[] }>('persons')
const SPEECH = new Set(persons.speech)
const ADDRESSED = new Set(persons.addressed)

/**
 * Marks a capital or a seat of government that stands for the government: subject of a verb of speech or decision
 * ("Northport announced …") or the one that is accused or urged. It stays a mention of the city.
 */
export function markGovernments(chosen: readonly Candidate[]): Candidate[] {
  return chosen.map((candidate) => {
    const country = candidate.refersTo && GOVERNED.get(candidate.refersTo)
    return country && candidate.form === 'name' && actsAsGovernment(candidate)
      ? { ...candidate, standsFor: country }
      : candidate
  })
}

function actsAsGovernment({ line, from, to, kind }: Candidate): boolean {
  if (kind === 'organisation') return true
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (ADDRESSED.has(word(from - 1))) return true
  const verb = CLASSES.auxiliaries.has(word(to)) ? word(to + 1) : word(to)
  return SPEECH.has(verb) && !CLASSES.prepositions.has(word(from - 1).toLowerCase())
}
