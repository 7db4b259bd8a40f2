import type { EntityKind } from '../../../../model/kind.ts'
import type { Candidate, Line } from '../../../names/candidate.ts'
import { isCapitalised, isInnerStop, RANK } from '../../../names/candidate.ts'
import { isGivenName } from '../../roles/persons.ts'
import { isStaffed } from '../judge/judge-acts.ts'
import type { KnownSpans } from './known-names.ts'
import { bare, endOfName, isNameWord, isSuffix, isSurnameFirst, isTitle, startOfName } from './name-bounds.ts'
import { CLASSES, LAST_WORDS, readVocabulary, readWordSets } from '../lists/vocabulary.ts'

const lists = readVocabulary<Record<'ships' | 'vessels', string[]>>('things')
const VESSELS = new Set(lists.vessels)
const SHIPS = new Set(lists.ships)
const MONTH_NAMES = new Set(['april', 'august', 'january', 'june', 'may'])
const ENDS_LIST = /^(?:[;,.)]|and)$/
const WHEN =
  /^(?:after|before|between|by|during|early|every|from|in|last|late|mid|next|of|on|since|this|through|until|till)$/i
const CALLED = /(?:alias|call(?:ed|s)?|dubbed|known as|nicknamed|by the name|name of|named)$/
const NICKNAMED = new RegExp(`\\b(?:${readVocabulary<{ nicknamed: string[] }>('persons').nicknamed.join('|')})\\b`)

/**
 * Names by their shape: initials ("H.G. Vale"), surnames first ("VALE, Ada"), months among given names
 * ("June Vale") and surnames ("Ada May"), prefixes of ships ("USS Vale"), nicknames in marks.
 */
export function findShaped(line: Line, known: KnownSpans): Candidate[] {
  if (line.letters !== 'sentence') return []
  return line.tokens.flatMap(
    (_, at) =>
      surnameFirst(line, at, known) ??
      withInitials(line, at, known) ??
      withCalendar(line, at) ??
      vesselAt(line, at) ??
      nicknameAt(line, at) ??
      [],
  )
}

const word = ({ tokens }: Line, at: number): string => tokens[at]?.text ?? ''

