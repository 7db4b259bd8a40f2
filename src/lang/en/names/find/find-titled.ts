import type { Candidate, Line } from '../../../names/candidate.ts'
import { isCapitalised, RANK } from '../../../names/candidate.ts'
import { bare, endOfName, isNameWord, isTitle, startOfName, withSecondHalf } from './name-bounds.ts'
import { LAST_WORDS, readVocabulary } from '../lists/vocabulary.ts'

const persons =
  readVocabulary<Record<'courtesy' | 'given' | 'kin' | 'pageants' | 'personal' | 'roles', string[]>>('persons')
const COURTESY = new Set(persons.courtesy)
const KIN = new Set(persons.kin)
const PERSONAL = new Set(persons.personal)
const PAGEANTS = new Set(persons.pageants)
const ROLES = new Set(persons.roles)
const GIVEN = new Set(persons.given)

/**
 * Persons announced by a title ("Mr Okafor", "Prime Minister Ada Vale"), by a lower-case role ("engineer Ada Vale")
 * or by a noun that only a person has ("Vale's widow").
 */
export function findTitled(line: Line): Candidate[] {
  if (line.letters === 'upper') return []
  const found: Candidate[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    const hit = personAfter(line, at) ?? personOwning(line, at) ?? personSaying(line, at) ?? personOfKin(line, at)
    if (hit) found.push(hit)
  }
  return found
}

function personAfter(line: Line, at: number): Candidate | undefined {
  const word = line.tokens[at]!.text
  const isPersonal = isCapitalised(word) && PERSONAL.has(bare(word))
  const isRole = ROLES.has(word) && !line.openings.has(at)
  if (!isPersonal && !isRole) return undefined
  const isContest = /^(?:miss|mr)$/i.test(word) && PAGEANTS.has(line.tokens[at + 1]?.text ?? '')
  const from = skipTitles(line, isContest ? at + 2 : at + 1)
  if (isPersonal && isCalendarName(line, from)) {
    const rank = COURTESY.has(bare(word)) ? RANK.courtesy : RANK.title
    return { line, from, to: from + 1, kind: 'person', form: 'name', certainty: 'stated', rule: 'name/title', rank }
  }
  if (!isNameWord(line, from) || (isTitle(line, from) && !GIVEN.has(bare(line.tokens[from]!.text)))) return undefined
  const to = withCalendarSurname(line, withSecondHalf(line, from, Math.min(endOfName(line, from), from + 7)), from)
  const hasHead = line.tokens.slice(from, to).some((token) => LAST_WORDS.has(token.text))
  if (hasHead || (isRole && to - from < 2)) return undefined
  if (line.letters === 'title' && to - from > 3) return undefined
  const rule = isPersonal ? 'name/title' : 'name/role'
  const rank = isRole ? RANK.weak : COURTESY.has(bare(word)) ? RANK.courtesy : RANK.title
  return { line, from, to, kind: 'person', form: 'name', certainty: 'stated', rule, rank }
}

/** A surname that is also a month or a feast: "Sheriff Ada Easter", not "Sheriff Vale on Easter". */
function withCalendarSurname(line: Line, to: number, from: number): number {
  return to === from + 1 && isCalendarName(line, to) ? to + 1 : to
}

/** Whether it is a month or a holiday without a day: "Prince August, who", not "President August 3". */
function isCalendarName(line: Line, at: number): boolean {
  return SURNAMES.test(line.tokens[at]?.text ?? '') && !/^\d/.test(line.tokens[at + 1]?.text ?? '')
}

const SURNAMES = /^(?:April|August|Christmas|Easter|June|March|May)$/

/** "Her husband, Per, died": between commas behind what somebody is to somebody. */
function personOfKin(line: Line, at: number): Candidate | undefined {
  const word = (index: number): string => line.tokens[index]?.text ?? ''
  const isKin = /^(?:her|his|my|their|['’]s)$/i.test(word(at - 1)) && KIN.has(word(at)) && word(at + 1) === ','
  if (!isKin || !isNameWord(line, at + 2) || isTitle(line, at + 2)) return undefined
  const to = endOfName(line, at + 2)
  const isClosed = word(to) === ',' || (word(to) === '.' && !line.openings.has(at + 2))
  return isClosed && to - at < 6
    ? {
        line,
        from: at + 2,
        to,
        kind: 'person',
        form: 'name',
        certainty: 'stated',
        rule: 'name/person-beside',
        rank: RANK.weak,
      }
    : undefined
}

function personOwning(line: Line, at: number): Candidate | undefined {
  const [possessive, owned] = line.tokens.slice(at + 1, at + 3)
  if (
    !possessive ||
    !/^['’]s$/.test(possessive.text) ||
    !KIN.has(owned?.text ?? '') ||
    !isNameWord(line, at) ||
    isTitle(line, at)
  )
    return undefined
  return {
    line,
    from: startOfName(line, at),
    to: at + 1,
    kind: 'person',
    form: 'name',
    certainty: 'stated',
    rule: 'name/person-beside',
    rank: RANK.weak,
  }
}

/** "said Ada Vale, an analyst" */
function personSaying(line: Line, at: number): Candidate | undefined {
  const isSaid =
    /^(?:added|said|says)$/.test(line.tokens[at - 1]?.text ?? '') && isNameWord(line, at) && !isTitle(line, at)
  const to = isSaid ? endOfName(line, at) : at
  if (
    to - at < 2 ||
    to - at > 4 ||
    line.tokens[to]?.text !== ',' ||
    !/^(?:an?|the)$/.test(line.tokens[to + 1]?.text ?? '')
  )
    return undefined
  const isRole = line.tokens.slice(to + 2, to + 5).some((token) => ROLES.has(token.text))
  const hasHead = line.tokens.slice(at, to).some((token) => LAST_WORDS.has(token.text))
  return isRole && !hasHead
    ? { line, from: at, to, kind: 'person', form: 'name', certainty: 'stated', rule: 'name/role', rank: RANK.weak }
    : undefined
}

/** Goes over the stop of "Mr.", "-elect" and further titles. */
function skipTitles(line: Line, at: number): number {
  let from = at
  for (;;) {
    const word = line.tokens[from]?.text
    if (word === '.' && line.tokens[from]!.start === line.tokens[from - 1]!.end) from += 1
    else if (word === '-' && line.tokens[from + 1]?.text.toLowerCase() === 'elect') from += 2
    else if (isTitle(line, from) && !GIVEN.has(bare(word!)) && isNameWord(line, from + 1)) from += 1
    else return from
  }
}
