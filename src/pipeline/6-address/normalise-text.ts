import { sha256Of } from '../../text/hash.ts'
import { rememberTexts } from '../../text/tokens.ts'

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}]/gu
/** A dash that joins or parts words; one before a number that stands free is its sign. */
const DASH = /(?<!^|[\s([])\p{Pd}|\p{Pd}(?!\d)/gu
/** Marks other than those inside a number, its sign, and signs of measure. */
const MARK = /(?!(?<=\d)[.,:/](?=\d)|\p{Pd}|[%‰&@#])\p{P}/gu

/**
 * The form in which two texts are the same words: no case, accents, quotation marks, dashes, punctuation or
 * invisible characters. Numbers keep their separators and signs.
 */
export const normaliseText: (text: string) => string = rememberTexts((text) => {
  const letters = text
    .replace(/\s/g, ' ')
    .normalize('NFKD')
    .replace(/\u2212/g, '-')
    .replace(INVISIBLE, '')
    .toLowerCase()
  return letters
    .replace(DASH, ' ')
    .replace(MARK, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/ +/g, ' ')
    .trim()
})

/** Hash of a text's normalised form, 32 hexadecimal digits: typography does not change it, words do. */
export const hashPassageText: (text: string) => string = rememberTexts((text) =>
  sha256Of(normaliseText(text)).slice(0, 32),
)
