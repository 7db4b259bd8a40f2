import type { Candidate } from '../../../names/candidate.ts'
import { isAcronym, isCoined } from '../../../names/candidate.ts'
import { CONTAINERS } from '../lists/listed-names.ts'
import { CLASSES, LAST_WORDS } from '../lists/vocabulary.ts'
import { judgeApposition } from './judge-apposition.ts'
import type { Beside, Judgement, WordAt } from './judgement.ts'
import { ORGANISATION, organisations, PERSON, persons, PLACE, places, POSSESSIVE, THING, things } from './judgement.ts'

const GROUP: Judgement = { kind: 'organisation', subtype: 'armed-group', rule: 'name/armed-group-beside' }
const COINED: Judgement = { kind: 'organisation', rule: 'name/coined' }

/**
 * Judges a name by the common nouns beside it: "the Salt Ridge militia", "the town of Vale", "insurer Vale",
 * "Vale's shareholders", "Vale, a Dutch insurer", "Vale, 54," or "the Vale probe"; last by how it is written ("NorthPort").
 */
export function judgeBeside({ line, from, to, kind }: Beside): Judgement | undefined {
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  const pair = (at: number): string => `${word(at)} ${word(at + 1)}`
  const hasAcronym =
    kind === 'place' && to > from + 1 && word(to) === '(' && isAcronym(word(to + 1)) && word(to + 2) === ')'
  const isPerson = kind === 'person' && to > from + 1
  const isMany = /^the$/i.test(word(from - 1)) && to === from + 1 && word(from).endsWith('s')
  const isFirm = (noun: string): boolean =>
    organisations.firms.has(noun) && !(isPerson && organisations.trades.has(noun))
  return (
    (/^[JS]n?r$/.test(word(to)) || (to > from + 1 && /^[JS]n?r$/.test(word(to - 1))) ? PERSON : undefined) ??
    (hasAcronym || isPaper(word, from, to) ? ORGANISATION : undefined) ??
    judgeCalled(word, from) ??
    (isOfPlace(word, from) ? PLACE : undefined) ??
    judgeGroup(word, from, to, kind) ??
    judgeOwner(word, to) ??
    (isPluralSide(word, from, to, kind) ? ORGANISATION : undefined) ??
    judgeApposition(word, to, isFirm, isPerson, isMany || isAbode(word, from, kind)) ??
    ((things.has(word(to)) && !(kind === 'organisation' && word(to).endsWith('s'))) || isDesignation(line, to, kind)
      ? THING
      : undefined) ??
    (things.has(word(from - 1)) && !organisations.firms.has(word(from - 1)) ? THING : undefined) ??
    judgeIntroduced(word, from, to, isFirm, isPerson) ??
    (organisations.outlets.has(word(to)) || organisations.outlets.has(pair(to)) ? ORGANISATION : undefined) ??
    (isFirm(word(from - 1)) ||
    isFirm(`${word(from - 3)}-${word(from - 1)}`) ||
    organisations.holdings.has(pair(from - 2).replace(/^[A-Z](?=\p{Ll})/u, (letter) => letter.toLowerCase()))
      ? ORGANISATION
      : undefined) ??
    (isWorkplace(word, from) || (organisations.does.has(word(to)) && word(to + 1) === 'its')
      ? ORGANISATION
      : undefined) ??
    (isInCountry(word, from, to, kind) ? PLACE : undefined) ??
    (kind !== 'person' && isClub(word, from, to) ? ORGANISATION : undefined) ??
    (kind === 'place' && word(from - 1) === 'of' && persons.whose.has(word(from - 2)) ? PERSON : undefined) ??
    (isBearer(word, from, to, kind) ? PERSON : undefined) ??
    judgePlace(word, from, to, kind) ??
    (to === from + 1 && isCoined(word(from)) ? COINED : undefined)
  )
}

/** "a grower near Vale, who", "a cook from Vale, who": the person stands before the preposition. */
function isAbode(word: WordAt, from: number, kind: Beside['kind']): boolean {
  const isWhere = kind === 'place' && word(from - 1) === 'from'
  return (isWhere || /^(?:at|in|near|outside)$/.test(word(from - 1))) && /^\p{Ll}/u.test(word(from - 2))
}

