import { type Candidate, wordsOf } from './candidate.ts'
import type { Line } from './line.ts'
import { readVocabulary } from './vocabulary.ts'

interface Meaning {
  readonly name: string
  readonly subtype: string
  readonly cues: readonly string[]
}

const shared = new Map(readVocabulary<{ word: string; meanings: Meaning[] }[]>('shared-places').map(({ word, meanings }) => [word, meanings]))

/**
 * Tells places of one name apart: "Congo" by what else the source names, "Paris, Texas" by the state behind it, which
 * the bare name then means too where it comes later.
 *
 * @param names the names of a source, in text order
 */
export function tellPlaces(names: readonly Candidate[]): Candidate[] {
  const qualified = new Map<string, Candidate>()
  const seen = new Set<string>()
  return names.map((name, index) => {
    if (name.kind !== 'place' || name.form !== 'name' || name.rule === 'names/register') return name
    const words = wordsOf(name)
    const state = stateBehind(name, names[index + 1])
    const told = state ? { ...withoutMeaning(name), refersTo: `${words}, ${state}`, rule: 'names/place-in-state' } : qualified.get(words)
    if (state && !seen.has(words)) qualified.set(words, told!)
    seen.add(words)
    if (told) return { ...told, line: name.line, from: name.from, to: name.to }
    const meanings = shared.get(words)
    return meanings ? giveMeaning(name, meanings, names) : name
  })
}

/** The American state that stands behind a country's or a listed city's name, so that another place is meant. */
function stateBehind({ line, from, to, subtype, refersTo }: Candidate, next: Candidate | undefined): string | undefined {
  const isListed = refersTo !== undefined && (subtype === 'country' || subtype === 'city')
  if (!isListed || next?.line !== line || next.subtype !== 'us-state' || next.from !== to + 1 || word(line, to) !== ',') return undefined
  const isInList = /^(?:,|and|or)$/.test(word(line, from - 1)) || /^(?:and|or|, (?:and|or|\p{Lu}.*))$/u.test(wordsAfter(line, next.to))
  return isInList ? undefined : next.refersTo
}

/** The next word; with the one after it where it is a comma. */
function wordsAfter(line: Line, at: number): string {
  return word(line, at) === ',' ? `, ${word(line, at + 1)}` : word(line, at)
}

function word(line: Line, at: number): string {
  return line.tokens[at]?.text ?? ''
}

/** The meaning for which alone something in the source speaks, or none. */
function giveMeaning(name: Candidate, meanings: readonly Meaning[], names: readonly Candidate[]): Candidate {
  const likely = meanings.filter(({ cues }) => names.some((other) => other.kind === 'place' && isCue(other, cues) && wordsOf(other) !== wordsOf(name)))
  const [only] = likely
  const bare = withoutMeaning(name)
  return likely.length === 1 ? { ...bare, refersTo: only!.name, subtype: only!.subtype } : { ...bare, rule: 'names/shared-name' }
}

function isCue(other: Candidate, cues: readonly string[]): boolean {
  return [wordsOf(other), other.refersTo, other.subtype].some((cue) => cue !== undefined && cues.includes(cue))
}

function withoutMeaning({ refersTo, subtype, standsFor, ...bare }: Candidate): Candidate {
  return bare
}
