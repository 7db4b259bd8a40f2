/** Control characters, line and paragraph separators, directional marks and lone surrogates. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

/**
 * A value as every citation format may hold it: one line, no control characters, single spaces. Nothing in a source's
 * title can thus begin another field or another record.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
}

/** An address as formats hold it verbatim: http or https, with the characters encoded that end a field somewhere. */
export function cleanUrl(address: string): string | undefined {
  const url = URL.parse(cleanText(address))
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined
  return url.href.replace(/[{}\\|<>"'`^[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
