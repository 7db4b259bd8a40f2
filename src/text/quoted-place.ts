import type { WrittenPlacedCorrection } from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import type { Passage, Span } from '../model/passage.ts'
import type { Problem } from '../model/problem.ts'
import type { Source } from '../model/source.ts'
import { foldName } from './characters.ts'
import type { Quote } from './locate-quote.ts'
import { findExact, locateQuote, selectQuote } from './locate-quote.ts'

/** A place of an article that a person quoted, with where the quote was written. */
export interface QuotedPlace {
  readonly at: Quote
  readonly file: string
  readonly line: number
  /** The article, where the person had to name it. */
  readonly article?: string
  /** Text of the passage that the person named by its id, as it was last published. */
  readonly cited?: string | undefined
}

type Text = Pick<Passage, 'ordinal' | 'text'>

/**
 * Finds a quoted place: in the passage with the given id, if its published text is still in the source, else in
 * all of the texts.
 *
 * @param texts passages, or lines of the file
 * @param unit what a text is called in a problem; words that occur several times in one line still name it
 * @returns no place if the words occur nowhere or more than once; a problem then, and if the words changed
 */
export function findQuotedPlace(
  texts: readonly Text[],
  quoted: QuotedPlace,
  unit = '¶',
): { readonly at?: Span; readonly problems: readonly Problem[] } {
  const own = texts.filter(({ text }) => text === quoted.cited)
  const search = locateQuote(own.length > 0 ? own : texts, quoted.at)
  const show = (place: Span) => `${unit} ${place.passage}:\n${toYaml(quoted, selectQuote(texts, place))}`
  const words = `Unexpected words “${quoted.at.exact}”`
  switch (search.state) {
    case 'found':
      return { at: search.at, problems: [] }
    case 'changed': {
      const reason = `${words}, expected “${wordsAtSpan({ passages: texts }, search.at)}”: the article changed since; the correction was applied there`
      const hint = toYaml(quoted, selectQuote(texts, search.at))
      return { at: search.at, problems: [correctionProblem(quoted, 'place-changed', reason, hint, 'warning')] }
    }
    case 'several': {
      const [first, ...others] = search.places
      if (unit === 'line' && others.every(({ passage }) => passage === first!.passage))
        return { at: first!, problems: [] }
      const reason = `${words}, which stand in ${search.places.length} places, expected words around them that tell which`
      return {
        problems: [
          correctionProblem(quoted, 'place-ambiguous', reason, search.places.slice(0, 4).map(show).join('\n')),
        ],
      }
    }
    case 'gone': {
      const hint = search.nearest
        ? `The nearest place is in ${show(search.nearest)}`
        : 'No words of the article are like these. Take the correction out.'
      return { problems: [correctionProblem(quoted, 'place-gone', `${words}, expected words of the article`, hint)] }
    }
  }
}

/** The words at a place of a source. */
export function wordsAtSpan(
  { passages }: { readonly passages: readonly Text[] },
  { passage, start, end }: Span,
): string {
  return passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
}

function toYaml({ article }: QuotedPlace, { exact, prefix, suffix }: Quote): string {
  const fields = Object.entries({ article, prefix, exact, suffix }).filter(([, value]) => value !== undefined)
  return `at: { ${fields.map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(', ')} }`
}

/** A problem of a correction, at the line where it is written. */
export function correctionProblem(
  { file, line }: Pick<QuotedPlace, 'file' | 'line'>,
  what: string,
  reason: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { file, line, severity, rule: `correction/${what}`, reason, hint }
}

/** The problem of a correction that changes nothing. */
export function noChangeProblem(written: Pick<QuotedPlace, 'file' | 'line'>, said: string): Problem {
  const reason = `Unexpected correction that changes nothing: without it the page says the same (${said})`
  return correctionProblem(written, 'no-change', reason, 'Take the correction out.', 'warning')
}

/** The entity that an editor means by a name: the one with that main name, else a registered one with that alias. */
export function findNamed(entities: readonly Entity[], name: string): Entity | undefined {
  const key = foldName(name)
  return (
    entities.find((one) => foldName(one.name) === key) ??
    entities.find(
      ({ isRegistered, aliases, unprinted = [] }) =>
        isRegistered && [...aliases, ...unprinted].some((other) => foldName(other) === key),
    )
  )
}

/**
 * The occurrence of words in a source that is closest to a given place: in its passage if possible, before it rather
 * than after it.
 */
export function findWordsNear({ passages }: Pick<Source, 'passages'>, words: string, near: Span): Span | undefined {
  const distanceOf = ({ passage, start, end }: Span) =>
    passage === near.passage
      ? Math.max(start - near.end, near.start - end, 0)
      : 1_000_000 * Math.abs(passage - near.passage) + (passage > near.passage ? 1 : 0)
  return passages
    .flatMap((passage) => findExact(passage, words))
    .sort((a, b) => distanceOf(a) - distanceOf(b) || b.start - a.start)[0]
}

/** The occurrence of words that contains or touches another place: the new bounds of the annotation there. */
export function findWordsOver({ passages }: Pick<Source, 'passages'>, words: string, at: Span): Span | undefined {
  return passages
    .filter(({ ordinal }) => ordinal === at.passage)
    .flatMap((passage) => findExact(passage, words))
    .find(({ start, end }) => start < at.end && at.start < end)
}

/** Reason and hint for words that do not occur in a source. */
export function refuseWords(field: string, words: string, hint: string): { reason: string; hint: string } {
  return { reason: `${field}: Unexpected words “${words}”, expected words of the article`, hint }
}

/** The problem of a correction whose words hold several findings. */
export function ambiguousProblem(written: WrittenPlacedCorrection, found: readonly string[]): Problem {
  return correctionProblem(
    written,
    'finding-ambiguous',
    `Unexpected words “${written.correction.at.exact}”, which hold ${found.length} of kind ${written.correction.kind}, expected one`,
    `Write the words of one: ${found.join('; ')}`,
  )
}

/** The problem of a correction of nothing, or to an impossible value. */
export const notApplicableProblem = (written: WrittenPlacedCorrection, reason: string, hint: string): Problem =>
  correctionProblem(written, 'not-applicable', reason, hint)

/** The problem of a correction that contradicts another. */
export function conflictProblem(written: WrittenPlacedCorrection, { file, line }: WrittenPlacedCorrection): Problem {
  return correctionProblem(
    written,
    'contradiction',
    `Unexpected second correction of “${written.correction.at.exact}”, which contradicts the one in ${file}:${line}`,
    'Keep one of the two.',
  )
}
