const LONGEST = 60

/**
 * The readable part of an address: ASCII letters and digits with hyphens, cut after a word.
 *
 * @param name title or name
 * @param fallback used when no letter of the name has an ASCII form
 */
export function makeSlug(name: string, fallback: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/[\p{M}'’‘ʼ]/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + word.length >= LONGEST) break
    slug += (slug && '-') + word.slice(0, LONGEST)
  }
  return slug || fallback
}
