import { t } from '../text/text.ts'
import { formatList } from '../text/phrases.ts'
import type { EntityEntry } from '../../model/entry.ts'

/** Every name of an entity, its own first: those that sources print, then those that only the register gives. */
export function listNames({ name, names, unprinted = [] }: EntityEntry): string[] {
  return [...new Set([name, ...names.filter(({ form }) => form === 'name').map(({ words }) => words), ...unprinted])]
}

/** What one entity is, in a line: its description, or its kind with its other names. */
export function describeEntity({ description, kind, names, name }: EntityEntry): string {
  if (description) return description
  const others = names.filter((form) => form.form === 'name' && form.words !== name).slice(0, 2)
  const also = others.length > 0 ? t.entity.also(formatList(others.map((form) => `“${form.words}”`))) : ''
  return `${t.kinds[kind].one}${also}`
}

/** A text with exactly one full stop at its end. */
export function endSentence(text: string): string {
  return `${text.replace(/[.\s]$/, '')}.`
}

/** How many sources name an entity. */
export function countSources(entity: EntityEntry): number {
  return new Set(entity.mentions.map((mention) => mention.source)).size
}
