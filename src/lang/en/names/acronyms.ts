import type { Candidate } from '../../names/candidate.ts'
import { isAcronym, RANK, wordsOfCandidate } from '../../names/candidate.ts'

/** An acronym in brackets behind a name of which it has the initials: "Northport Pilots (NP)" makes "NP" a name of the same kind. */
export function findAcronyms(chosen: readonly Candidate[]): Candidate[] {
  return chosen.flatMap((name) => {
    const { line, to } = name
    const words = line.tokens.slice(to, to + 3).map((token) => token.text)
    if (words[0] !== '(' || words[2] !== ')' || !isAcronym(words[1]!) || !hasInitials(name, words[1]!)) return []
    return [{ ...name, from: to + 1, to: to + 2, rule: 'name/acronym-in-brackets', rank: RANK.pattern }]
  })
}

function hasInitials(name: Candidate, acronym: string): boolean {
  return name.form === 'name' && initialsOf(name) === acronym.replaceAll('.', '')
}

/** The capitals that begin the words of a name. */
export function initialsOf({ line, from, to }: Candidate): string {
  return line.tokens
    .slice(from, to)
    .map((token) => token.text[0]!)
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')
}

/**
 * Gives an acronym of three letters or more the meaning that its own source gives it: "AFP" in a source that names the
 * Ashford Film Party and no news agency. The list's meaning stands where the source names nothing else of such initials.
 */
export function readAcronyms(names: readonly Candidate[]): Candidate[] {
  const full = new Map<string, Candidate[]>()
  for (const name of names) {
    const initials = name.form === 'name' && name.to > name.from + 2 ? initialsOf(name) : ''
    if (initials.length > 2) full.set(initials, [...(full.get(initials) ?? []), name])
  }
  return names.map((name) => {
    const words = wordsOfCandidate(name)
    const meant =
      isAcronym(words) && name.form === 'name' && name.rule !== 'name/register'
        ? full.get(words.replaceAll('.', ''))
        : undefined
    return meant && isOne(meant) && meant[0]!.refersTo !== (name.refersTo ?? '') ? callLike(name, meant[0]!) : name
  })
}

/** Whether all of them are one name. */
function isOne([first, ...rest]: readonly Candidate[]): boolean {
  return rest.every((name) => wordsOfCandidate(name) === wordsOfCandidate(first!))
}

function callLike({ refersTo, subtype, ...acronym }: Candidate, meant: Candidate): Candidate {
  return {
    ...acronym,
    kind: meant.kind,
    rule: 'name/acronym-of-source',
    ...(meant.refersTo ? { refersTo: meant.refersTo } : {}),
    ...(meant.subtype ? { subtype: meant.subtype } : {}),
  }
}
