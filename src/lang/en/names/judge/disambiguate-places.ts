import { type Candidate, RANK, wordsOfCandidate } from '../../../names/candidate.ts'
import { type PlaceContainer, CONTAINERS, isElsewhere } from '../lists/listed-names.ts'
import type { Line } from '../../../names/candidate.ts'
import { readVocabulary } from '../lists/vocabulary.ts'

const PEOPLE = /^(.{4,}?)(?:ese|ian|ish|i|n)$/

/**
 * Finds a country or town that no list has by its demonym: "Valei officials" makes "Vale" a place and "Valei" its demonym.
 *
 * @param names the names of a source, before their kinds are decided
 */
export function inferPlacesFromDemonyms(lines: readonly Line[], names: readonly Candidate[]): Candidate[] {
  const open = (name: Candidate): boolean => name.to === name.from + 1 && name.rank <= RANK.tagger
  const places = new Set(names.filter(open).map(wordsOfCandidate))
  const peopled = new Set<string>()
  const isPeople = (line: Line, at: number): string | undefined => {
    const stem = PEOPLE.exec(word(line, at))?.[1]
    const home = stem && [stem, `${stem}a`].find((one) => places.has(one))
    return home && /^\p{Ll}/u.test(word(line, at + 1)) ? home : undefined
  }
  for (const line of lines)
    for (const at of line.tokens.keys()) {
      const home = isPeople(line, at)
      if (home) peopled.add(home)
    }
  if (peopled.size === 0) return [...names]
  return names.map((name) => {
    if (!open(name)) return name
    if (peopled.has(wordsOfCandidate(name)))
      return { ...name, kind: 'place', rule: 'name/place-beside', rank: RANK.pattern }
    const home = isPeople(name.line, name.from)
    return home
      ? { ...name, kind: 'place', form: 'demonym', refersTo: home, rule: 'name/demonym', rank: RANK.pattern }
      : name
  })
}

interface Meaning {
  readonly name: string
  readonly subtype: string
  readonly cues: readonly string[]
}

const shared = new Map(
  readVocabulary<{ word: string; meanings: Meaning[] }[]>('shared-places').map(({ word, meanings }) => [
    word,
    meanings,
  ]),
)

/**
 * Disambiguates places of one name: "Paris, Texas" and "London, Ontario" by the words after the name, which then hold
 * for the bare
 * name too, unless the text below the headings has the bare name first; "Congo" by other names of the source.
 *
 * @param names the names of a source, in text order
 */
export function disambiguatePlaces(names: readonly Candidate[]): Candidate[] {
  const containers = names.map((name, index) => (isPlace(name) ? containerBehind(names, index) : undefined))
  const others = names.map((name, index) => otherPlace(name, containers[index]))
  const first = indexFirst(names)
  return names.map((name, index) => {
    if (!isPlace(name)) return name
    const words = wordsOfCandidate(name)
    const container = containers[index]
    const other = others[index] ?? (container ? undefined : others[first.get(words) ?? index])
    if (other) return { ...other, line: name.line, from: name.from, to: name.to }
    const meanings = name.rule === 'name/register' ? undefined : shared.get(words)
    return meanings ? giveMeaning(name, meanings, names, container) : within(name, container)
  })
}

/**
 * The other place of the same name, if the words after the name of a country or a listed city are not its location.
 */
function otherPlace(name: Candidate, container: PlaceContainer | undefined): Candidate | undefined {
  const isOther =
    container !== undefined &&
    (isElsewhere(name.refersTo ?? wordsOfCandidate(name), container) || isNamesake(name, container))
  return isOther
    ? {
        ...withoutMeaning(name),
        refersTo: `${wordsOfCandidate(name)}, ${container.name}`,
        rule: 'name/place-in-state',
      }
    : undefined
}

/** By its words the first place below the headings. */
function indexFirst(names: readonly Candidate[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const isInText = isPlace(name) && name.line.passage.kind === 'paragraph'
    if (isInText && !first.has(wordsOfCandidate(name))) first.set(wordsOfCandidate(name), index)
  }
  return first
}

