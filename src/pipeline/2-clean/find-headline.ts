import { aside, isOpen, keep, type Block, type Draft } from './block.ts'
import { findBody, isQuestion } from './find-body.ts'
import { state } from './metadata.ts'
import { rangesOf } from './trace.ts'
import { countShared, isEnded, isMediaName, isSentence, isTitleCase, stemsOf, wordsOf } from './wording.ts'

/**
 * Finds the headline among the lines before the first sentence, by the subject words it shares with the text.
 * What stands above it is not text; a sentence-like line without a full stop below it is the standfirst.
 */
export function findHeadline(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  if (body < 0) return draft
  const candidates = draft.blocks.map((_, index) => index).slice(0, body).filter((index) => isCandidate(draft.blocks[index]!))
  const headline = pickHeadline(draft.blocks, candidates, body)
  if (headline === undefined) return draft
  const blocks = draft.blocks.map((block, index) => {
    if (index === headline) return { ...block, verdict: keep('headline') }
    return isOpen(block) && index < headline ? { ...block, verdict: aside('navigation', 'clean/above-headline') } : block
  })
  const { text } = blocks[headline]!
  const metadata = { ...draft.metadata, headline: state(text, 'clean/headline', rangesOf(blocks[headline]!, draft.text)) }
  return findStandfirst({ ...draft, blocks, metadata }, headline, body)
}

function isCandidate(block: Block): boolean {
  return isOpen(block) && !/^[*•▪●·]\s/u.test(block.text) && (!isSentence(block.text) || isQuestion(block.text))
}

function pickHeadline(blocks: readonly Block[], candidates: readonly number[], body: number): number | undefined {
  const subject = stemsOf(blocks.slice(body, body + 12).filter(isOpen).map(({ text }) => text).join(' '))
  let best: number | undefined
  let most = 0
  for (const index of candidates) {
    const stems = stemsOf(blocks[index]!.text)
    const share = stems.size >= 2 && wordsOf(blocks[index]!.text).length <= 30 ? countShared(stems, subject) / (stems.size + 1) : 0
    if (share > most + 0.15) [best, most] = [index, share]
  }
  return best ?? candidates.find((index) => wordsOf(blocks[index]!.text).length >= 3 && !isMediaName(blocks[index]!.text))
}

function findStandfirst(draft: Draft, headline: number, body: number): Draft {
  const between = draft.blocks.map((_, index) => index).slice(headline + 1, body).filter((index) => isCandidate(draft.blocks[index]!))
  const [index] = between
  const block = draft.blocks[index ?? -1]
  if (index === undefined || !block || between.length > 1 || !isStandfirst(block)) return draft
  const blocks = draft.blocks.map((other, at) => (at === index ? { ...other, verdict: aside('metadata', 'clean/standfirst') } : other))
  return { ...draft, blocks, metadata: { ...draft.metadata, standfirst: state(block.text, 'clean/standfirst', rangesOf(block, draft.text)) } }
}

function isStandfirst({ text }: Block): boolean {
  const count = wordsOf(text).length
  return count >= 7 && count <= 45 && !isEnded(text) && !isTitleCase(text) && !/[:;,]$/.test(text)
}
