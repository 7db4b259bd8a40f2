import { readData } from '../../../../text/read-data.ts'
import { COMMON_STEMS, indexVerbForms, stemWord } from '../../words/verb-forms.ts'
import type { Word } from '../../../words.ts'
import { splitWords } from '../../../words.ts'
import type { DeniedAct, Sentence } from '../../../sentence-readers.ts'
import { MODES } from './words.ts'

/** Pronouns for the subject of the clause before. */
const INSTEAD_OF_NAMES = /^(?:he|her|his|i|it|its|our|she|their|they|we)$/u
/** Days of the week, numbers and adverbs, which are not part of the act. */
const BARE_DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^\d+$|ly$/u
/** Negations of a past act; "does not" denies no event. */
const PAST_REFUSAL = /^(?:(?:did|had|has|have|was|were) not|(?:did|had|has|have|was|were)nt)$/u
/** Prepositions beside those of place. */
const OTHER_PREPOSITIONS = ['by', 'during', 'for', 'on', 'to', 'with']
/** Turns the denied act into a plan. */
const WOULD = 'would'
/** The ending of "doing" in "denied doing it". */
const ENDS_LIKE_DOING = /ing$/u
/** Cues of a sentence that corrects the one before: "the vessel was actually a trawler". */
const CORRECTION = /\b(?:actually|in fact|in reality|proved to be|turned out to be)\b/iu
/** The auxiliary of a passive in the past. */
const BEEN = /^(?:was|were)$/u

const { verbs }: { verbs: Record<string, string> } = readData('./verbs.yml', import.meta.url)
const IRREGULAR = new Map([...indexVerbForms(verbs)].map(([form, { lemma }]) => [form, stemWord(lemma)]))
const [REJECTIONS, REFUSALS, CLAIMS, BREAKERS] = [MODES.rejection, MODES.refusal, MODES.claim, MODES.breaker].map(
  (list) => new Set(list),
) as [Set<string>, Set<string>, Set<string>, Set<string>]
const [AUXILIARIES, MODALS, SAYING] = [MODES.auxiliary, MODES.modal, MODES.saying].map((list) => new Set(list)) as [
  Set<string>,
  Set<string>,
  Set<string>,
]
const MENTAL = new Set(MODES.mental.map(lemmaOf))
const DISMISSALS = new Set(MODES.dismissal)
/** Words behind a word of dismissal in which a claim is named. */
const CLAIM = 4
const UNREAL = new Set(MODES.unreal)
const PREPOSITIONS = new Set([...MODES.locative, ...OTHER_PREPOSITIONS])
/** Words between a word of denial and "that". */
const REACH = 9
/** Words of a clause before its verb, and content words behind it. */
const DOER = 8
const OBJECTS = 4

/** Stem of a word; of an irregular verb, of its lemma. */
export function lemmaOf(key: string): string {
  return IRREGULAR.get(key) ?? stemWord(key)
}

/** Content words of a stretch as stems, without days of the week and verbs of speech. */
export function contentOf(keys: readonly string[]): string[] {
  return keys.filter((key) => !isEmpty(key)).map(lemmaOf)
}

function isEmpty(key: string): boolean {
  const isGrammar = PREPOSITIONS.has(key) || AUXILIARIES.has(key) || INSTEAD_OF_NAMES.test(key)
  return isGrammar || COMMON_STEMS.has(stemWord(key)) || SAYING.has(key) || BARE_DAY.test(key)
}

/** Reads what a sentence denies: "denied that it had locked out workers", "has not locked out workers, it said". */
export function readDenials(sentence: Sentence): DeniedAct[] {
  const words = splitWords(sentence.text)
  return words.flatMap((word, at) => {
    if (isRejection(words, at)) return readRejection(sentence, words, at) ?? []
    return REFUSALS.has(word.key) ? (readRefusal(sentence, words, at) ?? []) : []
  })
}

/**
 * Reads what a sentence corrects: behind "the navy had sunk a pirate vessel", "it was actually a trawler" denies that what
 * was sunk was a pirate vessel.
 */
export function readCorrection(sentence: Sentence, previous: Sentence | undefined): DeniedAct | undefined {
  const word = CORRECTION.exec(sentence.text)?.[0]
  if (word === undefined || !previous) return undefined
  const words = splitWords(previous.text)
  const at = words.findLastIndex(
    ({ key }, place) => AUXILIARIES.has(words[place - 1]?.key ?? '') && (/ed$/.test(key) || IRREGULAR.has(key)),
  )
  const behind = words.slice(Math.max(at, 0), at + REACH)
  const end = behind.findIndex(({ key }) => BREAKERS.has(key))
  const denied = at < 0 ? undefined : compose(previous, words[at]!, [], end < 0 ? behind : behind.slice(0, end))
  return denied && denied.objects.length > 1 ? { ...denied, word, doer: undefined } : undefined
}

function isRejection(words: readonly Word[], at: number): boolean {
  const { key } = words[at]!
  if (REJECTIONS.has(key) || !DISMISSALS.has(key)) return REJECTIONS.has(key)
  return words.slice(at + 1, at + 1 + CLAIM).some((word) => CLAIMS.has(word.key))
}

