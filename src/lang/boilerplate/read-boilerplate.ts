import { readData } from '../../text/read-data.ts'
import { isEnded, wordsOf } from '../../text/lines.ts'
import { makePatternList } from '../../text/pattern-list.ts'
import { rememberWords } from '../../text/tokens.ts'
import type { PrintedDays } from './printed-days.ts'
import { readPrintedDays } from './printed-days.ts'
import type { BoilerplateFile, LineRule } from './schema.ts'
import { FILES } from './schema.ts'

/**
 * The boilerplate patterns of a language's pack: lines that publishers add to a text, and lines that name its author
 * and date.
 */
export interface Boilerplate extends Wording, People, PrintedDays {
  readonly people: BoilerplateFile<'people'>
  readonly dates: BoilerplateFile<'dates'>
  readonly wording: BoilerplateFile<'wording'>
  readonly captions: BoilerplateFile<'captions'>
  readonly notes: BoilerplateFile<'notes'>
  readonly promotions: BoilerplateFile<'promotions'>
  readonly boxes: BoilerplateFile<'boxes'>
  /** True for a lower-case word of the language that is in the pack. */
  readonly isWord: (word: string) => boolean
  /** The first rule that excludes a whole line, if one does. */
  readonly findLineRule: (text: string) => { readonly rule: string; readonly kind: string } | undefined
  /** True if a word of a text is a word of excluded lines: "Social Sharing" is not a person. */
  readonly hasLineWord: (text: string) => boolean
}

/**
 * Reads the `boilerplate/` folder of a pack.
 *
 * @param folder ends in a slash; `../calendar.yml` from it names the months and weekdays
 * @param isWord whether a word in lower case is one of the language
 * @throws when a file lacks an entry or has an unknown one
 */
export function readBoilerplate(folder: URL, isWord: Boilerplate['isWord'] = () => false): Boilerplate {
  const calendar = readData<Record<string, unknown>>('../calendar.yml', folder)
  const read = <Name extends keyof typeof FILES>(name: Name, shared = {}): BoilerplateFile<Name> => {
    const data = readData(`${name}.yml`, folder)
    return FILES[name].parse(Array.isArray(data) ? data : fillIn({ ...shared, ...(data as object) })) as never
  }
  const [people, dates, wording, lines] = [read('people'), read('dates', calendar), read('wording'), read('lines')]
  return {
    ...readWording(wording),
    ...readPeople(people),
    ...readPrintedDays(dates),
    ...{ people, dates, wording, isWord },
    captions: read('captions'),
    notes: read('notes'),
    promotions: read('promotions'),
    boxes: read('boxes'),
    findLineRule: findLineRule(lines),
    hasLineWord: listLineWords(lines),
  }
}

/** Replaces each `<<key>>` by the words or the pattern under that key. */
function fillIn(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]))
    if (typeof value !== 'string') return value
    return value.replaceAll(/<<(\w+)>>/g, (_, key: string) => [fill(data[key])].flat().join('|'))
  }
  return fill(data) as Record<string, unknown>
}

