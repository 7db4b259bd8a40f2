/** A schema.org description as the text of a script element: no `<` in it can end the element. */
export function writeJsonLd(data: Record<string, unknown>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}
