import { isAtStart, type Usage } from './document.ts'
import type { ListMatches } from './lexicon.ts'
import { mix } from './model.ts'
import { NO_WORD, type TaggerWord, wordAt } from './word.ts'

/**
 * Relative positions of the words that give features to a token. The index is the role: here, before, after, two
 * before, two after.
 */
export const ROLE_OFFSETS = [0, -1, 1, -2, 2] as const
const HERE = 0,
  AFTER = 2

/** A sentence with all that its features need. */
export interface Scene {
  readonly words: readonly TaggerWord[]
  readonly matches: ListMatches
  readonly usages: ReadonlyMap<number, Usage>
  /** 0 for running text, 1 for text without lower case, 2 if most words are capitalised, as in a headline. */
  readonly style: number
}

/** Receives the hash of one feature. */
export type Emit = (feature: number) => void

/** Distinguishes running text, headlines and lines in capitals. */
export function styleOf(words: readonly TaggerWord[]): number {
  let small = 0
  let capitalised = 0
  for (const word of words) {
    if (word.isLowerCase) small += 1
    else if (word.isCapitalised) capitalised += 1
  }
  if (small === 0 && capitalised > 1) return 1
  return small < capitalised * 0.5 ? 2 : 0
}

/** Prefix of a feature's hash: a number for each kind of feature, 32 for each role. */
export const template = (number: number): number => Math.imul(number + 1, 0x3779b1) | 0

/**
 * Emits the features that a word gives to a token by itself, apart from all other words, in the role given.
 * They depend on nothing else, so that their scores can be kept with the word.
 */
export function emitWord(word: TaggerWord, role: number, emit: Emit): void {
  const base = role * 32
  emit(mix(template(base), word.lower))
  if (role <= AFTER) {
    emit(mix(template(base + 1), word.shortShape))
    if (word.suffixes[2]) emit(mix(template(base + 2), word.suffixes[2]))
    word.clusters.forEach((cluster, depth) => emit(mix(template(base + 3 + depth), cluster)))
  } else if (word.clusters.length > 0) emit(mix(template(base + 4), word.clusters[1]!))
  if (role === HERE) emitHere(word, emit)
}

function emitHere(word: TaggerWord, emit: Emit): void {
  emit(template(6))
  emit(mix(template(7), word.cased))
  emit(mix(template(8), word.shape))
  word.prefixes.forEach((prefix, size) => prefix && emit(mix(template(10 + size), prefix)))
  word.suffixes.forEach((suffix, size) => suffix && size !== 2 && emit(mix(template(14 + size), suffix)))
  const [, middle, fine] = word.clusters
  emit(mix(mix(template(18), middle ?? -1), word.shortShape))
  if (fine !== undefined) emit(mix(mix(template(19), fine), word.shortShape))
}

/** Emits the features of a token that join it with its neighbours, the lists and the document. */
export function emitJoint(scene: Scene, at: number, emit: Emit): void {
  const { words } = scene
  const here = words[at]!
  const before = wordAt(words, at - 1, NO_WORD)
  const after = wordAt(words, at + 1, NO_WORD)
  const isStart = isAtStart(words, at)
  emitNeighbours(here, before, after, emit)
  emitClusters(here, before, after, emit)
  emit(mix(mix(template(200), wordAt(words, at - 2, NO_WORD).lower), before.lower))
  emit(mix(mix(template(201), after.lower), wordAt(words, at + 2, NO_WORD).lower))
  emit(mix(mix(template(202), isStart ? 1 : 0), here.shortShape))
  if (isStart) emit(mix(template(203), here.lower))
  emit(mix(mix(template(204), scene.style), here.shortShape))
  emitLists(scene, at, (before.isCapitalised ? 2 : 0) + (after.isCapitalised ? 1 : 0), emit)
  if (here.isAlphabetic) emitUsage(scene, at, isStart, emit)
}

function emitNeighbours(here: TaggerWord, before: TaggerWord, after: TaggerWord, emit: Emit): void {
  emit(mix(mix(template(210), before.lower), here.lower))
  emit(mix(mix(template(211), here.lower), after.lower))
  emit(mix(mix(template(212), before.lower), after.lower))
  emit(mix(mix(template(213), before.lower), here.shortShape))
  emit(mix(mix(template(214), after.lower), here.shortShape))
  const left = mix(mix(template(215), before.shortShape), here.shortShape)
  emit(left)
  emit(mix(mix(template(216), here.shortShape), after.shortShape))
  emit(mix(left, after.shortShape))
}

function emitClusters(here: TaggerWord, before: TaggerWord, after: TaggerWord, emit: Emit): void {
  const mine = here.clusters[1]
  const left = before.clusters[1]
  const right = after.clusters[1]
  if (left !== undefined) emit(mix(mix(template(220), left), here.shortShape))
  if (right !== undefined) emit(mix(mix(template(221), right), here.shortShape))
  if (left !== undefined && mine !== undefined) emit(mix(mix(template(222), left), mine))
  if (right !== undefined && mine !== undefined) emit(mix(mix(template(223), mine), right))
  if (left !== undefined && right !== undefined) emit(mix(mix(mix(template(224), left), right), here.shortShape))
}

function emitLists({ matches, words }: Scene, at: number, capitals: number, emit: Emit): void {
  const alone = matches.alone[at]!
  const within = matches.within[at]!
  const position = matches.position[at]!
  for (let list = 0; (alone | within) >>> list; list += 1) {
    if ((within >>> list) & 1) emit(mix(mix(template(230), list), position))
    if (!((alone >>> list) & 1)) continue
    emit(mix(template(231), list))
    emit(mix(mix(mix(template(232), list), words[at]!.shortShape), capitals))
  }
  emit(mix(mix(mix(template(233), alone), within), position))
  emit(mix(mix(template(234), alone), matches.alone[at - 1] ?? 0))
  emit(mix(mix(template(235), alone), matches.alone[at + 1] ?? 0))
}

function emitUsage({ usages, words }: Scene, at: number, isStart: boolean, emit: Emit): void {
  const here = words[at]!
  const usage = usages.get(here.lower)
  if (!usage) return
  const isNameLike = usage.capitalisedInside > 0
  const isCommon = usage.inLowerCase > 0
  emit(mix(mix(mix(template(240), (isNameLike ? 2 : 0) + (isCommon ? 1 : 0)), here.shortShape), isStart ? 1 : 0))
  emit(mix(mix(template(241), Math.min(usage.count, 4)), here.shortShape))
  emit(mix(template(242), (usage.afterCapital > 0 ? 2 : 0) + (usage.beforeCapital > 0 ? 1 : 0)))
  if (isStart && isCommon && !isNameLike) emit(template(243))
  if (!here.isCapitalised) return
  for (const neighbour of usage.before) emit(mix(template(244), neighbour))
  for (const neighbour of usage.after) emit(mix(template(245), neighbour))
  const following = words[at + 1]
  if (!following?.isCapitalised) return
  for (const neighbour of usages.get(following.lower)?.after ?? []) emit(mix(template(246), neighbour))
}