/** Returns a function that gives the first of the line rules that excludes a whole line. */
export function findLineRule(rules: readonly LineRule[]): (text: string) => LineRule | undefined {
  const patterns = makePatternList(rules.flatMap((rule) => rule.patterns))
  const ruleOf = rules.flatMap((rule) => rule.patterns.map(() => rule))
  const isLine = makeLineReader(rules)
  return (text) => {
    const bare = text.replace(/^[^\p{L}\p{N}([@.]{1,8}|^\((?=\p{Lu}[^()]{8,400}\)$)/u, '').trim()
    const plain = isLine(text)
    const fitting = new Set(patterns.findFitting(bare).map((pattern) => ruleOf[pattern]!))
    if (plain === undefined && fitting.size === 0) return undefined
    const count = wordsOf(text).length
    return rules.find(
      (rule) =>
        count <= rule.words &&
        !(rule.isUnended && text.endsWith('.')) &&
        ((plain !== undefined && rule.lines.has(plain)) || fitting.has(rule)),
    )
  }
}

/** Most marks at either edge of a line. */
const MARKS = 20

/** Returns a function that gives a line in lower case without the marks at its edges, if a rule has that line. */
function makeLineReader(rules: readonly LineRule[]): (text: string) => string | undefined {
  const lines = new Set(rules.flatMap((rule) => [...rule.lines]))
  const longest = Math.max(0, ...[...lines].map(({ length }) => length)) + 2 * MARKS
  return (text) => {
    const lower = text.toLowerCase()
    if (lower.length > longest) return undefined
    const plain = lower.replace('’', "'").replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '')
    return lines.has(plain) ? plain : undefined
  }
}

/** Returns a function that says whether a word of a text is in a line that the rules exclude. */
function listLineWords(rules: readonly LineRule[]): (text: string) => boolean {
  const words = new Set(rules.flatMap(({ lines }) => [...lines]).flatMap((line) => line.split(/[^\p{L}]+/u)))
  return (text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 1 && words.has(word))
}

/** Readers of a line's shape by its words. */
export interface Wording {
  /** True when the last word cannot end a phrase: "the talks in". */
  readonly isDangling: (text: string) => boolean
  /** True when every word that is not small begins with a capital or a figure. */
  readonly isTitleCase: (text: string) => boolean
  /** True when a name closes with a word such as "Gazette" or "TV", or is an address such as "northport.com". */
  readonly isMediaName: (text: string) => boolean
  /** The subject words of a text, cut to six letters so that "talk" meets "talks". */
  readonly stemsOf: (text: string) => Set<string>
}

/** Makes the readers from a pack's `wording.yml`. */
function readWording({ dangling, small, empty, media }: BoilerplateFile<'wording'>): Wording {
  const isTitleCase = (text: string): boolean => {
    const words = wordsOf(text).filter((word) => !small.has(word))
    return words.length > 0 && words.every((word) => /^(?:\p{Ll}{1,3}[-'’])?[\p{Lu}\p{Lt}\p{N}]/u.test(word))
  }
  /** "" for a word that says nothing of a subject. */
  const stemOf = rememberWords((word) => {
    const plain = word.toLowerCase().replace(/['’]s$/, '')
    return plain.length > 2 && !empty.has(plain) ? plain.slice(0, 6).replace(/(?:es|s)$/, '') : ''
  })
  return {
    isTitleCase,
    isDangling(text) {
      const last = wordsOf(text.slice(-30)).at(-1)
      return !isEnded(text) && (text.endsWith(',') || (last !== undefined && dangling.has(last) && text.endsWith(last)))
    },
    isMediaName(text) {
      const words = wordsOf(text)
      return (
        isTitleCase(text) && words.length <= 6 && (media.has(words.at(-1) ?? '') || /\.(?:com|net|org)$/u.test(text))
      )
    },
    stemsOf(text) {
      const stems = new Set<string>()
      for (const word of wordsOf(text)) {
        const stem = stemOf(word)
        if (stem !== '') stems.add(stem)
      }
      return stems
    },
  }
}

/** Readers of the names of authors, agencies and outlets. */
export interface People {
  /** True for a name by which a news agency is credited. */
  readonly isAgency: (name: string) => boolean
  /** True when two names credit one agency: "AP" and "The Associated Press". */
  readonly isSameCredit: (first: string, second: string) => boolean
  /** True when one of the words names an office or a place of work: "Staff Writer". */
  readonly hasRole: (text: string) => boolean
  /** True when one of the words names a person's work at a paper, alone or in the plural: "Senior Reporter". */
  readonly hasPost: (text: string) => boolean
  /** True when one of the words names a section of a page: "Middle East", "Climate Change". */
  readonly isSection: (text: string) => boolean
  /** The words that open a byline: "By Ada Vale". */
  readonly bylineOpener: RegExp
  /** The names of a list such as "Reuters, AFP, and TASS". */
  readonly splitNames: (text: string) => string[]
  /** True for two to five capitalised words that can be a person's name; an acronym is in none, unless all is in capitals. */
  readonly isPersonName: (text: string) => boolean
}

/** Makes the readers from a pack's `people.yml`. */
function readPeople(data: BoilerplateFile<'people'>): People {
  const agencies = new Map(
    data.agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]!] as const)),
  )
  const agencyOf = (name: string): string | undefined => {
    const plain = name.toLowerCase()
    const bare = plain.startsWith(`${data.article} `) ? plain.slice(data.article.length + 1) : plain
    return agencies.get(plain) ?? agencies.get(bare)
  }
  const hasWord = (text: string, known: ReadonlySet<string>, toKey = (word: string) => word): boolean =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => known.has(toKey(word)))
  const singular = (word: string): string => (word.endsWith(data.plural) ? word.slice(0, -data.plural.length) : word)
  const joint = new RegExp(`\\s{0,4}[,;/|&]\\s{0,4}(?:${data.and}\\s{1,4})?|\\s{1,4}${data.and}\\s{1,4}`, 'u')
  const person = new RegExp(
    `^\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:${data.particles.join('|')})[ -])?\\p{Lu}[\\p{L}.'’-]*){1,4}$`,
    'u',
  )
  return {
    isAgency: (name) => agencyOf(name) !== undefined,
    isSameCredit: (first, second) =>
      first === second || (agencyOf(first) !== undefined && agencyOf(first) === agencyOf(second)),
    hasRole: (text) => hasWord(text, data.roles),
    hasPost: (text) => hasWord(text, data.posts, singular),
    isSection: (text) => hasWord(text, data.sections),
    bylineOpener: new RegExp(`^(?:${data.openers.join('|')})\\s*:?\\s+`, 'iu'),
    splitNames: (text) =>
      text
        .split(joint)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    isPersonName: (text) =>
      !(/\p{Ll}/u.test(text) && /\b\p{Lu}{3,}\b/u.test(text)) && person.test(text) && !hasWord(text, data.noNames),
  }
}
