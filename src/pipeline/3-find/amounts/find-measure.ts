import type { Range } from '../../../model/span.ts'
import type { Token } from '../../../text/tokens.ts'
import { MEASURE_WORDS, MEASURES, POINTING, STOPS } from './vocabulary.ts'

const REACH_AFTER = 6
const REACH_BEFORE = 12

/** What is said of a number. */
export interface Measure {
  readonly lemma: string
  /** True when the verb stands right beside the number: "wounding 32", "32 wounded". */
  readonly isAdjacent: boolean
}

/** Where to look, as indices of tokens. */
export interface Place {
  /** The number's first token, and the one after what is counted. */
  readonly start: number
  readonly end: number
  /** Offsets of the sentence. */
  readonly sentence: Range
}

/**
 * Finds what is said of the counted: a noun or adjective that says it ("deaths"), the verb right behind
 * ("nine civilians were killed"), else the nearest before it in the sentence ("executed up to 13,000 prisoners").
 */
export function findMeasure(tokens: readonly Token[], place: Place): Measure | undefined {
  const { start, end, sentence } = place
  const inside = tokens.slice(start, end + 1).map(({ text }) => MEASURE_WORDS.get(text.toLowerCase()))
  const lemma = inside.find((found) => found !== undefined)
  return lemma ? { lemma, isAdjacent: true } : (after(tokens, end, sentence) ?? before(tokens, start, sentence))
}

const MODAL = /^(?:to|will|would|can|could|may|might|must|shall|should|did|do|does|they|we)$/i

/** The lemma of a verb in use, not of a noun that looks alike: "the attack", "in fines". */
function verbAt(tokens: readonly Token[], at: number): string | undefined {
  const verb = MEASURES.get(tokens[at]!.text.toLowerCase())
  const previous = tokens[at - 1]?.text.toLowerCase() ?? ''
  if (!verb || (verb.form === 'base' && !MODAL.test(previous))) return undefined
  return verb.form === 'present' && (STOPS.has(previous) || POINTING.has(previous)) && previous !== 'who' ? undefined : verb.lemma
}

function after(tokens: readonly Token[], end: number, sentence: Range): Measure | undefined {
  for (let at = end; at < end + REACH_AFTER && (tokens[at]?.start ?? sentence.end) < sentence.end; at += 1) {
    if (/^[,;:—–()]$|^(?:and|but|that)$/u.test(tokens[at]!.text)) return undefined
    const lemma = verbAt(tokens, at)
    if (lemma) return { lemma, isAdjacent: at === end }
  }
  return undefined
}

function before(tokens: readonly Token[], start: number, sentence: Range): Measure | undefined {
  for (let at = start - 1; at >= start - REACH_BEFORE && (tokens[at]?.start ?? -1) >= sentence.start; at -= 1) {
    if (/^[;:]$/.test(tokens[at]!.text)) return undefined
    const lemma = verbAt(tokens, at)
    if (lemma) return { lemma, isAdjacent: at === start - 1 }
  }
  return undefined
}
