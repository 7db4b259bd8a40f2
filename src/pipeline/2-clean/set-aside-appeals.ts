import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isQuestion } from './find-body.ts'
import { isSentence, wordsOf } from './wording.ts'

/** Words that a publisher has for itself and for what it wants of its readers. */
const APPEAL =
  /\bour (?:award-winning )?(?:articles|app|apps|community|coverage|journalis(?:m|ts)|mission|newsletters?|newsroom|newspaper|platform|readers|reporters|reporting|site|stories|subscribers|supporters|website|work)\b|\b(?:become a|as a) (?:member|subscriber|supporter)\b|\b(?:donat(?:e|ion)|newsletter|subscribe|subscription|inbox)\b/iu
const READER = /\b(?:you|your|you[’']re|us|we)\b/iu
const REPORTED = /["“”]|\b(?:said|says|told|according to)\b/iu
/** A sentence of fewer words says too little to be told from a call. */
const FEWEST_WORDS = 8

/**
 * Sets aside the words to its readers that a publisher closes with: from the first that speaks of its own work, when
 * below it stand only lines, questions and sentences to the reader.
 */
export function setAsideAppeals(draft: Draft): Draft {
  const last = draft.blocks.findLastIndex((block) => isOpen(block) && !isClosing(block))
  const from = draft.blocks.findIndex((block, index) => index > last && last >= 0 && isOpen(block) && isAppeal(block))
  if (from < 0) return draft
  const blocks = draft.blocks.map((block, index) =>
    index >= from && isOpen(block) ? { ...block, verdict: aside('subscribe', 'clean/appeal') } : block,
  )
  return { ...draft, blocks }
}

function isClosing({ text }: Block): boolean {
  if (!isSentence(text) || isQuestion(text)) return true
  return !REPORTED.test(text) && (READER.test(text) || APPEAL.test(text) || wordsOf(text).length < FEWEST_WORDS)
}

function isAppeal({ text }: Block): boolean {
  return !REPORTED.test(text) && APPEAL.test(text) && READER.test(text)
}
