/**
 * Characters that nobody sees and that can deceive: control characters, marks that turn the direction of writing, the
 * tags of plane 14, and the halves of pairs. Line ends and tabs are not among them.
 */
const DECEIVING =
  /[\0-\x08\x0B\x0E-\x1F\x7F-\x84\x86-\x9F\u202A-\u202E\u2066-\u2069\u206A-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Cs}/gu

/** How many characters of a text can deceive a reader. */
export function countDeceiving(text: string): number {
  return text.match(DECEIVING)?.length ?? 0
}

/** The text without characters that can deceive a reader. */
export function removeDeceiving(text: string): string {
  return text.replaceAll(DECEIVING, '')
}
