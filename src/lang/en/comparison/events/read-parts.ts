import { COMMON_STEMS, stemWord } from '../../words/verb-forms.ts'
import type { Word } from '../../../words.ts'
import { findLast, splitWords } from '../../../words.ts'
import type { ResolvedMention } from '../../../../model/entity.ts'
import type { Mode, StatementParts, Sentence } from '../../../sentence-readers.ts'
import type { Range } from '../../../../model/passage.ts'
import { isDeclaredAct, isWeakAct } from '../../../kinds.ts'
import { MODES, readActs } from './words.ts'
import type { Clause } from './read-mode.ts'
import { readClause, readMode } from './read-mode.ts'

const LOCATIVE = new Set(MODES.locative)
const SPOKE = new Set(MODES.spoke)
const ANAPHORS = new Set(MODES.anaphor)
const PRONOUNS = new Set(MODES.pronoun)
const ANNOUNCING = new Set(MODES.announcing)
/** Words before a place's name in which a preposition makes it a location. */
const REACH = 5

/** Reads what a sentence states of one of its dates. */
export function readStatement(
  sentence: Sentence,
  previous: Sentence | undefined,
  date: Range,
  others: readonly Range[],
  time: 'past' | 'future' | 'open',
): StatementParts & { readonly mode: Mode } {
  const words = splitWords(sentence.text)
  const clause = readClause(sentence.text, words, date, others)
  const leading = words.filter(({ end }) => end <= date.start)
  return { mode: readMode(clause, leading, time), ...readParts(sentence, previous, words, clause) }
}

/** Reads the parts of the statement that a date's clause makes. */
function readParts(
  sentence: Sentence,
  previous: Sentence | undefined,
  words: readonly Word[],
  clause: Clause,
): StatementParts {
  const own = [...clause.antecedent, ...clause.before, ...clause.after]
  const isReaction =
    findLast(
      [...clause.before, ...clause.after].map(({ key }) => key),
      MODES.reaction,
    ).at >= 0
  const actsOf = rememberActs()
  const scope = isReaction
    ? own
    : ([own, clause.region, words].find((held) => strong(actsOf(held)).length > 0) ?? words)
  const { actors, places } = readEntities(sentence, words, scope)
  const isBorrowed = actors.size === 0 && previous !== undefined && ANAPHORS.has(words[0]?.key ?? '')
  const named = isBorrowed ? readEntities(previous, [], []).actors : actors
  const acts = actsOf(scope)
  const ofActs = new Set([...acts.values()].flat())
  const referents = findReferents(sentence, words, clause)
  return {
    actors: named,
    subjects: referents.length === 0 ? named : new Set([...named, ...referents]),
    places,
    acts: new Set(isReaction ? [] : acts.keys()),
    ordinals: readOrdinals(scope),
    stems: new Set(
      scope.filter((word, at) => !ofActs.has(at) && isPlainWord(word, sentence)).map(({ key }) => stemWord(key)),
    ),
    isBorrowed,
    isWide: isReaction || readActs(numbersIn(own.filter(({ key }) => !SPOKE.has(key)))).size === 0,
    isElsewhere: strong(actsOf(own)).length === 0 && !isAnnounced(own, strong(acts)),
    names: new Set(sentence.mentions.map(({ entity }) => entity)),
  }
}

/** Most statements number nothing, and share one set. */
const NONE: ReadonlySet<string> = new Set()

function readOrdinals(words: readonly Word[]): ReadonlySet<string> {
  const numbers = words.map(({ key }) => ordinalOf(key)).filter((number) => number > 0)
  return numbers.length === 0 ? NONE : new Set(numbers.map(String))
}

/** The actors before a clause that a pronoun opens. */
function findReferents(sentence: Sentence, words: readonly Word[], { before }: Clause): string[] {
  const [opener] = before
  if (opener === undefined || !PRONOUNS.has(opener.key)) return []
  const to = sentence.start + opener.start
  return sentence.mentions
    .filter((mention) => mention.span.end <= to && !isLocation(mention, sentence, words))
    .map(({ entity }) => entity)
}

/** "Announced on Monday that they had agreed": what comes about by words is announced in the clause. */
function isAnnounced(own: readonly Word[], acts: readonly string[]): boolean {
  return own.some(({ key }) => ANNOUNCING.has(key)) && acts.length > 0 && acts.every(isDeclaredAct)
}

/** Reads the acts of each stretch of words once. */
function rememberActs(): (words: readonly Word[]) => Map<string, number[]> {
  const known = new Map<readonly Word[], Map<string, number[]>>()
  return (words) => {
    const acts = known.get(words) ?? readActs(numbersIn(words))
    known.set(words, acts)
    return acts
  }
}

function strong(acts: ReadonlyMap<string, unknown>): string[] {
  return [...acts.keys()].filter((act) => !isWeakAct(act))
}

const numbersIn = (words: readonly Word[]) => words.map(({ number }) => number)

function readEntities(
  sentence: Sentence,
  words: readonly Word[],
  scope: readonly Word[],
): Pick<StatementParts, 'actors' | 'places'> {
  const located = new Set(sentence.mentions.filter((mention) => isLocation(mention, sentence, words)))
  const inScope = sentence.mentions.filter((mention) => scope.some((word) => isWithin(word, mention, sentence)))
  const held = inScope.some((mention) => !located.has(mention)) ? inScope : sentence.mentions
  const places = held.filter((mention) => located.has(mention)).map(({ entity }) => entity)
  const actors = held.filter((mention) => !located.has(mention)).map(({ entity }) => entity)
  return {
    actors: new Set(actors),
    places: new Set([...places, ...held.filter(({ kind }) => kind === 'place').map(({ entity }) => entity)]),
  }
}

/** A place's name behind "in", "near" or "from" in the same run of words. */
function isLocation(mention: ResolvedMention, sentence: Sentence, words: readonly Word[]): boolean {
  if (mention.kind !== 'place' || mention.form === 'demonym') return false
  const start = mention.span.start - sentence.start
  const behind = words.findLastIndex(({ end }) => end <= start) + 1
  const left = words.slice(Math.max(0, behind - REACH), behind)
  const preposition = left.findLast(({ key }) => LOCATIVE.has(key))
  return preposition !== undefined && !/[,;:—–]|\band\b/.test(sentence.text.slice(preposition.end, start))
}

function isWithin(word: Word, mention: ResolvedMention, sentence: Sentence): boolean {
  const [start, end] = [mention.span.start - sentence.start, mention.span.end - sentence.start]
  return word.start < end && start < word.end
}

function isPlainWord(word: Word, sentence: Sentence): boolean {
  if (COMMON_STEMS.has(stemWord(word.key)) || /^\p{N}/u.test(word.key)) return false
  return !sentence.mentions.some((mention) => isWithin(word, mention, sentence))
}

function ordinalOf(key: string): number {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(key)
  return digits ? Number(digits[1]) : MODES.ordinal.indexOf(key) + 1
}
