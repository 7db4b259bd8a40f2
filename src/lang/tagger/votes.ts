import { type Emit, template } from './features.ts'
import { NAME_TYPES, type TokenSpan } from './labels.ts'
import { mix } from './model.ts'
import type { TaggerWord } from './word.ts'

/*
 * A document is tagged twice (Ratinov & Roth 2009): the first tags of a word in all other places are features for the
 * second. "Vale" after "in" and "Vale plc" two lines below are one firm.
 */

/** The first tags of a word in all its places, counted where it is capitalised. */
interface Votes {
  /** By type, and last those in no name. */
  readonly places: number[]
  /** Those in names of several words, by type. */
  readonly long: number[]
}

/** The first tag of each token of a sentence: the type of its name, or `OUTSIDE`. */
export interface Ballot {
  readonly types: Uint8Array
  /** 1 in names of several words. */
  readonly isLong: Uint8Array
}

/** The votes of a document, by the hash of a word in lower case. */
export type Poll = ReadonlyMap<number, Votes>

const OUTSIDE = NAME_TYPES.length

/** Writes the names that a first reading found in a sentence as one vote a token. */
export function castBallot(length: number, names: readonly TokenSpan[]): Ballot {
  const types = new Uint8Array(length).fill(OUTSIDE)
  const isLong = new Uint8Array(length)
  for (const { first, last, type } of names) {
    types.fill(NAME_TYPES.indexOf(type), first, last + 1)
    if (last > first) isLong.fill(1, first, last + 1)
  }
  return { types, isLong }
}

/** Counts the votes of all sentences of a document. */
export function countVotes(document: readonly (readonly TaggerWord[])[], ballots: readonly Ballot[]): Poll {
  const poll = new Map<number, Votes>()
  document.forEach((words, i) => {
    const { types, isLong } = ballots[i]!
    for (let at = 0; at < words.length; at += 1) {
      if (!words[at]!.isCapitalised) continue
      const { places, long } = votesOf(poll, words[at]!.lower)
      places[types[at]!]! += 1
      if (isLong[at]) long[types[at]!]! += 1
    }
  })
  return poll
}

function votesOf(poll: Map<number, Votes>, word: number): Votes {
  const found = poll.get(word)
  if (found) return found
  const votes = { places: new Array<number>(OUTSIDE + 1).fill(0), long: new Array<number>(OUTSIDE).fill(0) }
  poll.set(word, votes)
  return votes
}

/** Emits what the other places of the document take a token and its neighbours for. */
export function emitVotes(words: readonly TaggerWord[], poll: Poll, ballot: Ballot, at: number, emit: Emit): void {
  const { shortShape } = words[at]!
  const here = opinionOf(words, poll, ballot, at)
  const before = opinionOf(words, poll, ballot, at - 1)
  const after = opinionOf(words, poll, ballot, at + 1)
  if (here > 0) {
    emit(mix(template(300), here))
    emit(mix(mix(template(301), here), shortShape))
    emit(mix(mix(mix(template(302), here), before), after))
    emit(mix(template(303), here >> LONG_BITS))
    emit(mix(template(304), here & ((1 << LONG_BITS) - 1)))
  }
  if (before > 0) emit(mix(mix(template(305), before), shortShape))
  if (after > 0) emit(mix(mix(template(306), after), shortShape))
}

/** The type of the long names takes this many bits, how sure the others are two more. */
const LONG_BITS = 3

/**
 * The majority vote of a word's other places, how sure it is, and the type of most long names that contain it; 0 for
 * no other place.
 */
function opinionOf(words: readonly TaggerWord[], poll: Poll, { types, isLong }: Ballot, at: number): number {
  const votes = words[at]?.isCapitalised ? poll.get(words[at]!.lower) : undefined
  if (!votes) return 0
  let total = -1
  for (const count of votes.places) total += count
  if (total === 0) return 0
  const own = types[at]!
  const most = mostOf(votes.places, own)
  const top = votes.places[most]! - Number(most === own)
  const longest = mostOf(votes.long, isLong[at] ? own : -1)
  return ((((most + 1) << 2) + surenessOf(top, total)) << LONG_BITS) + longest + 1
}

/** Index of the largest count, the vote of the place itself taken off; -1 where all are 0. */
function mostOf(counts: readonly number[], own: number): number {
  let most = -1
  let top = 0
  for (let type = 0; type < counts.length; type += 1) {
    const others = counts[type]! - Number(type === own)
    if (others <= top) continue
    top = others
    most = type
  }
  return most
}

/** 3 for three and more places that agree, 2 for fewer, 1 for most of them, 0 for less than half. */
function surenessOf(top: number, total: number): number {
  if (top === total) return top > 2 ? 3 : 2
  return top * 2 > total ? 1 : 0
}
