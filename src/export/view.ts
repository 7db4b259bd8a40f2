import type { Published } from '../markup/vocabulary.ts'
import type { DateInterval } from '../model/date.ts'
import type { PassageReference } from '../model/entry.ts'
import { daysInMonth } from '../text/calendar.ts'

/** Prefix of every address: the site as `https://dossier.example/harbour`, or nothing where none is set. */
export function siteOf({ settings }: Published): string {
  return settings.site?.replace(/\/$/, '') ?? ''
}

/** The path of a page from the dossier's root. */
export function pathOf({ pages }: Published, id: string): string {
  const page = pages.get(id)
  if (!page) throw new Error(`Unexpected id ${id}, expected that of a page`)
  return page.address
}

/** The address of a page: whole when the dossier says where it is hosted, else from its root. */
export function fullAddressOf(view: Published, id: string): string {
  return siteOf(view) + pathOf(view, id)
}

/** The address of a passage. */
export function addressOfPassage(
  view: Published,
  { source, passage }: Pick<PassageReference, 'source' | 'passage'>,
): string {
  return `${fullAddressOf(view, source)}#${passage}`
}

/**
 * The interval as the one ISO date that means it: `2017-02-13`, `2017-02` or `2017`. Nothing for any other interval,
 * which a format without ranges cannot hold.
 */
export function datePrefix({ lo, hi }: DateInterval): string | undefined {
  if (lo === undefined || lo === hi) return lo
  const [year, month] = [lo.slice(0, 4), lo.slice(0, 7)]
  if (lo === `${year}-01-01` && hi === `${year}-12-31`) return year
  const last = daysInMonth(Number(year), Number(lo.slice(5, 7)))
  return lo === `${month}-01` && hi === `${month}-${last}` ? month : undefined
}