/** "Denied that X had done it", "rejected claims that X had done it", "denied doing it". */
function readRejection(sentence: Sentence, words: readonly Word[], at: number): DeniedAct | undefined {
  const that = words.slice(at + 1, at + 1 + REACH).findIndex(({ key }) => key === 'that')
  const speaker = words.slice(clauseStart(sentence.text, words, at), at)
  const from = at + 1 + (that < 0 ? 0 : that + 1)
  const clause = words.slice(from, clauseEnd(sentence.text, words, from))
  const auxiliary = clause.findIndex(({ key }) => AUXILIARIES.has(key) || key === WOULD)
  if (that < 0) {
    const first = clause.findIndex(({ key }) => !CLAIMS.has(key) && key !== 'of')
    return ENDS_LIKE_DOING.test(clause[first]?.key ?? '')
      ? compose(sentence, words[at]!, speaker, clause.slice(first))
      : undefined
  }
  if (auxiliary > 0) {
    const isPlan = clause[auxiliary]!.key === WOULD
    return compose(
      sentence,
      words[at]!,
      doerOf(clause.slice(0, auxiliary), words.slice(0, at)),
      clause.slice(auxiliary),
      isPlan,
    )
  }
  const verb = clause.findIndex(({ key }, place) => place > 0 && (/ed$/.test(key) || IRREGULAR.has(key)))
  return verb < 0
    ? undefined
    : compose(sentence, words[at]!, doerOf(clause.slice(0, verb), words.slice(0, at)), clause.slice(verb))
}

/**
 * "Police did not fire", as a separate statement; not "one bomb, which did not explode", which identifies the bomb.
 */
function readRefusal(sentence: Sentence, words: readonly Word[], at: number): DeniedAct | undefined {
  const isSaid = /[“”"]/u.test(sentence.text) || words.some(({ key }) => SAYING.has(key))
  const [before, after] = [words[at - 1]?.key ?? '', words[at + 1]?.key ?? '']
  const key = words[at]!.key
  const isUnreal = UNREAL.has(`${before} ${key}`) || UNREAL.has(`${key} ${after}`) || MODALS.has(before)
  if (!isSaid || isUnreal || !PAST_REFUSAL.test(key === 'not' ? `${before} not` : key)) return undefined
  const own = words.slice(clauseStart(sentence.text, words, at), key === 'not' ? at - 1 : at)
  const doer = own.some((one) => INSTEAD_OF_NAMES.test(one.key)) ? [...own, ...speakerOf(sentence, words)] : own
  if (contentOf(doer.map((one) => one.key)).length === 0) return undefined
  const denied = compose(sentence, words[at]!, doer, words.slice(at + 1, clauseEnd(sentence.text, words, at + 1)))
  if (denied && BEEN.test(before) && isPastForm(after)) return turnAround(denied, own)
  return denied && denied.objects.length > 0 ? denied : undefined
}

const isPastForm = (key: string) => /ed$/.test(key) || IRREGULAR.has(key)

/** "The county was not warned": in the passive, the subject is the object of the act, whoever the agent is. */
function turnAround(denied: DeniedAct, own: readonly Word[]): DeniedAct {
  return { ...denied, doer: undefined, objects: [...contentOf(own.map(({ key }) => key)), ...denied.objects] }
}

/** Who says so, behind the comma: "it had not sold mines, the ministry said". */
function speakerOf({ text }: Sentence, words: readonly Word[]): readonly Word[] {
  const at = words.findLastIndex(({ key }) => SAYING.has(key))
  return at < 0 ? [] : words.slice(clauseStart(text, words, at), at)
}

/** If the agent begins with a pronoun, it is the speaker. */
function doerOf(doer: readonly Word[], speaker: readonly Word[]): readonly Word[] {
  return doer.length === 0 || doer.some(({ key }) => INSTEAD_OF_NAMES.test(key)) ? [...doer, ...speaker] : doer
}

function compose(
  { mentions, start }: Sentence,
  word: Word,
  doer: readonly Word[],
  clause: readonly Word[],
  isPlan = false,
): DeniedAct | undefined {
  const at = clause.findIndex(({ key }) => !AUXILIARIES.has(key) && key !== WOULD && !/ly$/.test(key))
  const verb = clause[at]
  if (!verb || MENTAL.has(lemmaOf(verb.key)) || COMMON_STEMS.has(lemmaOf(verb.key))) return undefined
  const own = doer.slice(-DOER * 3)
  const isIn = (one: { start: number; end: number }) => own.some((held) => held.start < one.end && one.start < held.end)
  return {
    word: word.key,
    verb: lemmaOf(verb.key),
    doer: new Set(contentOf(own.map(({ key }) => key)).filter((stem) => !REJECTIONS.has(stem))),
    names: new Set(
      mentions
        .filter(({ span }) => isIn({ start: span.start - start, end: span.end - start }))
        .map(({ entity }) => entity),
    ),
    objects: objectsOf(clause.slice(at + 1).map(({ key }) => key)),
    isPlan,
  }
}

/** The object of an act: up to the preposition behind the first content word, "shot a guard (during a raid)". */
function objectsOf(keys: readonly string[]): string[] {
  const end = keys.findIndex((key, at) => PREPOSITIONS.has(key) && contentOf(keys.slice(0, at)).length > 0)
  return contentOf(end < 0 ? keys : keys.slice(0, end)).slice(0, OBJECTS)
}

/** Index of the first word of a word's clause. */
function clauseStart(text: string, words: readonly Word[], at: number): number {
  const from = words.slice(0, at).findLastIndex((word, place) => BREAKERS.has(word.key) || isParted(text, words, place))
  return Math.max(0, from < 0 ? 0 : BREAKERS.has(words[from]!.key) ? from + 1 : from, at - DOER)
}

function clauseEnd(text: string, words: readonly Word[], from: number): number {
  const end = words.findIndex((word, place) => place > from && (BREAKERS.has(word.key) || isParted(text, words, place)))
  return end < 0 ? words.length : end
}

/** True after a comma, a dash or a quotation mark. */
function isParted(text: string, words: readonly Word[], at: number): boolean {
  return /[,;:–—“”"]/u.test(text.slice(words[at - 1]?.end ?? 0, words[at]!.start))
}
