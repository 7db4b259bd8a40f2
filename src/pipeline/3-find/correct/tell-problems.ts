import type { QuoteSelector, WrittenCorrection } from '../../../model/correction.ts'
import type { Passage, Span } from '../../../model/passage.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Quote } from '../../../text/locate-quote.ts'
import { selectQuote } from '../../../text/locate-quote.ts'

/** The words stand nowhere any more. */
export function tellGone(written: WrittenCorrection, passages: readonly Passage[], nearest: Span | undefined): Problem {
  return tell(
    written,
    'place-gone',
    `Unexpected words “${written.correction.at.exact}”, expected words of the article`,
    nearest
      ? `The nearest place is in ¶ ${nearest.passage}:\n${toYaml(selectQuote(passages, nearest))}`
      : 'No words of the article are like these. Take the correction out.',
  )
}

/** The words were found although they or those around them changed. */
export function tellChanged(written: WrittenCorrection, passages: readonly Passage[], at: Span): Problem {
  const words = textAt(passages, at)
  return tell(
    written,
    'place-changed',
    `Unexpected words “${written.correction.at.exact}”, expected “${words}”: the article changed since; the correction was applied there`,
    toYaml(selectQuote(passages, at)),
    'warning',
  )
}

/** The words stand in several places. */
export function tellSeveral(
  written: WrittenCorrection,
  passages: readonly Passage[],
  places: readonly Span[],
): Problem {
  const choices = places.slice(0, 4).map((place) => `¶ ${place.passage}:\n${toYaml(selectQuote(passages, place))}`)
  return tell(
    written,
    'place-ambiguous',
    `Unexpected words “${written.correction.at.exact}”, which stand in ${places.length} places, expected words around them that tell which`,
    choices.join('\n'),
  )
}

/** The words hold several findings. */
export function tellAmbiguous(written: WrittenCorrection, found: readonly string[]): Problem {
  return tell(
    written,
    'finding-ambiguous',
    `Unexpected words “${written.correction.at.exact}”, which hold ${found.length} of kind ${written.correction.kind}, expected one`,
    `Write the words of one: ${found.join('; ')}`,
  )
}

/** What the correction is about is not there, or it says something that cannot be. */
export const tellNothingThere = (written: WrittenCorrection, reason: string, hint: string): Problem =>
  tell(written, 'not-applicable', reason, hint)

/** The rules say the same. */
export function tellNoChange(written: WrittenCorrection, said: string): Problem {
  return tell(
    written,
    'no-change',
    `Unexpected correction that changes nothing: without it the page says the same (${said})`,
    'Take the correction out.',
    'warning',
  )
}

/** Another correction says otherwise. */
export function tellConflict(written: WrittenCorrection, { file, line }: WrittenCorrection): Problem {
  return tell(
    written,
    'contradiction',
    `Unexpected second correction of “${written.correction.at.exact}”, which contradicts the one in ${file}:${line}`,
    'Keep one of the two.',
  )
}

function tell(
  { file, line }: WrittenCorrection,
  what: string,
  reason: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { file, line, severity, rule: `correction/${what}`, reason, hint }
}

function toYaml({ exact, prefix, suffix }: Quote & Partial<QuoteSelector>): string {
  const fields = Object.entries({ prefix, exact, suffix }).filter(([, value]) => value !== undefined)
  return `at: { ${fields.map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(', ')} }`
}

function textAt(passages: readonly Passage[], { passage, start, end }: Span): string {
  return passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
}
