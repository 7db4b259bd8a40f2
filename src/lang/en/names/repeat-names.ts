import { type Candidate, RANK } from '../../names/candidate.ts'
import { isAcronym, type Line } from '../../names/line.ts'
import { bare, withArticle } from './name-bounds.ts'
import { indexNames, matchNames } from '../../names/name-index.ts'
import { wordsOfCandidate } from '../../names/candidate.ts'
import { CLASSES, readVocabulary } from './vocabulary.ts'
import { isSuffix } from './with-ending.ts'

const BUSINESSES = new Set(readVocabulary<{ businesses: string[] }>('organisation-heads').businesses)

type Again = Pick<Candidate, 'kind' | 'form'> & Partial<Pick<Candidate, 'subtype' | 'refersTo'>>

/**
 * Names that the source has settled elsewhere, found again where no layer saw them: in headlines, where capitals
 * say nothing, and where the tagger missed one. A person's last name counts by itself, and so does a firm's without its last word ("Vale" for "Vale Capital").
 */
export function repeatNames(lines: readonly Line[], settled: readonly Candidate[]): Candidate[] {
  const small = new Set(
    lines.filter((line) => line.letters === 'sentence').flatMap((line) => line.tokens.map((token) => token.text)),
  )
  const names = settled.filter(({ form }) => form === 'name').flatMap((candidate) => formsOf(candidate, small))
  const index = indexNames(names)
  return lines.flatMap((line) =>
    matchNames(line, index).map(({ from, to, value }) => ({
      line,
      from: value.kind === 'person' ? withArticle(line, from) : from,
      to,
      ...value,
      certainty: 'stated' as const,
      rule: 'name/again',
      rank: RANK.again,
    })),
  )
}

function formsOf(candidate: Candidate, small: ReadonlySet<string>): [string, Again][] {
  const { line, from, to, kind, form, subtype, refersTo } = candidate
  const again: Again = { kind, form, ...(subtype ? { subtype } : {}), ...(refersTo ? { refersTo } : {}) }
  const words = wordsOfCandidate(candidate)
  const last = line.tokens
    .slice(from, to)
    .map((token) => token.text)
    .findLast((word) => !isSuffix(word))!
  const names =
    to - from === 1
      ? [words]
      : kind === 'person'
        ? [words, last]
        : BUSINESSES.has(last)
          ? [words, words.slice(0, -last.length - 1)]
          : [words]
  return names.filter((name) => name.includes(' ') || isDistinct(name, small)).map((name) => [name, again])
}

/** Whether one word by itself can only be the name: not also printed in small letters, not a common opener. */
function isDistinct(name: string, small: ReadonlySet<string>): boolean {
  if (isAcronym(name)) return true
  const lower = bare(name)
  return name.length > 3 && !small.has(lower) && !CLASSES.starters.has(lower) && !CLASSES.calendar.has(lower)
}