/** "VALE, Ada Mae;" or, in small letters, one of a pair: "Vale, Ada and Okafor, Ben". */
function surnameFirst(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  if (known.startingAt(at).length > 0) return undefined
  if (word(line, at + 1) !== ',' || !isGivenName(word(line, at + 2)) || !isCapitalised(word(line, at + 2)))
    return undefined
  let to = at + 3
  while (to < at + 5 && (isNameWord(line, to) || (word(line, to) === '-' && isNameWord(line, to + 1)))) to += 1
  const isLastOfPair = isPairAt(line, at - 4) && /^\p{Ll}/u.test(word(line, to))
  if (line.tokens[to] && !ENDS_LIST.test(word(line, to)) && !isLastOfPair) return undefined
  const isUpper = /^\p{Lu}[\p{Lu}’'-]{2,}$/u.test(word(line, at))
  const isPair = isCapitalised(word(line, at)) && (isPairAt(line, to + 1) || isPairAt(line, at - 4))
  return isUpper || isPair ? found(line, at, to, 'name/surname-first') : undefined
}

const isPairAt = (line: Line, at: number) =>
  isCapitalised(word(line, at)) &&
  word(line, at + 1) === ',' &&
  isCapitalised(word(line, at + 2)) &&
  (word(line, at - 1) === 'and' || word(line, at + 3) === 'and')

/** "H.G. Vale", "Ivo R.R. Vale", "A. K. Vale", but not "U.S. Navy". */
function withInitials(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  let to = at
  for (;;) {
    if (/^(?:\p{Lu}\.){1,4}$/u.test(word(line, to))) to += 1
    else if (/^\p{Lu}$/u.test(word(line, to)) && isInnerStop(line, to + 1)) to += 2
    else break
  }
  if (to === at || !isNameWord(line, to) || isTitle(line, to) || known.startingAt(at).length > 0) return undefined
  const before = word(line, at - 1)
  if (before === '.' || /^\p{Lu}$/u.test(before)) return undefined
  const from = isNameWord(line, at - 1) && !isTitle(line, at - 1) ? startOfName(line, at) : at
  const end = endOfName(line, to)
  const isBody = line.tokens.slice(to, end).some(({ text }) => LAST_WORDS.has(text))
  return isBody ? undefined : found(line, from, end, 'name/initials')
}

/** "June Vale" away from a preposition; "Ada May", "Ed June" where no day follows. */
function withCalendar(line: Line, at: number): Candidate | undefined {
  const [own, next] = [bare(word(line, at)), word(line, at + 1)]
  if (!isCapitalised(word(line, at)) || !isCapitalised(next) || WHEN.test(word(line, at - 1))) return undefined
  const isFirst =
    MONTH_NAMES.has(own) &&
    !(own === 'may' && line.openings.has(at) && !isDescribed(line, at + 2)) &&
    isNameWord(line, at + 1) &&
    !isTitle(line, at + 1) &&
    !LAST_WORDS.has(next) &&
    !/^(?:Day|Fools?)$/.test(next)
  if (isFirst) return found(line, at, endOfName(line, at + 1), 'name/calendar')
  const isLast =
    isGivenName(word(line, at)) &&
    !isNameWord(line, at - 1) &&
    CLASSES.calendar.has(next.toLowerCase()) &&
    next.length > 2 &&
    !/^\d/.test(word(line, at + 2))
  return isLast && !CLASSES.calendar.has(own) ? found(line, at, at + 2, 'name/calendar') : undefined
}

/** ", who" or ", 54," behind a name. */
const isDescribed = (line: Line, at: number): boolean =>
  isAged(line, at) || (word(line, at) === ',' && word(line, at + 1) === 'who')

/** "USS Ada Vale", "the ferry Princess Vale", where the title is part of the name */
function vesselAt(line: Line, at: number): Candidate | undefined {
  const isTitled = SHIPS.has(word(line, at - 1)) && isTitle(line, at) && isNameWord(line, at + 1)
  if (isTitled)
    return { ...found(line, at, endOfName(line, at + 1), 'name/thing-beside'), kind: 'object', rank: RANK.courtesy }
  return VESSELS.has(word(line, at)) && isNameWord(line, at + 1)
    ? { ...found(line, at, endOfName(line, at + 1), 'name/vessel'), kind: 'object', subtype: 'vessel' }
    : undefined
}

/** A porter who goes by the name "Lofty". */
function nicknameAt(line: Line, at: number): Candidate | undefined {
  if (!/^["“‘]$/.test(word(line, at)) || !isCapitalised(word(line, at + 1))) return undefined
  let close = at + 2
  while (isCapitalised(word(line, close)) && close < at + 4) close += 1
  const to = close
  if (/^[.,]$/.test(word(line, close))) close += 1
  if (!/^["”’]$/.test(word(line, close))) return undefined
  const before = line.passage.text.slice(Math.max(0, line.tokens[at]!.start - 60), line.tokens[at]!.start).trimEnd()
  return CALLED.test(before) && NICKNAMED.test(before) ? found(line, at + 1, to, 'name/nickname') : undefined
}

function found(line: Line, from: number, to: number, rule: string): Candidate {
  const kind: EntityKind = 'person'
  return { line, from, to, kind, form: 'name', certainty: 'stated', rule, rank: RANK.pattern }
}

const SPEAKS = readWordSets('persons', 'speech').speech
const PERSONAL = /^(?:['’]s|had|has|himself|herself|is|was|who|would)$/
const ADDRESSED = /^(?:Mr|Mrs|Ms|Dr|Miss|said|asked|told)$/

/** A surname that is also a day, a month or a feast, where the source names its bearer in full: "May said". */
export function findCalendarSurnames(lines: readonly Line[], names: readonly Candidate[]): Candidate[] {
  const surnames = new Set(
    names.flatMap(({ kind, line, from, to }) =>
      kind === 'person' && to - from > 1 && CLASSES.calendar.has(word(line, to - 1).toLowerCase())
        ? [word(line, to - 1)]
        : [],
    ),
  )
  if (surnames.size === 0) return []
  return lines.flatMap((line) =>
    line.tokens.flatMap(({ text }, at) => {
      const before = word(line, at - 1)
      const isHonoured = ADDRESSED.test(before) || (before === '.' && ADDRESSED.test(word(line, at - 2)))
      const isSubject =
        !WHEN.test(before) &&
        !isCapitalised(before) &&
        (isAged(line, at + 1) || SPEAKS.has(word(line, at + 1)) || PERSONAL.test(word(line, at + 1)))
      return surnames.has(text) && (isHonoured || isSubject)
        ? [{ ...found(line, at, at + 1, 'name/again'), rank: RANK.again }]
        : []
    }),
  )
}

/** ", 24," behind a name. */
const isAged = (line: Line, at: number): boolean =>
  word(line, at) === ',' && /^\d\d$/.test(word(line, at + 1)) && word(line, at + 2) === ','

/** Takes in the particles before a person's surname: "Later bin Vale nodded", "Van der Vale smiled". */
export function withParticles(candidate: Candidate): Candidate {
  const { line, kind, form, from } = candidate
  if (kind !== 'person' || form !== 'name') return candidate
  let start = from
  while (
    CLASSES.particles.has(word(line, start - 1)) &&
    !/^(?:a[dlnrsht]|ash|el)$/.test(word(line, start - 1)) &&
    !CLASSES.starters.has(word(line, start - 1))
  )
    start -= 1
  if (/^(?:Bin|D[aeiu]|De[lnr]|Du|Van|Von|Wa)$/.test(word(line, start - 1)) && line.openings.has(start - 1)) start -= 1
  return start === from ? candidate : { ...candidate, from: start }
}

const heads = readVocabulary<Record<'firm' | 'firm-acts' | 'firm-plans', string[]>>('organisation-heads')
const FIRM = new Set(heads.firm)
const ACTS = new Set(heads['firm-acts'])
const PLANS = new Set(heads['firm-plans'])

/** A bare surname that is a firm's too ("Vale" beside "Vale Bank" and "Ada Vale") is the firm's where it does what firms do, or where no person of that surname has been named yet. */
export function preferFirms(names: readonly Candidate[]): readonly Candidate[] {
  const firms = new Map<string, Place>()
  const bearers = new Map<string, Place>()
  for (const name of names) {
    const { line, from, to, kind, form } = name
    const isFull = form === 'name' && to - from > 1
    const place = [line.passage.ordinal, from] as const
    if (isFull && kind === 'organisation') keepFirst(firms, word(line, from), place)
    if (isFull && kind === 'person')
      keepFirst(
        bearers,
        word(line, isSurnameFirst(name) ? from : isSuffix(word(line, to - 1)) ? to - 2 : to - 1),
        place,
      )
  }
  if (firms.size === 0) return names
  return names.map((name) => {
    const { line, from, to, kind, rank } = name
    const surname = word(line, from)
    const isBare = kind === 'person' && to - from === 1 && rank < RANK.title && firms.has(surname)
    if (!isBare) return name
    const place = [line.passage.ordinal, from] as const
    const isUnmet =
      line.passage.kind === 'paragraph' && isBefore(place, bearers.get(surname)) && isBefore(firms.get(surname)!, place)
    return isUnmet || actsAsFirm(line, to) ? { ...name, kind: 'organisation', rule: 'name/firm-acts' } : name
  })
}

/** Passage and token. */
type Place = readonly [passage: number, token: number]

function keepFirst(places: Map<string, Place>, word: string, place: Place): void {
  if (isBefore(place, places.get(word))) places.set(word, place)
}

function isBefore([passage, token]: Place, other: Place | undefined): boolean {
  return other === undefined || passage < other[0] || (passage === other[0] && token < other[1])
}

function actsAsFirm(line: Line, to: number): boolean {
  const [first, second] = [word(line, to), word(line, to + 1)]
  if (FIRM.has(first) || (first === 'said' && /^its?$/.test(second))) return true
  if (/^ha[ds]$/.test(first) && /^\d/.test(second)) return true
  if (isStaffed((at) => word(line, at), to)) return true
  return ACTS.has(first) || (/^(?:will|would|has|had|may)$/.test(first) && (ACTS.has(second) || PLANS.has(second)))
}
