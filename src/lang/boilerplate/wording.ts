import { isEnded, wordsOf } from '../../text/line-shape.ts'
import type { BoilerplateFile } from './schema.ts'

/** What the words of a line say of its shape. */
export interface Wording {
  /** True when the last word calls for another: "the talks in". */
  readonly isDangling: (text: string) => boolean
  /** True when every word that is not small begins with a capital or a figure. */
  readonly isTitleCase: (text: string) => boolean
  /** True when a name closes with a word such as "Gazette" or "TV", or is an address such as "northport.com". */
  readonly isMediaName: (text: string) => boolean
  /** The subject words of a text, cut to six letters so that "talk" meets "talks". */
  readonly stemsOf: (text: string) => Set<string>
}

/** Gives the questions that can be asked with a pack's `wording.yml`. */
export function readWording({ dangling, small, empty, media }: BoilerplateFile<'wording'>): Wording {
  const isTitleCase = (text: string): boolean => {
    const words = wordsOf(text).filter((word) => !small.has(word))
    return words.length > 0 && words.every((word) => /^(?:\p{Ll}{1,3}[-'’])?[\p{Lu}\p{Lt}\p{N}]/u.test(word))
  }
  return {
    isTitleCase,
    isDangling(text) {
      const last = wordsOf(text.slice(-30)).at(-1)
      return !isEnded(text) && (text.endsWith(',') || (last !== undefined && dangling.has(last) && text.endsWith(last)))
    },
    isMediaName(text) {
      const words = wordsOf(text)
      return (
        isTitleCase(text) && words.length <= 6 && (media.has(words.at(-1) ?? '') || /\.(?:com|net|org)$/u.test(text))
      )
    },
    stemsOf(text) {
      const words = wordsOf(text).map((word) => word.toLowerCase().replace(/['’]s$/, ''))
      return new Set(
        words
          .filter((word) => word.length > 2 && !empty.has(word))
          .map((word) => word.slice(0, 6).replace(/(?:es|s)$/, '')),
      )
    },
  }
}
