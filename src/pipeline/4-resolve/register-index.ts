import type { Register, RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import { transliterationKey } from './name-forms.ts'

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
export function isKeptApart(entry: RegisteredEntity | undefined, keys: Iterable<string>): boolean {
  if (!entry) return false
  const apart = new Set(entry.notSame.map(({ name }) => foldName(name)))
  return [...keys].some((key) => apart.has(key))
}
