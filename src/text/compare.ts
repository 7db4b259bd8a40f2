/**
 * Orders two strings by UTF-16 code unit, the same in every locale: the only order that anything written uses.
 *
 * @returns negative, zero or positive, as `Array.prototype.sort` expects
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
