import type { Candidate, Line } from '../../../names/candidate.ts'
import { isAcronym, isCapitalised, isCoined, RANK } from '../../../names/candidate.ts'
import type { KnownSpans } from './known-names.ts'
import { endOfComplement, endOfName, isNameWord, isTitle, startOfName } from './name-bounds.ts'
import type { Head } from '../lists/vocabulary.ts'
import { ARABIC, CLASSES, FIRST_WORDS, LAST_WORDS, readVocabulary, readWordSets } from '../lists/vocabulary.ts'

const lists =
  readVocabulary<
    Record<
      'businesses' | 'coordinated' | 'fighters' | 'firms' | 'fighting' | 'groups' | 'houses' | 'missions' | 'owners',
      string[]
    >
  >('organisation-heads')
const COORDINATED = new Set(lists.coordinated)
const BUSINESSES = new Set(lists.businesses)
const FIRMS = new Set(lists.firms)
const FIGHTERS = new Set(lists.fighters)
const FIGHTING = new Set(lists.fighting)
const GROUPS = new Set(lists.groups)
const OWNERS = new Set(lists.owners)
const MISSIONS = new Set(lists.missions)
const HOUSES = new Set(lists.houses)
const RANKS = readWordSets('persons', 'ranks').ranks
const ADJECTIVE = /(?:ese|i|ian|ish|ist|ite|ern|ean)$/
const BESIDE: Head = { kind: 'organisation', subtype: 'armed-group', rule: 'name/armed-group-beside' }

/**
 * Names whose kind shows in their last word ("Northport Harbour Authority") or their first ("Hurricane Ada").
 *
 * @param known names of the line that a list knows: they are not parts of a coordination
 */
export function findByHead(line: Line, known: KnownSpans): Candidate[] {
  if (line.letters !== 'sentence') return []
  const found: Candidate[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    const word = line.tokens[at]!.text
    if (!isCapitalised(word)) continue
    found.push(
      ...[
        beginningAt(line, at, word, known),
        endingAt(line, at, word, known),
        arabicAt(line, at, word),
        beforeGroup(line, at, known),
        afterFirm(line, at),
        partnersAt(line, at),
        housesAt(line, at),
        societyAt(line, at, known),
        coinedAt(line, at),
        houseAt(line, at),
      ].filter((hit) => !!hit),
    )
  }
  return found
}

function endingAt(line: Line, at: number, word: string, known: KnownSpans): Candidate | undefined {
  const head = LAST_WORDS.get(word)
  if (!head || known.endingAt(at + 1).some(({ kind }) => kind === 'place')) return undefined
  const start = head.kind === 'place' ? startOfPlace(line, at, known) : startOfName(line, at)
  const from =
    head.kind === 'organisation' || head.kind === 'object'
      ? startWithOrdinal(
          line,
          COORDINATED.has(word) || head.kind === 'object' ? startOverAnd(line, start, known) : start,
        )
      : start
  const end = line.tokens[at + 1]?.text === 'General' ? at + 2 : at + 1
  const isMission = MISSIONS.has(word) && line.tokens[end]?.text === 'in' && isNameWord(line, end + 1)
  const to = isMission
    ? endOfName(line, end + 1)
    : numeralAfter(
        line,
        head.kind === 'place' ? at + 1 : BUSINESSES.has(word) ? end : endOfComplement(line, end, known),
      )
  if (head.kind === 'event' && isMonthOf(line, at)) return candidate(line, at - 1, to, head)
  const isBare = from === at && to === at + 1
  const isUnfinished =
    (head.kind === 'place' && from === at) ||
    (/place|work|object/.test(head.kind) && isNameWord(line, to)) ||
    (word === 'Police' && isRank(line, from, at, known)) ||
    (BUSINESSES.has(word) && isOffice(line, at + 1))
  return isBare || isUnfinished ? undefined : candidate(line, from, to, head)
}

/** "the July War": a month that an event is called by. */
function isMonthOf(line: Line, at: number): boolean {
  const month = line.tokens[at - 1]?.text ?? ''
  return (
    /^[A-Z]\p{Ll}{2,}$/u.test(month) &&
    CLASSES.calendar.has(month.toLowerCase()) &&
    /^the$/i.test(line.tokens[at - 2]?.text ?? '')
  )
}