/** "Vale, who are second,": one name that is many, unlike "Ada and Vale, who are". */
function isPluralSide(word: WordAt, from: number, to: number, kind: Beside['kind']): boolean {
  const isSole = !/^(?:,|&|and|or|with)$/.test(word(from - 1)) && !word(to - 1).endsWith('s')
  const isMany = word(to) === ',' && word(to + 1) === 'who' && /^(?:are|have|play|were)$/.test(word(to + 2))
  return isMany && isSole && (to === from + 1 || kind !== 'person')
}

/** "economist Rain Frost": of two words, whatever they mean elsewhere. */
function isBearer(word: WordAt, from: number, to: number, kind: Beside['kind']): boolean {
  const isOther = kind === 'place' ? to > from + 1 : kind === 'organisation' && to === from + 2
  const isHead = LAST_WORDS.has(word(to - 1)) || isAcronym(word(from)) || isCoined(word(to - 1))
  return isOther && !isHead && persons.roles.has(word(from - 1))
}

/**
 * "a group calling itself Vale", "a village called Vale", "known as Vale", "gave her name as Vale": the noun before
 * gives the kind.
 */
function judgeCalled(word: WordAt, from: number): Judgement | undefined {
  if (word(from - 1) === 'as' && [2, 3].some((back) => word(from - back) === 'name')) return PERSON
  const isOfPerson =
    /^(?:her|his|my)$/i.test(word(from - 3)) || (POSSESSIVE.test(word(from - 3)) && persons.bearers.has(word(from - 4)))
  if (/^(?:is|was)$/.test(word(from - 1)) && word(from - 2) === 'name' && isOfPerson) return PERSON
  const isItself = word(from - 1) === 'itself' && CLASSES['self-naming'].has(word(from - 2))
  const isKnown = word(from - 1) === 'as' && word(from - 2) === 'known'
  if (!isItself && !isKnown && !CLASSES.naming.has(word(from - 1))) return undefined
  const back = from - (isItself || isKnown ? 3 : 2)
  const noun = word(word(back) === ',' ? back - 1 : back)
  if (organisations.groups.has(noun) || organisations.firms.has(noun) || isItself) return ORGANISATION
  if (places.before.has(noun) || places.after.has(noun)) return PLACE
  return things.has(noun) ? THING : undefined
}

/** "the Vale Courier", "a reporter of the Courier" */
function isPaper(word: WordAt, from: number, to: number): boolean {
  const isLong = to > from + 1 || /^(?:at|by|for|of|to|told)$/.test(word(from - 2))
  return isLong && /^the$/i.test(word(from - 1)) && organisations.press.has(word(to - 1))
}

/** "an analyst at Vale", "told The Vale", "Writing in Vale,". */
function isWorkplace(word: WordAt, from: number): boolean {
  if (word(from - 1) === 'in' && /^writing$/i.test(word(from - 2))) return true
  const isEmployer = word(from - 1) === 'at' && persons.roles.has(word(from - 2))
  return isEmployer || (word(from - 1) === 'The' && (word(from - 2) === 'by' || organisations.told.has(word(from - 2))))
}

/** "Vale-25", "the Vale III mission": a craft or its flight, and nobody's name. */
function isDesignation({ tokens }: Candidate['line'], to: number, kind: Beside['kind']): boolean {
  const [hyphen, number] = [tokens[to], tokens[to + 1]]
  if (kind === 'person' && hyphen?.text === 'mission') return true
  return (
    kind !== 'organisation' &&
    hyphen?.text === '-' &&
    hyphen.start === tokens[to - 1]!.end &&
    number?.start === hyphen.end &&
    /^\d+$/.test(number.text)
  )
}

/**
 * "Northport striker", "joined Northport", "a 2-1 win over Northport", "Northport lost 2-1": a club, although its
 * town has the same name.
 */
function isClub(word: WordAt, from: number, to: number): boolean {
  if (organisations.clubs.has(word(to)) || organisations.joining.has(word(from - 1))) return true
  const isScored = (at: number): boolean =>
    /^\d{1,2}$/.test(word(at)) && /^[-–]$/.test(word(at + 1)) && /^\d/.test(word(at + 2))
  const isBeaten = /^(?:against|by|over|to|with)$/.test(word(from - 1)) && organisations.sport.has(word(from - 2))
  const verb = /^(?:had|have|were)$/.test(word(to)) ? to + 1 : to
  const isPlaying = organisations.sport.has(word(verb)) && isScored(verb + 1)
  return isBeaten || isPlaying || (/^(?:against|by|to|with)$/.test(word(from - 1)) && isScored(from - 4))
}

