/** A word of a text as searches compare it. */
export interface FoldedWord {
  readonly folded: string
  /** Range in the text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʿʾʼ]*/gu

/** A word in lower case, without accents, apostrophes and a possessive "s": "Çelik’s" as "celik". */
export function foldQueryWord(word: string): string {
  return word
    .replace(/['’]s?$/i, '')
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʿʾʼ]/gu, '')
    .toLowerCase()
}

/** The words of a text, folded, with where they stand: what lies between them never counts. */
export function foldWords(text: string): FoldedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: foldQueryWord(word),
    start: index,
    end: index + word.length,
  }))
}

/**
 * Where a run of words stands in a longer one.
 *
 * @param words folded words
 * @param run folded words that must follow each other
 * @returns index in `words` of the first word of each place
 */
export function findRuns(words: readonly string[], run: readonly string[]): number[] {
  return run.length === 0
    ? []
    : words.flatMap((_, at) => (run.every((word, step) => words[at + step] === word) ? [at] : []))
}
