import type { Emit } from './features.ts'
import { template } from './features.ts'
import { hashPhrase, type Lexicon } from './lexicon.ts'
import { mix } from './model.ts'
import type { FoundName, KnownNames } from './found-names.ts'
import { NO_WORD, type TaggerWord, wordAt } from './word.ts'

/*
 * Features of a name as a whole: its words, those on both sides of it, and what stands around it elsewhere in the
 * document. The tagger sees one token at a time, and of a long name never both sides.
 */

/** Emits all features of a name. */
export function emitName(name: FoundName, known: KnownNames, listsOf: Lexicon['listsOf'], emit: Emit): void {
  emitGuess(name, emit)
  const lists = listsOfName(name, listsOf)
  emitOwnWords(name, lists, emit)
  emitContext(name, lists, emit)
  emitDistant(name, emit)
  emitNeighbours(name, emit)
  emitElsewhere(name, known, emit)
  emitRelated(name, known, emit)
}

/** Joins a template's number and up to four values to the hash of one feature: written out, it makes no list. */
function join(number: number, a: number, b?: number, c?: number, d?: number): number {
  const one = mix(template(number), a)
  if (b === undefined) return one
  const two = mix(one, b)
  if (c === undefined) return two
  const three = mix(two, c)
  return d === undefined ? three : mix(three, d)
}

/** Bounds between differences of scores that are told apart. */
const STEPS = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 9]

function stepOf(difference: number): number {
  const step = STEPS.findIndex((bound) => difference < bound)
  return step < 0 ? STEPS.length : step
}

/** How sure the tagger is of its guess, and of each other type. */
function emitGuess({ best, behind, scores, outside }: FoundName, emit: Emit): void {
  emit(template(400))
  emit(join(401, best))
  behind.forEach((difference, type) => type !== best && emit(join(402, best, type, stepOf(difference))))
  emit(join(403, best, stepOf(scores[best]! - outside + 1)))
  emit(join(404, best, stepOf(Math.min(...behind.filter((_, type) => type !== best)))))
}

function listsOfName({ scene, first, last }: FoundName, listsOf: Lexicon['listsOf']): number {
  return first === last ? scene.matches.alone[first]! : listsOf(hashPhrase(scene.words.slice(first, last + 1)))
}

const LONGEST = 4
const sizeOf = ({ first, last }: FoundName): number => Math.min(last - first + 1, LONGEST)

/** 0 for the first word of a name, 1 inside, 2 for the last and for the only one. */
const positionOf = ({ first, last }: Pick<FoundName, 'first' | 'last'>, at: number): number =>
  at === last ? 2 : at === first ? 0 : 1

function emitOwnWords(name: FoundName, lists: number, emit: Emit): void {
  const { words, matches } = name.scene
  const size = sizeOf(name)
  emit(join(418, size))
  emit(join(419, lists, size))
  for (let at = name.first; at <= name.last; at += 1) {
    const word = words[at]!
    const position = positionOf(name, at)
    emitOwnWord(word, position, emit)
    const alone = matches.alone[at]!
    for (let list = 0; alone >>> list; list += 1)
      if ((alone >>> list) & 1) emit(join(416, list, position, Number(size > 1)))
    if (alone === 0 && word.clusters.length === 0 && word.isCapitalised) emit(join(417, position, size))
  }
}

function emitOwnWord(word: TaggerWord, position: number, emit: Emit): void {
  emit(join(410, word.lower))
  emit(join(411, position, word.lower))
  emit(join(415, word.shortShape, position))
  for (const suffix of word.suffixes.slice(1)) if (suffix) emit(join(412, suffix))
  if (word.prefixes[2]) emit(join(413, word.prefixes[2]))
  word.clusters.forEach((cluster, depth) => emit(join(414, depth, cluster, position)))
}

/** Middle cluster of a word; of an unknown one, whether it has a capital. */
const clusterOf = (word: TaggerWord): number => word.clusters[1] ?? (word.isCapitalised ? -2 : -1)

/** The three words before a name and the three after it. */
function emitContext(name: FoundName, lists: number, emit: Emit): void {
  const { first, last, best, scene } = name
  const [l1, l2, l3] = [1, 2, 3].map((step) => wordAt(scene.words, first - step, NO_WORD)) as [W, W, W]
  const [r1, r2, r3] = [1, 2, 3].map((step) => wordAt(scene.words, last + step, NO_WORD)) as [W, W, W]
  const [before, after] = [clusterOf(l1), clusterOf(r1)]
  ;[l1, l2, l3, r1, r2, r3].forEach((word, place) => emitPlaced(word, place, last > first, emit))
  emit(join(433, l2.lower, l1.lower))
  emit(join(434, r1.lower, r2.lower))
  emit(join(435, l1.lower, r1.lower))
  emit(join(436, l3.lower, l2.lower, l1.lower))
  emit(join(437, r1.lower, r2.lower, r3.lower))
  emit(join(438, clusterOf(l2), before))
  emit(join(439, after, clusterOf(r2)))
  emit(join(440, before, after))
  emit(join(441, l1.lower, after))
  emit(join(442, before, r1.lower))
  emit(join(443, l2.lower, before))
  emit(join(444, l1.lower, after, best))
  emit(join(445, l1.lower, best))
  emit(join(446, r1.lower, best))
  emit(join(447, before, after, lists))
  emit(join(448, l1.lower, lists))
  emit(join(449, r1.lower, lists))
  if (ARTICLE.test(l1.text)) {
    emit(join(450, l2.lower))
    emit(join(451, clusterOf(l2)))
    emit(join(452, l2.lower, scene.words[last]!.lower))
  }
}