/** "District Police Officer", but not "Freedonia Police Inspector", who is of the Freedonia Police. */
function isRank(line: Line, from: number, at: number, known: KnownSpans): boolean {
  return RANKS.has(line.tokens[at + 1]?.text ?? '') && !known.startingAt(from).some(({ kind }) => kind === 'place')
}

/** "Freedonian Health Minister Ada Vale": the office of somebody, and no firm. */
function isOffice(line: Line, at: number): boolean {
  return isTitle(line, at) && isNameWord(line, at + 1)
}

/** A faith or a people before a place's name ("Catholic Vale Road") is no part of it. */
function startOfPlace(line: Line, at: number, known: KnownSpans): number {
  let from = startOfName(line, at)
  const isAdjective = (): boolean =>
    CLASSES.faiths.has(line.tokens[from]!.text) ||
    (from < at - 1 && known.startingAt(from).some((name) => name.form === 'demonym' && name.to === from + 1))
  while (from < at && isAdjective()) from += 1
  return from
}

/**
 * Continues over "and" in "the Food and Harbour Agency" if the words before it are not a separate name or
 * institution.
 */
function startOverAnd(line: Line, from: number, known: KnownSpans): number {
  if (!/^(?:and|&)$/.test(line.tokens[from - 1]?.text ?? '') || !isNameWord(line, from - 2)) return from
  const start = startOfName(line, from - 2)
  const isAlone =
    known.endingAt(from - 1).some((name) => name.form === 'name') || LAST_WORDS.has(line.tokens[from - 2]!.text)
  const isIntroduced = /^(?:the|['’]s)$/i.test(line.tokens[start - 1]?.text ?? '') || known.startingAt(start).length > 0
  return !isAlone && isIntroduced ? start : from
}

/**
 * Includes words before the name that are part of it: "2nd" before a court or a brigade, "Children's" before a
 * hospital.
 */
function startWithOrdinal(line: Line, from: number): number {
  const [first, second] = [line.tokens[from - 2]?.text ?? '', line.tokens[from - 1]?.text ?? '']
  const isOrdinal = /^(?:st|nd|rd|th)$/.test(second) && /^\d+$/.test(first)
  const isSaint = /^(?:Our|S(?:ain)?t)$/.test(line.tokens[from - 3]?.text ?? '') && isNameWord(line, from - 2)
  if (/^['’]s?$/.test(second) && isSaint) return from - 3
  const isOwned = /^['’]s?$/.test(second) && OWNERS.has(first)
  if (isOwned) return startOfName(line, from - 2)
  return isOrdinal ? from - 2 : from
}

/** Takes in the number of a war or a games: "World War II". */
function numeralAfter(line: Line, to: number): number {
  return /^[IVX]{1,4}$/.test(line.tokens[to]?.text ?? '') && line.tokens[to]?.text !== 'I' ? to + 1 : to
}

function beginningAt(line: Line, at: number, word: string, known: KnownSpans): Candidate | undefined {
  const next = line.tokens[at + 1]?.text
  const single = FIRST_WORDS.get(word)
  if (single)
    return isNameWord(line, at + 1) || next === 'al' ? candidate(line, at, endOfName(line, at), single) : undefined
  const double = FIRST_WORDS.get(`${word} ${next}`)
  const to = double ? endOfComplement(line, at + 1, known) : at
  return double && to > at + 2 ? candidate(line, startOfName(line, at), to, double) : undefined
}

function arabicAt(line: Line, at: number, word: string): Candidate | undefined {
  if (ARABIC.fused.some((start) => word.startsWith(start))) return candidate(line, at, at + 1, ARABIC.head)
  if (!ARABIC.words.has(word)) return undefined
  const to = endOfName(line, at)
  const hasArticle = line.tokens.slice(at + 1, to).some((token) => /^[ae]l$/i.test(token.text))
  return to === at + 1 || (ARABIC.needsArticle.has(word) && !hasArticle)
    ? undefined
    : candidate(line, at, to, ARABIC.head)
}

/** "the Okafor rebel group", "X12 rebels": a name nobody knows, made sure by the words after it. */
function beforeGroup(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  const [fighting, group] = line.tokens.slice(at + 1, at + 3).map((token) => token.text)
  if (isAcronym(line.tokens[at]!.text) && FIGHTERS.has(fighting ?? '')) return candidate(line, at, at + 1, BESIDE)
  if (!FIGHTING.has(fighting ?? '') || !GROUPS.has(group ?? '') || group!.endsWith('s')) return undefined
  const from = startOfName(line, at)
  const isNamed = line.tokens[from - 1]?.text === 'the' && isNameWord(line, at) && known.endingAt(at + 1).length === 0
  return isNamed && !ADJECTIVE.test(line.tokens[at]!.text) ? candidate(line, from, at + 1, BESIDE) : undefined
}

/** "insurer Okafor": a common noun for a firm, then its name. */
function afterFirm(line: Line, at: number): Candidate | undefined {
  const isFirm = FIRMS.has(line.tokens[at - 1]?.text ?? '') && isNameWord(line, at) && !isTitle(line, at)
  return isFirm
    ? candidate(line, at, endOfName(line, at), {
        kind: 'organisation',
        rule: 'name/organisation-beside',
        isWeak: true,
      })
    : undefined
}

/** "Okafor & Vale" is a firm, and so is "O&V". */
function partnersAt(line: Line, at: number): Candidate | undefined {
  const isJoined = line.tokens[at + 1]?.text === '&' && isNameWord(line, at) && isNameWord(line, at + 2)
  const [first, , second] = isJoined ? line.tokens.slice(at, at + 3) : []
  if (!first || !second) return undefined
  const isLetters =
    second.start === first.end + 1 && !CLASSES.acronyms.has(line.passage.text.slice(first.start, second.end))
  if (isLetters && first.text.length === 1)
    return candidate(line, at, at + 3, { kind: 'organisation', rule: 'name/partners' })
  return first.text.length > 2 && second.text.length > 2
    ? candidate(line, startOfName(line, at), endOfName(line, at + 2), { kind: 'organisation', rule: 'name/partners' })
    : undefined
}

/** "Vale and Sons", "Okafor y Hijos". */
function housesAt(line: Line, at: number): Candidate | undefined {
  const [link, second] = line.tokens.slice(at + 1, at + 3).map(({ text }) => text)
  return isNameWord(line, at) && HOUSES.has(`${link} ${second}`)
    ? candidate(line, startOfName(line, at), at + 3, { kind: 'organisation', rule: 'name/partners' })
    : undefined
}

/** A country's society of a movement: "the Freedonian Red Cross". */
function societyAt(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  if (line.tokens[at]!.text !== 'Red' || !/^(?:Crescent|Cross)$/.test(line.tokens[at + 1]?.text ?? '')) return undefined
  const country = known.endingAt(at).find(({ kind }) => kind === 'place')
  const to = line.tokens[at + 2]?.text === 'Society' ? at + 3 : at + 2
  return country
    ? candidate(line, country.from, to, { kind: 'organisation', rule: 'name/organisation-head' })
    : undefined
}

/** "Okafor's of Northport": a firm named after its founder. */
function houseAt(line: Line, at: number): Candidate | undefined {
  const [owner, link] = line.tokens.slice(at + 1, at + 3).map((token) => token.text)
  const isHouse = /^['’]s$/.test(owner ?? '') && link === 'of' && isNameWord(line, at) && isNameWord(line, at + 3)
  return isHouse
    ? candidate(line, at, endOfName(line, at + 3), { kind: 'organisation', rule: 'name/organisation-head' })
    : undefined
}

/** "Okafor AgroScience": a name and then a word with a capital inside. */
function coinedAt(line: Line, at: number): Candidate | undefined {
  const from = isCoined(line.tokens[at]!.text) ? startOfName(line, at) : at
  return from < at && !isNameWord(line, at + 1)
    ? candidate(line, from, at + 1, { kind: 'organisation', rule: 'name/coined' })
    : undefined
}

function candidate(line: Line, from: number, to: number, { kind, subtype, rule, isWeak }: Head): Candidate {
  const rank = isWeak ? RANK.weak : RANK.pattern
  return { line, from, to, kind, form: 'name', certainty: 'stated', rule, rank, ...(subtype ? { subtype } : {}) }
}
