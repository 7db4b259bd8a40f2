import type { Stated } from '../../../model/extracted.ts'
import type { ReadBlock } from '../formats/format.ts'
import { findDay } from '../dates/find-day.ts'
import { splitAuthors } from './read-metadata.ts'

const NAME =
  "\\p{Lu}[\\p{L}'’.-]{1,24}(?: (?:de|van|der|den|von|da|di|del|la|le|el|al|bin|ibn|ter|ten))*(?: \\p{Lu}[\\p{L}'’.-]{0,24}){1,3}"
const NAMES = `${NAME}(?:(?:, | and | & | und | et | y )${NAME}){0,4}`
const LINE = new RegExp(
  `^(?:by |von |par |por |di |door )?(?<names>${NAMES})(?:(?:\\s*[,|·•–—-]\\s*|\\s+(?=\\d))(?<rest>.{4,60}))?$`,
  'u',
)

/**
 * Author and day of a line between headline and text, as “Ines Okafor, 28 February 2023”. A name is read only where a
 * day stands beside it or “by” before it.
 */
export function readBylineLine(blocks: readonly ReadBlock[]): Stated[] {
  return blocks
    .filter(({ role }) => role === 'credit')
    .flatMap(({ text, place }): Stated[] => {
      const { names, rest } = LINE.exec(text)?.groups ?? {}
      const day = findDay(rest ?? text)
      const where = `line “${text.slice(0, 60)}”${place?.element ? `, ${place.element}` : ''}`
      const isNamed = names !== undefined && (day !== undefined || /^(?:by|von|par|por|di|door) /iu.test(text))
      return [
        ...(isNamed ? [{ field: 'authors' as const, value: splitAuthors(names), place: where }] : []),
        ...(day && text.length < 80 ? [{ field: 'date' as const, value: day, place: where, words: rest ?? text }] : []),
      ]
    })
}

const NAME_LINE = new RegExp(`^(?:by |von |par |por |di |door )?${NAMES}$`, 'u')

/** True for a line that holds names of people and nothing else, as far as their form tells. */
export function isNameLine(text: string): boolean {
  return NAME_LINE.test(text) && text.split(' ').length <= 9
}