function judgeGroup(word: WordAt, from: number, to: number, kind: Beside['kind']): Judgement | undefined {
  const { groups, fighting } = organisations
  if (fighting.has(word(to)) && groups.has(word(to + 1))) return GROUP
  if (groups.has(word(from - 1)) && fighting.has(word(from - 2))) return GROUP
  const isGroup = groups.has(word(to)) && (kind !== 'person' || word(from - 1) === 'the')
  return isGroup && !(word(to).endsWith('s') && kind === 'place') ? GROUP : undefined
}

/** "Vale shares", "Vale Chief Executive Ada Okafor": of titles the one in capitals, too. */
function isOfFirm(noun: string): boolean {
  return (
    organisations.firm.has(noun) ||
    (/^C.+ Executive$|^M.+ Director$/.test(noun) && organisations.firm.has(noun.toLowerCase()))
  )
}

function judgeOwner(word: WordAt, to: number): Judgement | undefined {
  const isOwner = POSSESSIVE.test(word(to))
  const owned = isOwner ? to + 1 : to
  if (isOfFirm(word(owned)) || isOfFirm(`${word(owned)} ${word(owned + 1)}`)) return ORGANISATION
  if (isOwner && (places.states.has(word(owned)) || places.states.has(`${word(owned)} ${word(owned + 1)}`)))
    return PLACE
  return isOwner && persons.kin.has(word(owned)) ? PERSON : undefined
}

/** "a Dutch charity, Vale.", "a sister ship, the Vale,", "the 2,900-ton Vale": the noun comes before the name. */
function judgeIntroduced(
  word: WordAt,
  from: number,
  to: number,
  isFirm: (noun: string) => boolean,
  isPerson: boolean,
): Judgement | undefined {
  if (word(from - 2) === '-' && /^tonn?e?$/.test(word(from - 1))) return THING
  const comma = word(from - 1) === 'the' ? from - 2 : from - 1
  if (word(comma) !== ',' || !/^(?:[,.;)]|)$/.test(word(to))) return undefined
  if (things.has(word(comma - 1))) return THING
  /* "the head of the company, Ada Vale,": only where the noun opens its clause is a name like a person's the firm's. */
  const isSubject = /^the$/i.test(word(comma - 2)) && opensClause(word(comma - 3))
  return isFirm(word(comma - 1)) && (!isPerson || isSubject) ? ORGANISATION : undefined
}

const opensClause = (word: string): boolean => CLASSES['clause-openers'].has(word) || /^[.,;:“"]?$/.test(word)

/** "in Vale, Freedonia,": a name before its country or state. */
function isInCountry(word: WordAt, from: number, to: number, kind: Beside['kind']): boolean {
  const isWhere = /^(?:at|from|in|near|of|to)$/.test(word(from - 1)) && word(to) === ','
  const container = CONTAINERS.has(word(to + 1)) || CONTAINERS.has(`${word(to + 1)} ${word(to + 2)}`)
  return isWhere && kind === undefined && to === from + 1 && container
}

/** "the village of Vale", "residents of Vale", "the left bank of the Vale". */
function isOfPlace(word: WordAt, from: number): boolean {
  if (word(from - 1) === 'for' && /^(?:MP|lawmaker|member)$/.test(word(from - 2))) return true
  if (word(from - 1) === 'the' && word(from - 2) === 'of' && places.waterside.has(word(from - 3))) return true
  const noun = word(from - 1) === 'of' ? word(from - 2) : ''
  return places.before.has(noun) || places.peopled.has(noun)
}

function judgePlace(word: WordAt, from: number, to: number, kind: Beside['kind']): Judgement | undefined {
  const isBefore = places.after.has(word(to)) || places.after.has(`${word(to)} ${word(to + 1)}`)
  if (places.units.has(word(to)) || (isBefore && kind !== 'person')) return PLACE
  const isWhere = /^(?:at|from|in|near)$/.test(word(from - 1)) && word(to) === ',' && word(to + 1) === 'where'
  if (isWhere && kind !== 'organisation') return PLACE
  if (word(from - 1) === 'near' && /^(?:in|on)$/.test(word(to))) return PLACE
  return places.before.has(word(from - 1)) && kind !== 'organisation' ? PLACE : undefined
}