type W = TaggerWord
const ARTICLE = /^(?:an?|the)$/i

function emitPlaced(word: TaggerWord, place: number, isLong: boolean, emit: Emit): void {
  emit(join(430, place, word.lower))
  emit(join(431, place, word.lower, Number(isLong)))
  word.clusters.forEach((cluster, depth) => emit(join(432, place, depth, cluster)))
}

const FARTHEST = 7

/** Words in small letters farther off, whatever their place. */
function emitDistant({ first, last, scene }: FoundName, emit: Emit): void {
  for (let step = 2; step <= FARTHEST; step += 1) {
    ;[first - step, last + step].forEach((at, side) => {
      const word = wordAt(scene.words, at, NO_WORD)
      if (!word.isLowerCase) return
      emit(join(455 + 2 * side, word.lower))
      if (word.clusters.length > 0) emit(join(456 + 2 * side, word.clusters[1]!))
    })
  }
}

/** Words between two names that a list or an apposition may have. */
const LONGEST_TIE = 3

/** The names before and after in the sentence, and the words between: a list names things of one type. */
function emitNeighbours({ previous, next, ...name }: FoundName, emit: Emit): void {
  ;[previous, next].forEach((other, side) => {
    if (!other) return
    const between =
      side === 1
        ? name.scene.words.slice(name.last + 1, other.first)
        : name.scene.words.slice(other.last + 1, name.first)
    if (between.length > LONGEST_TIE) return emit(join(463, side, other.best))
    const tie = between.reduce((hash, { lower }) => mix(hash, lower), 0)
    emit(join(460, side, tie, other.best))
    emit(join(461, side, tie, other.best, name.best))
    emit(join(462, side, tie))
  })
}

const MOST_PLACES = 6

/** The other places of the same words: what the tagger takes them for together, and the words beside them. */
function emitElsewhere(name: FoundName, { sameAs }: KnownNames, emit: Emit): void {
  const others = sameAs(name)
  emit(join(470, Math.min(others.length, LONGEST)))
  if (others.length === 0) return
  const behind = name.scores.map((_, type) => others.reduce((sum, other) => sum + other.behind[type]!, 0))
  const best = behind.indexOf(Math.min(...behind))
  const [least, second] = behind.toSorted((a, b) => a - b)
  const lead = second! - least!
  emit(join(471, best, stepOf(lead)))
  emit(join(472, best, name.best, stepOf(lead / others.length)))
  behind.forEach((sum, type) => emit(join(473, type, stepOf(sum - least!))))
  const features = new Set(others.slice(0, MOST_PLACES).flatMap(besideOf))
  for (const feature of features) emit(feature)
}

function besideOf({ first, last, scene }: FoundName): number[] {
  const at = (index: number): TaggerWord => wordAt(scene.words, index, NO_WORD)
  const [l1, l2, r1, r2] = [at(first - 1), at(first - 2), at(last + 1), at(last + 2)]
  const clusters = [l1, r1, l2, r2].flatMap(({ clusters }, place) =>
    clusters.length > 0 ? [join(479 + place, clusters[1]!)] : [],
  )
  return [
    join(475, l1.lower),
    join(476, r1.lower),
    join(477, l2.lower, l1.lower),
    join(478, r1.lower, r2.lower),
    ...clusters,
  ]
}

const MOST_RELATED = 8

/** Other names of the document that hold a word of this one: a surname beside full names, a firm beside its long form. */
function emitRelated(name: FoundName, { holding }: KnownNames, emit: Emit): void {
  const features = new Set<number>()
  for (let at = name.first; at <= name.last; at += 1) {
    const word = name.scene.words[at]!
    if (!word.isCapitalised) continue
    for (const { other, place } of holding(word).slice(0, MOST_RELATED)) {
      if (other.wording === name.wording) continue
      const position = positionOf(other, place)
      features.add(join(485, other.best, position, positionOf(name, at), Number(name.last > name.first)))
      features.add(join(486, other.best, name.best, position))
      const following = other.scene.words[place + 1]
      if (position !== 2 && following) features.add(join(487, following.lower))
    }
  }
  for (const feature of features) emit(feature)
}
