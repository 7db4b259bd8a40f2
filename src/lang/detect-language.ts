import { readData } from '../text/read-data.ts'
import { type LanguagePack, UNKNOWN_LANGUAGE } from './pack.ts'
import { packFor, PACKS } from './packs.ts'

/** A detected language, with the rule and its reason. */
export interface DetectedLanguage {
  /** BCP 47 code; `und` for a language that the program does not know. */
  readonly language: string
  readonly rule: 'boilerplate/language' | 'boilerplate/language-assumed'
  /** The reasoning in a sentence. */
  readonly reason: string
}

const lists: Readonly<Record<string, readonly string[]>> = readData('./stop-words.yml', import.meta.url)

/** Scripts that one language is written in, for which a word count is not needed or not possible. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
]

/** Only the beginning of a text is read, in UTF-16 code units. */
const READ = 20_000
/** Share of the letters that are of a script, from which on the script decides; kana are a third of Japanese letters. */
const OF_SCRIPT = 0.3
/** Frequent words are a fifth to a half of prose, a tenth where names and figures fill a text. */
const LEAST_SHARE = 0.1
/** Fewer different frequent words could be names or a quotation; where not one of the assumed language is there, two are enough. */
const LEAST_DIFFERENT = 4
const LEAST_DIFFERENT_ALONE = 2
/** By how much the language must lead before the next: neighbours share words. */
const LEAD = 1.2
/** A text with this many words contains some frequent words of its language. */
const ENOUGH_WORDS = 40
/** Below this share a text of enough words is not in the assumed language: a table or a recipe still has a few in a hundred. */
const TOO_FEW = 0.015

/**
 * Detects the language of a text by the share of each language's frequent words in it (Grefenstette 1995, "Comparing
 * two language identification schemes"), or by its script if only one language uses it.
 *
 * @param assumed the language unless the text contradicts it: the dossier's language
 */
export function detectLanguage(text: string, assumed: string, packs = PACKS): DetectedLanguage {
  const read = text.slice(0, READ)
  const byScript = detectByScript(read)
  if (byScript) return byScript
  const words = countWords(read)
  const own = primaryOf(assumed)
  const [best, next] = rank(words, packs)
  const ownShare = shareOf(words, stopWordsOf(own, packs))
  const least = ownShare?.different === 0 ? LEAST_DIFFERENT_ALONE : LEAST_DIFFERENT
  if (best && best.share >= LEAST_SHARE && best.different >= least && best.share >= LEAD * (next?.share ?? 0))
    return detected(
      best.language === own ? assumed : best.language,
      `${Math.round(100 * best.share)} % of its words are frequent ones of this language.`,
    )
  if (words.total >= ENOUGH_WORDS && ownShare && (ownShare.share < TOO_FEW || isOutnumbered(ownShare, best)))
    return detected(UNKNOWN_LANGUAGE, `Its frequent words are not those of ${assumed}, and no other language fits.`)
  return {
    language: assumed,
    rule: 'boilerplate/language-assumed',
    reason: 'Too few frequent words to tell; nothing speaks against the language of the dossier.',
  }
}

const detected = (language: string, reason: string): DetectedLanguage => ({
  language,
  rule: 'boilerplate/language',
  reason,
})
const primaryOf = (language: string) => language.toLowerCase().split('-')[0]!

/** Whether the words are those of another language, even if it cannot be distinguished from a similar one. */
const isOutnumbered = (own: Omit<Share, 'language'>, best: Share | undefined) =>
  best !== undefined && best.share >= LEAST_SHARE && best.different >= LEAST_DIFFERENT && best.share >= 2 * own.share

/** A letter of any of them, in one pass over a text that has none. */
const ANY_SCRIPT = new RegExp(SCRIPTS.map(([, script]) => script.source).join('|'), 'u')

function detectByScript(text: string): DetectedLanguage | undefined {
  if (!ANY_SCRIPT.test(text)) return undefined
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const found = SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) > OF_SCRIPT * letters)
  return found && detected(found[0], 'It is written in the script of this language.')
}

/** The words of a text with their counts, and their total. */
interface Counted {
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

function countWords(text: string): Counted {
  const words = new Map<string, number>()
  const all = text.toLowerCase().match(/[a-z]+(?=[ ,.;:!?)”"]|$)|[\p{L}\p{M}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, total: all.length }
}

/** How much of a text a language's frequent words make up. */
interface Share {
  readonly language: string
  readonly share: number
  readonly different: number
}

function rank(words: Counted, packs: ReadonlyMap<string, LanguagePack>): Share[] {
  const languages = new Set([...packs.keys(), ...Object.keys(lists)])
  return [...languages]
    .map((language) => ({ language, ...shareOf(words, stopWordsOf(language, packs))! }))
    .sort((a, b) => b.share - a.share)
}

function shareOf(
  { words, total }: Counted,
  stopWords: ReadonlySet<string> | undefined,
): Omit<Share, 'language'> | undefined {
  if (!stopWords) return undefined
  let [count, different] = [0, 0]
  for (const word of stopWords) {
    const times = words.get(word)
    if (times === undefined) continue
    count += times
    different += 1
  }
  return { share: count / Math.max(1, total), different }
}

const known = new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words)]))

function stopWordsOf(language: string, packs: ReadonlyMap<string, LanguagePack>): ReadonlySet<string> | undefined {
  return packFor(language, packs)?.stopWords ?? known.get(language)
}
