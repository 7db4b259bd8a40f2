import type { EntityKind } from '../../../../model/kind.ts'
import type { Candidate, Line } from '../../../names/candidate.ts'
import { isAcronym, RANK, wordsOfCandidate } from '../../../names/candidate.ts'
import type { KnownSpans } from './known-names.ts'
import { CONTAINERS, STATE_ABBREVIATIONS } from '../lists/listed-names.ts'
import { isNameWord } from './name-bounds.ts'
import type { TokenRange } from './trim-span.ts'
import { isName, skipOutside, startAfterTitle, startOfTitled, trimSpan } from './trim-span.ts'
import { CLASSES, LAST_WORDS, readWordSets } from '../lists/vocabulary.ts'
import type { TaggedName } from '../tagger/tag-names.ts'
import { isKnownWord } from '../tagger/tag-names.ts'

const KIND_OF: Readonly<Record<string, EntityKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }
const BENCHES = readWordSets('persons', 'benches').benches
const FIRMS = readWordSets('organisation-heads', 'firms').firms
const POSSESSIVE = /^['’]s$/

/**
 * Names from the statistical tagger in a line, without titles, determiners and marks, with an Arabic article.
 * Its fourth type says only "some other name": such words are a name whose kind is open until something else says it.
 *
 * @param known what the lists and heads already know in the line
 */
export function findTagged(line: Line, names: readonly TaggedName[], known: KnownSpans): Candidate[] {
  if (line.letters !== 'sentence') return []
  return names.flatMap((name) => {
    if (name.type === 'MISC') return openName(line, name, known)
    const tagged = KIND_OF[name.type]
    const whole = tagged && cutPlace(line, cutFirm(line, trimSpan(line, name, tagged), tagged), tagged, known)
    if (whole && isOpeningState(line, whole)) return []
    const start = whole && (tagged === 'organisation' ? startOfTitled(line, whole) : startAfterTitle(line, whole))
    const kind = start === undefined ? tagged : 'person'
    const found =
      kind &&
      cutDemonym(
        whole && cutFaith(line, cutParty(line, { from: start ?? whole.from, to: whole.to }, known), known),
        kind,
        known,
      )
    return found
      ? [
          {
            line,
            ...withHyphen(line, found, known),
            kind,
            form: 'name',
            certainty: 'stated',
            rule: 'name/tagger',
            rank: RANK.tagger,
          },
        ]
      : []
  })
}

/** A state's abbreviation comes after a town; at the start of a sentence its letters are another word. */
function isOpeningState(line: Line, { from, to }: TokenRange): boolean {
  const isOpening = line.openings.has(from) || line.tokens[from - 1]?.text === '.'
  return to === from + 1 && isOpening && STATE_ABBREVIATIONS.has(line.tokens[from]!.text)
}

/** Ends of an organisation's name that may have "in" and a place behind them: "Vale University in Northport". */
const LOCATED =
  /^(?:Academy|Church|College|Co-operation|Cooperation|Embassy|Force|Investment|Mission|School|University)$/

/** Verbs between two clubs, which no name holds. */
const VERBS = new Set(['beat', 'drew', 'face', 'lost', 'met', 'play', 'played', 'thrashed', 'won'])

/** "Vale Lund of Freedonia", "Vale & Söhne of Northport": a firm and where it sits, not "Bank of Freedonia". */
function isSeat(line: Line, { from, to }: TokenRange, of: number, known: KnownSpans): boolean {
  const before = line.tokens[of - 1]!.text
  const isPlace =
    known.startingAt(of + 1).some((name) => name.kind === 'place' && name.to === to) || isInPlace(line, to)
  return isPlace && of > from + 1 && !LAST_WORDS.has(before) && !isKnownWord(before.toLowerCase())
}

/** "…, Freedonia," behind a name. */
function isInPlace(line: Line, to: number): boolean {
  return line.tokens[to]?.text === ',' && CONTAINERS.has(line.tokens[to + 1]?.text ?? '')
}

/** An organisation's name ends before such a verb, and before "in" and a place that a list knows: "Vale Mining in Peru". */
function cutPlace(
  line: Line,
  range: TokenRange | undefined,
  kind: EntityKind,
  known: KnownSpans,
): TokenRange | undefined {
  if (!range || kind !== 'organisation') return range
  const at = line.tokens.findIndex(({ text }, index) => index > range.from && index < range.to - 1 && text === 'in')
  const verb = line.tokens.findIndex(({ text }, index) => index > range.from && index < range.to && VERBS.has(text))
  if (verb > 0) return { from: range.from, to: verb }
  const of = line.tokens.findIndex(({ text }, index) => index > range.from && index < range.to - 1 && text === 'of')
  if (of > 0 && isSeat(line, range, of, known)) return { from: range.from, to: of }
  const isPlace =
    at > 0 &&
    !LOCATED.test(line.tokens[at - 1]!.text) &&
    known.startingAt(at + 1).some((name) => name.kind === 'place' && name.form === 'name' && name.to === range.to)
  return isPlace ? { from: range.from, to: at } : range
}

/** A firm's name begins behind the noun that introduces it: "Freedonian fund Vale". */
function cutFirm(line: Line, range: TokenRange | undefined, kind: EntityKind): TokenRange | undefined {
  if (!range || kind !== 'organisation') return range
  const at = line.tokens.slice(range.from, range.to - 1).findLastIndex(({ text }) => FIRMS.has(text))
  return at < 1 ? range : { from: range.from + at + 1, to: range.to }
}

/** One word for an origin, a language or a faith. */
const ADJECTIVE = /(?:[aei]an|ern|ese|ish|ic|ist|i|s)$/

/** Words that a name of open kind may have; longer runs are clauses in capitals. */
const LONGEST_OPEN = 5

/**
 * A name of unknown kind from the tagger: several words, or one with a number; a single letter only labels a part
 * ("Block D").
 */
function openName(line: Line, name: TaggedName, known: KnownSpans): Candidate[] {
  const range = trimSpan(line, name, 'object')
  if (!range) return []
  const { from, to } = withNumber(line, range)
  const words = line.tokens.slice(from, to).map(({ text }) => text)
  const isKnown = words.some(
    (_, at) => known.startingAt(from + at).length > 0 || known.endingAt(from + at + 1).length > 0,
  )
  const isRun = words.length > LONGEST_OPEN || words.some((one) => /^\p{Ll}/u.test(one) && !CLASSES.links.has(one))
  const isPlain = words.length === 1 && (ADJECTIVE.test(words[0]!) || line.openings.has(from) || isAcronym(words[0]!))
  const isLettered = words.length === 2 && /^\p{Lu}$/u.test(words[1]!)
  if (isKnown || isRun || isPlain || isLettered) return []
  return [{ line, from, to, kind: 'object', form: 'name', certainty: 'inferred', rule: 'name/open', rank: RANK.weak }]
}

/** Takes in the number of a series: "Vale-3". */
function withNumber(line: Line, { from, to }: TokenRange): TokenRange {
  const [hyphen, number] = [line.tokens[to], line.tokens[to + 1]]
  const isNumbered = hyphen?.text === '-' && hyphen.start === line.tokens[to - 1]!.end && number?.start === hyphen.end
  return isNumbered && /^\d+\p{L}?$/u.test(number.text) ? { from, to: to + 2 } : { from, to }
}

/** Includes the second half of a hyphenated name ("Okafor-Vale") unless it is a separate name. */
function withHyphen(line: Line, { from, to }: TokenRange, known: KnownSpans): TokenRange {
  const [hyphen, half] = [line.tokens[to], line.tokens[to + 1]]
  const isTied =
    hyphen && half && hyphen.text === '-' && hyphen.start === line.tokens[to - 1]!.end && half.start === hyphen.end
  const isOwn = known.startingAt(to + 1).length > 0 || known.endingAt(to).length > 0
  return isTied && isNameWord(line, to + 1) && !isOwn ? { from, to: to + 2 } : { from, to }
}

/** The letter of a party before a state that a list knows ("D-N.C.") is no part of its name. */
function cutParty(line: Line, { from, to }: TokenRange, known: KnownSpans): TokenRange {
  const isParty = /^[A-Z]$/.test(line.tokens[from]!.text) && line.tokens[from + 1]?.text === '-'
  return isParty && known.startingAt(from + 2).some(({ kind }) => kind === 'place')
    ? { from: from + 2, to }
    : { from, to }
}

/** "Jewish" before a name that a list knows is no part of it. */
function cutFaith(line: Line, { from, to }: TokenRange, known: KnownSpans): TokenRange {
  const isKnown =
    CLASSES.faiths.has(line.tokens[from]!.text) && known.startingAt(from + 1).some((name) => name.to === to)
  return { from: isKnown ? from + 1 : from, to }
}

/**
 * A people, a country or a body before a person's name is a separate name, and so is a country before a known name.
 */
function cutDemonym(found: TokenRange | undefined, kind: EntityKind, known: KnownSpans): TokenRange | undefined {
  const first = found && known.startingAt(found.from).find((name) => isSeparable(name, kind))
  if (!found || !first || first.to >= found.to) return found
  const isKnown = known.startingAt(first.to).some(({ to, form }) => to === found.to && form === 'name')
  const isOwner = POSSESSIVE.test(first.line.tokens[first.to]!.text)
  const isBench = first.line.tokens.slice(first.to, found.to).every((token) => BENCHES.has(token.text))
  if (isBench) return undefined
  const isRest = isName(first.line, first.to, found.to)
  return kind === 'person' || isKnown || isOwner || !isRest
    ? cutDemonym(trimStart(found, first, kind), kind, known)
    : found
}

/**
 * Before a place any country; before a person only words that are not first names ("Jordan" is): adjectives and
 * acronyms.
 */
function isSeparable(name: Candidate, before: EntityKind): boolean {
  if (name.kind === 'place' && name.form === 'demonym') return true
  return before === 'person' ? isAcronym(wordsOfCandidate(name)) : name.subtype === 'country'
}

function trimStart(found: TokenRange, { line, to: after }: Candidate, kind: EntityKind): TokenRange | undefined {
  const from = skipOutside(line, after, found.to, kind)
  return from < found.to && isName(line, from, found.to) ? { from, to: found.to } : undefined
}
