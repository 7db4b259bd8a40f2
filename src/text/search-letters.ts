/** Letters and signs that searches treat as equal: data of `search-words.ts`. */

/** Letters that Unicode does not decompose, in the letters that people type for them. */
export const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ƙ: 'k',
  ə: 'e',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  // Arabic: the forms of alif maqsura, ta marbuta and the Persian kaf and ya; the tatweel only stretches a word.
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ـ: '',
}

/** Signs that are read as a word. */
export const SIGNS: Readonly<Record<string, string>> = {
  '%': 'percent',
  '％': 'percent',
  '٪': 'percent',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
  '₽': 'rouble',
  '₹': 'rupee',
  '₺': 'lira',
  '₪': 'shekel',
  '₴': 'hryvnia',
}

/** Two words that are written as one as well. */
export const JOINED: Readonly<Record<string, string>> = { 'per cent': 'percent' }

/** The Arabic article, and a small word before it, where three letters or more follow. */
export const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u
