import { foldWords } from '../fold-words.ts'

/** One thing that a reader asks for: a word, which may stand in another form, or a phrase, which may not. */
export interface Term {
  /** As written, without the quotation marks. */
  readonly text: string
  /** Folded words: one, or more for a phrase and for a word with a hyphen. */
  readonly words: readonly string[]
  readonly isPhrase: boolean
}

/** What stands after these is not searched; it is more than any sentence needs. */
export const MOST_TERMS = 16

const QUOTED_OR_WORD = /["“”„«»]([^"“”„«»]+)["“”„«»]|[^\s"“”„«»]+/gu

/** Reads what a reader typed: words, and phrases between quotation marks of any shape. A mark without its partner is no mark. */
export function readTerms(typed: string): Term[] {
  const terms = [...typed.matchAll(QUOTED_OR_WORD)].map(([whole, quoted]) => {
    const text = (quoted ?? whole).trim()
    return { text, words: foldWords(text).map(({ folded }) => folded), isPhrase: quoted !== undefined }
  })
  const seen = new Set<string>()
  const isNew = ({ words, isPhrase }: Term) => {
    const key = `${isPhrase} ${words.join(' ')}`
    return !seen.has(key) && Boolean(seen.add(key))
  }
  return terms.filter((term) => term.words.length > 0 && isNew(term)).slice(0, MOST_TERMS)
}
