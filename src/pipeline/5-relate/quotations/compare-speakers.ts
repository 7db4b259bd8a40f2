import { splitWords } from '../../../lang/words.ts'
import type { Occurrence } from './collect-occurrences.ts'

/**
 * Whether two occurrences credit the same speaker: `same` and `different` only for named ones,
 * `open` when one of them is described, missing or not resolved.
 */
export function compareSpeakers(a: Occurrence, b: Occurrence): 'same' | 'different' | 'open' {
  if (a.form !== 'named' || b.form !== 'named') return 'open'
  const [one, other] = [a.occurrence.speaker, b.occurrence.speaker]
  if (one !== undefined && other !== undefined) return one === other ? 'same' : 'different'
  return lastName(a) === lastName(b) ? 'same' : 'different'
}

function lastName({ occurrence }: Occurrence): string | undefined {
  return splitWords(occurrence.speakerWords ?? '').at(-1)?.key
}
