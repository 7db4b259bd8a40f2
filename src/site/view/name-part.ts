import type { Period } from './divide-by-time.ts'

/** A part's name within what it is a part of, which need not be said again: "March" of "March 2016" within "2016". */
export function namePart(
  { name }: Pick<Period<unknown>, 'name'>,
  whole: Pick<Period<unknown>, 'name'> | undefined,
): string {
  return whole ? name.replace(whole.name, '').replace(/^, /, '').trim() : name
}
