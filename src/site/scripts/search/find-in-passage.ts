import { findRuns, foldWords } from '../fold-words.ts'
import type { NamedTerm } from './names.ts'
import type { Term } from './query.ts'
import type { PagePart } from './split-page.ts'

/**
 * Where a passage holds a term.
 *
 * @param hits indexes of words, in the page, that the engine takes for the term; a phrase and a name need none
 * @returns indexes of words in the passage; undefined when it does not hold the term. A name may be held by none of its
 *   own words, as where a passage says "the chair"
 */
export function findInPassage(passage: PagePart, term: NamedTerm, hits: ReadonlySet<number>): number[] | undefined {
  if ('names' in term) return findNames(passage, term.names)
  const found = term.isPhrase
    ? findPhrase(passage, term.words)
    : passage.words.flatMap((word, index) => (hits.has(passage.from + index) && isAskedFor(word, term) ? [index] : []))
  return found.length > 0 ? found : undefined
}

function findNames(
  passage: PagePart,
  names: readonly { token: string; wordings: readonly string[] }[],
): number[] | undefined {
  const named = names.filter(({ token }) => passage.named.has(token))
  if (named.length === 0) return undefined
  return named.flatMap(({ wordings }) =>
    wordings.flatMap((wording) =>
      findPhrase(
        passage,
        foldWords(wording).map(({ folded }) => folded),
      ),
    ),
  )
}

/** Places where words follow each other, whatever stands between them; a word between two spaces may hold several. */
function findPhrase({ words }: PagePart, phrase: readonly string[]): number[] {
  const folded = words.flatMap((word, index) => foldWords(word).map((part) => ({ index, folded: part.folded })))
  const starts = findRuns(
    folded.map((part) => part.folded),
    phrase,
  )
  return starts.flatMap((start) => folded.slice(start, start + phrase.length).map(({ index }) => index))
}

/**
 * True when a word that the engine found is the one asked for or a form of it. The engine, where it knows no such word,
 * gives whatever begins with some of its letters: "all" for a name in Al.
 */
export function isAskedFor(word: string, { words }: Term): boolean {
  const asked = words.join('')
  const parts = foldWords(word).map(({ folded }) => folded)
  return [...parts, parts.join('')].some((part) => isForm(part, asked))
}

const SHORTEST_BEGINNING = 3

function isForm(word: string, asked: string): boolean {
  if (word === asked) return true
  if (asked.length >= SHORTEST_BEGINNING && word.startsWith(asked)) return true
  let alike = 0
  while (alike < word.length && word[alike] === asked[alike]) alike++
  return alike >= SHORTEST_BEGINNING && alike * 2 >= Math.max(word.length, asked.length)
}
