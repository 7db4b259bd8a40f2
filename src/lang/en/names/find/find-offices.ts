import type { Line } from '../../../names/candidate.ts'
import { isCapitalised } from '../../../names/candidate.ts'
import { FIRST_WORDS, LAST_WORDS } from '../lists/vocabulary.ts'
import { isKnownWord, type TaggedName } from '../tagger/tag-names.ts'

/**
 * Words that name an office no list knows: "The Zorban of Vale, Ada Okafor, said" makes "the Zorban" a person, not a
 * body.
 */
export function findOffices(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.tokens.flatMap((_, at) => officeAt(line, at) ?? [])))
}

/** The word at `at`, if "the" stands before it, and a place and a name of several words between commas behind it. */
function officeAt(line: Line, at: number): string | undefined {
  const word = (index: number): string => line.tokens[index]?.text ?? ''
  const office = word(at)
  const isUnknown =
    isCapitalised(office) && !isKnownWord(office.toLowerCase()) && !LAST_WORDS.has(office) && !FIRST_WORDS.has(office)
  if (!isUnknown || !/^the$/i.test(word(at - 1)) || word(at + 1) !== 'of' || word(at + 3) !== ',') return undefined
  let end = at + 4
  while (isCapitalised(word(end))) end += 1
  return isCapitalised(word(at + 2)) && end - at > 5 && word(end) === ',' && /^\p{Ll}/u.test(word(end + 1))
    ? office
    : undefined
}

/** Leaves an office out of a name that the tagger found: nothing of "the Zorban", the place of "the Zorban of Vale". */
export function withoutOffice(line: Line, name: TaggedName, offices: ReadonlySet<string>): TaggedName | undefined {
  const at = offices.size === 0 ? -1 : line.tokens.findIndex(({ start }) => start === name.start)
  const isOffice = offices.has(line.tokens[at]?.text ?? '') && /^the$/i.test(line.tokens[at - 1]?.text ?? '')
  if (!isOffice) return name
  const place = line.tokens[at + 1]?.text === 'of' ? line.tokens[at + 2] : undefined
  return place && place.start < name.end ? { ...name, start: place.start, type: 'LOC' } : undefined
}
