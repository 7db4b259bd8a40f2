import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isEnded, isSentence, wordsOf } from './wording.ts'

/** Sets aside the lists of other articles: after a label such as "Read more", and in the run of headlines that closes a file. */
export function setAsideRelated(draft: Draft): Draft {
  const last = draft.blocks.findLastIndex((block) => block.verdict?.as === 'passage' || (isOpen(block) && isSentence(block.text) && !isTeaser(block)))
  const tail = draft.blocks.slice(last + 1).filter(isOpen)
  const isRun = tail.length > 1 || draft.blocks.slice(last + 1).some(isRelatedLabel)
  let isListed = false
  const blocks = draft.blocks.map((block, index) => {
    isListed = isRelatedLabel(block) || (isListed && (!isOpen(block) || !isSentence(block.text)))
    if (!isOpen(block) || last < 0) return block
    if (index > last && isRun) return { ...block, verdict: aside('related', 'clean/related-run') }
    return isListed && isHeadlineLike(block) ? { ...block, verdict: aside('related', 'clean/related-list') } : block
  })
  return { ...draft, blocks }
}

function isRelatedLabel(block: Block): boolean {
  return block.verdict?.as === 'aside' && block.verdict.rule === 'clean/related-label'
}

function isHeadlineLike({ text }: Block): boolean {
  const count = wordsOf(text).length
  return count >= 2 && count <= 20 && !isEnded(text)
}

/** A headline that asks or exclaims ends as a sentence does. */
function isTeaser({ text }: Block): boolean {
  return /[?!]["”’']?$/u.test(text) && wordsOf(text).length <= 14
}
