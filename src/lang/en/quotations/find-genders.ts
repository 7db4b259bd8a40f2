import type { Mention } from '../../../model/mention.ts'
import { genderOfGivenName } from '../roles/person-facts.ts'
import { FEMININE, MASCULINE } from './vocabulary.ts'

/**
 * Whether the persons of a source are men or women, as the words right before their names tell: "Ms Vale",
 * "spokesman Jon Lund", or the given name. By the last word of the name, in small letters; one that two differ over is left out.
 *
 * @param texts texts of the passages by ordinal
 */
export function findGenders(
  texts: ReadonlyMap<number, string>,
  mentions: readonly Mention[],
): ReadonlyMap<string, 'f' | 'm'> {
  const told = new Map<string, Set<'f' | 'm'>>()
  for (const { span, kind, form } of mentions) {
    const text = texts.get(span.passage)
    const gender =
      kind === 'person' && form === 'name' && text
        ? (genderBefore(text, span.start) ?? genderOfFirst(text.slice(span.start, span.end)))
        : undefined
    const name = gender && /[\p{L}\p{M}]{1,60}$/u.exec(text!.slice(span.start, span.end))?.[0].toLowerCase()
    if (name) told.set(name, (told.get(name) ?? new Set()).add(gender))
  }
  return new Map([...told].flatMap(([name, genders]) => (genders.size === 1 ? [[name, [...genders][0]!]] : [])))
}

/** The gender that the first word of a name usually shows; a lone word only where it is a given name. */
const genderOfFirst = (name: string) => genderOfGivenName(name.split(' ')[0]!)

function genderBefore(text: string, start: number): 'f' | 'm' | undefined {
  const word = /(\p{L}{1,40})\.?\s$/u.exec(text.slice(Math.max(0, start - 42), start))?.[1]?.toLowerCase() ?? ''
  return FEMININE.has(word) ? 'f' : MASCULINE.has(word) ? 'm' : undefined
}
