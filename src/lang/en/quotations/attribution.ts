import type { CreditedPhrase } from './credited-phrase.ts'

/** Quoted words with the words that stand for their speaker, before pronouns are resolved. */
export interface Attribution {
  /** The paragraph's index, and which of its quoted texts. */
  readonly paragraph: number
  readonly quoted: number
  /** True when the words open a sentence or follow a comma or colon, and so can be a sentence themselves. */
  readonly standsAlone: boolean
  readonly phrase?: CreditedPhrase
  readonly rule: string
}

/** A speaker's words and the rule that found them. */
export type Credited = Required<Pick<Attribution, 'phrase' | 'rule'>>
