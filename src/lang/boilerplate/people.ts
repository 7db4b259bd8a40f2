import type { BoilerplateFile } from './schema.ts'

/** What a pack knows of those who write and send news. */
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

/** Gives the questions that can be asked with a pack's `people.yml`. */
export function readPeople(data: BoilerplateFile<'people'>): People {
  const agencies = new Map(
    data.agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]!] as const)),
  )
  const agencyOf = (name: string): string | undefined => {
    const plain = name.toLowerCase()
    return agencies.get(plain) ?? agencies.get(plain.replace(/^the /, ''))
  }
  const hasWord = (text: string, known: ReadonlySet<string>, toKey = (word: string) => word): boolean =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => known.has(toKey(word)))
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
    hasPost: (text) => hasWord(text, data.posts, (word) => word.replace(/s$/, '')),
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
