import type { Candidate, Line } from '../../../names/candidate.ts'
import { isCapitalised, RANK, wordsOfCandidate } from '../../../names/candidate.ts'
import { judgeBeside } from '../judge/judge-beside.ts'
import type { KnownSpans } from './known-names.ts'
import { GOVERNED } from '../lists/listed-names.ts'
import { endOfName, isNameWord, isTitle, startOfName } from './name-bounds.ts'
import { keyOf } from '../judge/settle-kinds.ts'
import { isName } from './trim-span.ts'
import { ANAPHORS, CLASSES, readVocabulary, readWordSets } from '../lists/vocabulary.ts'
import { isKnownWord } from '../tagger/tag-names.ts'

/**
 * Words that refer to a name without naming it: "the ministry", if exactly one organisation of the source ends in
 * "Ministry" and was named before.
 *
 * @param lines the source's passages in order
 * @param chosen its names, by passage and place
 */
export function findNominals(lines: readonly Line[], chosen: readonly Candidate[]): Candidate[] {
  const antecedents = collectAntecedents(chosen)
  const named = new Set(chosen.flatMap(({ line, from, to }) => line.tokens.slice(from, to)))
  return lines.flatMap((line) =>
    line.tokens.flatMap((token, at) => (named.has(token) ? [] : nominalAt(line, at, antecedents))),
  )
}

/** By head word: the first naming of the only name with that head, or nothing when two names share it. */
function collectAntecedents(chosen: readonly Candidate[]): Map<string, Candidate | undefined> {
  const antecedents = new Map<string, Candidate | undefined>()
  for (const candidate of chosen) {
    const head = candidate.form === 'name' ? headOf(candidate) : undefined
    if (!head) continue
    const known = antecedents.get(head)
    const isOther = known !== undefined && identify(known) !== identify(candidate)
    if (!antecedents.has(head) || isOther) antecedents.set(head, isOther ? undefined : candidate)
  }
  return antecedents
}

function identify(candidate: Candidate): string {
  return candidate.refersTo ?? keyOf(candidate)
}

function headOf({ line, from, to, kind }: Candidate): string | undefined {
  for (let at = to - 1; at >= from; at -= 1) {
    const word = line.tokens[at]!.text.toLowerCase()
    if (ANAPHORS.get(word) === kind) return word
  }
  return undefined
}

function nominalAt(line: Line, at: number, antecedents: ReadonlyMap<string, Candidate | undefined>): Candidate[] {
  const head = line.tokens[at]!.text
  if (!antecedents.has(head.toLowerCase()) || !/^the$/i.test(line.tokens[at - 1]?.text ?? '')) return []
  const antecedent = antecedents.get(head.toLowerCase())
  if (!antecedent || !isBefore(antecedent, line, at) || hasMore(line, at + 1)) return []
  const { kind, subtype } = antecedent
  const base: Candidate = {
    line,
    from: at,
    to: at + 1,
    kind,
    form: 'nominal',
    refersTo: wordsOfCandidate(antecedent),
    certainty: 'inferred',
    rule: 'name/sole-antecedent',
    rank: RANK.again,
  }
  return [subtype ? { ...base, subtype } : base]
}

function isBefore({ line, to }: Candidate, here: Line, at: number): boolean {
  return line.passage.ordinal < here.passage.ordinal || (line === here && to <= at)
}

/** Whether the noun phrase goes on, so that it means something else: "the council of …", "the ministry building". */
function hasMore(line: Line, at: number): boolean {
  const next = line.tokens[at]?.text ?? ''
  return ['of', '-', 'for'].includes(next) || isCapitalised(next) || CLASSES.compounded.has(next)
}

/**
 * Names that no other method found: capitals that the words beside them announce ("Okafor Vale, a Dutch insurer,") and
 * words that only a firm coins ("NorthPort").
 *
 * @param seen candidates of the line so far; a run whose last word is in one of them was seen
 */
export function findUnseen(line: Line, seen: KnownSpans): Candidate[] {
  if (line.letters !== 'sentence') return []
  const found: Candidate[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    if (!isNameWord(line, at) || isTitle(line, at)) continue
    const to = endOfName(line, at)
    const hit = unseenAt(line, at, to, seen)
    if (hit) found.push(hit)
    at = to - 1
  }
  return found
}

const SHIPS = readWordSets('things', 'ships').ships

function unseenAt(line: Line, start: number, to: number, seen: KnownSpans): Candidate | undefined {
  if (seen.endingAt(to).length > 0 || isTitle(line, to - 1) || /^[@#]$/.test(line.tokens[start - 1]?.text ?? ''))
    return undefined
  const from = Math.max(start, startOfName(line, to - 1))
  const base = { line, from, to, form: 'name', certainty: 'stated', rank: RANK.weak } as const
  const isOwedToStart =
    to === from + 1 &&
    line.openings.has(from) &&
    !/^(?:,|['’]s)$/.test(line.tokens[to]?.text ?? '') &&
    isKnownWord(line.tokens[from]!.text.toLowerCase())
  const beside = isOwedToStart || !isName(line, from, to) ? undefined : judgeBeside({ line, from, to })
  if (beside?.subtype && to === from + 1) return undefined
  const isShip = beside?.kind === 'object' && SHIPS.has(line.tokens[from - 1]?.text ?? '')
  return beside?.kind === 'organisation' || beside?.kind === 'place' || isShip
    ? { ...base, ...beside, kind: beside.kind }
    : undefined
}

const persons = readVocabulary<{ speech: string[]; addressed: string[] }>('persons')
const SPEECH = new Set(persons.speech)
const ADDRESSED = new Set(persons.addressed)

/**
 * Marks a capital or a seat of government that means the government: subject of a verb of speech or decision
 * ("Northport announced …") or the one that is accused or urged. It stays a mention of the city.
 */
export function markGovernments(chosen: readonly Candidate[]): Candidate[] {
  return chosen.map((candidate) => {
    const country = candidate.refersTo && GOVERNED.get(candidate.refersTo)
    return country && candidate.form === 'name' && actsAsGovernment(candidate)
      ? { ...candidate, standsFor: country }
      : candidate
  })
}

function actsAsGovernment({ line, from, to, kind }: Candidate): boolean {
  if (kind === 'organisation') return true
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (ADDRESSED.has(word(from - 1))) return true
  const verb = CLASSES.auxiliaries.has(word(to)) ? word(to + 1) : word(to)
  return SPEECH.has(verb) && !CLASSES.prepositions.has(word(from - 1).toLowerCase())
}