function isPlace(name: Candidate | undefined): name is Candidate {
  return name?.kind === 'place' && name.form === 'name'
}

/** A country's name or a listed city's with an American state behind it is another place. */
function isNamesake({ rule, subtype, refersTo }: Candidate, { isState, country }: PlaceContainer): boolean {
  const isListed = rule !== 'name/register' && refersTo !== undefined && (subtype === 'country' || subtype === 'city')
  return isListed && isState && country === 'United States'
}

/** Adds the containing country or state to a place that no list knows. */
function within(name: Candidate, container: PlaceContainer | undefined): Candidate {
  if (!container || (name.refersTo !== undefined && name.rule !== 'name/register')) return name
  const { name: where, country } = container
  return { ...name, within: { name: where, ...(country && { country }) } }
}

/** The country, state or province right behind a place ("London, Ontario", "Punjab in India"), if the two are no part of a list. */
function containerBehind(names: readonly Candidate[], index: number): PlaceContainer | undefined {
  const [name, next] = [names[index]!, names[index + 1]]
  const container = readPair(name, next)
  if (!container) return undefined
  const isAfterPlace =
    /^(?:,|and|or)$/.test(word(name.line, name.from - 1)) &&
    isPlace(names[index - 1]) &&
    names[index - 1]!.line === name.line &&
    name.from - names[index - 1]!.to <= 2
  const isAfterPair = isAfterPlace && readPair(names[index - 2], names[index - 1]!) !== undefined
  return (isAfterPlace && !isAfterPair) || isFollowed(names, index + 1) ? undefined : container
}

/** Whether only a comma or "in" is between a name and the next one. */
function readPair(name: Candidate | undefined, next: Candidate | undefined): PlaceContainer | undefined {
  if (
    !isPlace(name) ||
    !isPlace(next) ||
    next.line !== name.line ||
    next.from !== name.to + 1 ||
    !/^(?:,|in)$/.test(word(name.line, name.to))
  )
    return undefined
  const container = CONTAINERS.get(wordsOfCandidate(next))
  const own = CONTAINERS.get(wordsOfCandidate(name))
  const isSmaller =
    !own || (container?.isState === true && !own.isState) || (own.isState && container?.isState === false)
  return isSmaller ? container : undefined
}

/** Whether another item of a list follows a name: "and Ohio", ", Ohio", unless that begins a new pair. */
function isFollowed(names: readonly Candidate[], index: number): boolean {
  const [name, next] = [names[index]!, names[index + 1]]
  if (!isPlace(next) || next.line !== name.line) return false
  const between = name.line.tokens
    .slice(name.to, next.from)
    .map(({ text }) => text)
    .join(' ')
  return /^(?:,|,? ?(?:and|or))$/.test(between) && readPair(next, names[index + 2]) === undefined
}

function word(line: Line, at: number): string {
  return line.tokens[at]?.text ?? ''
}

/** The meaning that the place after the name supports, else the only one with a cue in the source, or none. */
function giveMeaning(
  name: Candidate,
  meanings: readonly Meaning[],
  names: readonly Candidate[],
  container: PlaceContainer | undefined,
): Candidate {
  const named = meanings.filter(({ cues }) => container && cues.includes(container.name))
  const likely =
    named.length > 0
      ? named
      : meanings.filter(({ cues }) =>
          names.some(
            (other) =>
              other.kind === 'place' && isCue(other, cues) && wordsOfCandidate(other) !== wordsOfCandidate(name),
          ),
        )
  const [only] = likely
  const bare = withoutMeaning(name)
  return likely.length === 1
    ? { ...bare, refersTo: only!.name, subtype: only!.subtype }
    : { ...bare, rule: 'name/shared-name' }
}

function isCue(other: Candidate, cues: readonly string[]): boolean {
  return [wordsOfCandidate(other), other.refersTo, other.subtype].some((cue) => cue !== undefined && cues.includes(cue))
}

function withoutMeaning({ refersTo, subtype, standsFor, ...bare }: Candidate): Candidate {
  return bare
}
