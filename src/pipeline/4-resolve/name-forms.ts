import { readData } from '../../text/read-data.ts'
import type { Register, RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import { rememberWords } from '../../text/tokens.ts'

const LINKS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'de', 'du', 'des', 'la', '&'])

/** Whether a printed name is an acronym: capitals, two at least. */
export function isPrintedAcronym(words: string): boolean {
  return /^(?:\p{Lu}[.&]?){2,9}$/u.test(words)
}

/** Initials of a name of two words or more, with and without its small words, in small letters; an acronym in it counts whole. */
export function initialsOfName(name: string): string[] {
  const words = foldName(name).split(' ')
  if (words.length < 2) return []
  const acronyms = new Set(name.split(/[ -]/).filter(isPrintedAcronym).map(foldName))
  const full = words.filter((word) => !LINKS.has(word))
  return [...new Set([words, full].map((list) => list.map((word) => (acronyms.has(word) ? word : word[0])).join('')))]
}

/** Whether the acronym is made of the initials of the name's words. */
export function isInitialsOf(acronym: string, name: string): boolean {
  return initialsOfName(name).includes(foldName(acronym))
}

/** Whether a name ends in the initials of another that begins like it, one initial fewer at most: "Vale NPA" for "Vale National Pilots' Association". */
export function isPartlyInitialsOf(short: string, name: string): boolean {
  const words = short.split(' ')
  const begin = words.slice(0, -1).join(' ')
  const acronym = words.at(-1)!
  if (words.length < 2 || acronym.length < 3 || !isPrintedAcronym(acronym) || !name.startsWith(`${begin} `))
    return false
  return initialsOfName(name.slice(begin.length + 1)).some(
    (initials) => initials.startsWith(foldName(acronym)) && initials.length <= acronym.length + 1,
  )
}

interface Equivalences {
  readonly equal: readonly (readonly string[])[]
  readonly letters: readonly (readonly [string, string])[]
  readonly dropped: readonly string[]
}

const { equal, letters, dropped }: Equivalences = readData('./transliteration.yml', import.meta.url)
const FIRST_OF = new Map(equal.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0]!] as const)))
const DROPPED = new Set(dropped)

/** The first of two initials written without a space: "J.R. Vale" and "J. R. Vale" are one name. */
const TIED_INITIALS = /(?<!\p{L})\p{Lu}\.(?=\p{Lu}\.)/gu

/**
 * A key under which the spellings of one foreign name meet ("Mohammad al-Okaffor", "Mohamed Okafour").
 * Too coarse to join single words: compare only names of two words and more.
 */
export function transliterationKey(name: string): string {
  return foldName(name.replace(TIED_INITIALS, '$& '))
    .split(' ')
    .filter((word) => !DROPPED.has(word))
    .map(rewrite)
    .join(' ')
}

const rewrite = rememberWords((word) => {
  let key = FIRST_OF.get(word) ?? word
  for (const [from, to] of letters) key = key.replaceAll(from, to)
  return key.replace(/(\p{L})\1/gu, '$1')
})

/**
 * Of all forms in the text, with repetitions: the one with most words, then the most frequent, then the first by code
 * point.
 */
export function fullestOf(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].sort(
    (a, b) => countWords(b[0]) - countWords(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  )[0]?.[0]
}

function countWords(form: string): number {
  return form.split(/[ -]/).length
}

/** The register's entries by the names they claim. */
export interface RegisterIndex {
  readonly byName: ReadonlyMap<string, RegisteredEntity>
  /** Full names by transliteration; absent where two entries meet. */
  readonly bySound: ReadonlyMap<string, RegisteredEntity>
  /** Entries that may be meant by a label. */
  readonly byLabel: ReadonlyMap<string, readonly RegisteredEntity[]>
}

/** Every name an entry claims for itself alone. */
export function claimsOf(entry: RegisteredEntity): string[] {
  return [entry.name, ...entry.aliases, ...entry.demonyms, ...entry.same.map(({ name }) => name)]
}

/** Indexes the register; a name claimed twice goes to the first entry (`checkRegister` reports it). */
export function indexRegister(register: Register): RegisterIndex {
  const byName = new Map<string, RegisteredEntity>()
  const byLabel = new Map<string, RegisteredEntity[]>()
  for (const entry of register) {
    for (const name of claimsOf(entry)) if (!byName.has(foldName(name))) byName.set(foldName(name), entry)
    for (const label of entry.labels) byLabel.set(foldName(label), [...(byLabel.get(foldName(label)) ?? []), entry])
  }
  return { byName, byLabel, bySound: indexSounds(register) }
}

function indexSounds(register: Register): Map<string, RegisteredEntity> {
  const bySound = new Map<string, RegisteredEntity>()
  const shared = new Set<string>()
  for (const entry of register) {
    for (const sound of new Set([entry.name, ...entry.aliases].map(transliterationKey))) {
      if (!sound.includes(' ')) continue
      if (bySound.has(sound) && bySound.get(sound) !== entry) shared.add(sound)
      bySound.set(sound, entry)
    }
  }
  for (const sound of shared) bySound.delete(sound)
  return bySound
}

/** Whether the register says that an entry and something of this name are not the same. */
export function isNotSame(entry: RegisteredEntity | undefined, keys: Iterable<string>): boolean {
  if (!entry) return false
  const apart = new Set(entry.notSame.map(({ name }) => foldName(name)))
  return [...keys].some((key) => apart.has(key))
}
