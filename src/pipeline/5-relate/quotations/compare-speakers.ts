import { splitWords } from '../../../lang/words.ts'
import type { Printing } from './collect-printings.ts'

/**
 * Whether two printings credit the same speaker: `same` and `different` only for named ones,
 * `open` when one of them is described, missing or not resolved.
 */
export function compareSpeakers(a: Printing, b: Printing): 'same' | 'different' | 'open' {
  if (a.form !== 'named' || b.form !== 'named') return 'open'
  const [one, other] = [a.printing.speaker, b.printing.speaker]
  if (one !== undefined && other !== undefined) return one === other ? 'same' : 'different'
  return lastName(a) === lastName(b) ? 'same' : 'different'
}

function lastName({ printing }: Printing): string | undefined {
  return splitWords(printing.speakerWords ?? '').at(-1)?.key
}
