import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isSentence } from './wording.ts'

/** So many sentences stand above the comments of readers. */
const FEWEST_SENTENCES = 3
/** So many marks of a comment tell the comments themselves from a button that leads to them. */
const FEWEST_MARKS = 2
const LABEL =
  /^(?:(?:\d[\d.,]{0,6} )?(?:comments?|responses|replies)(?: \(\d{1,5}\))?:?|(?:(?:reader|readers'|user) )?comments?:?|(?:join|start) the (?:conversation|discussion)|(?:\d{1,4} )?(?:comments|responses|thoughts) (?:on|to) .{2,200}|discussion about this post|(?:top|most|best)[- ](?:rated|liked) comments)$/iu
const BUTTON =
  /^(?:reply|report|like|dislike|flag|upvote|downvote|respect|expand full comment|rating: \d{1,5} votes?|liked by .{2,40}|.{2,60} (?:says|writes):)$/iu
const AGO = /^\d{1,2} ?(?:s|m|h|d|w|mins?|minutes?|hours?|days?|weeks?|months?) ago$/iu
/** The first comment stands so close to the label. */
const NEAR = 6

/** Sets aside what readers wrote below the text: everything under a label such as "12 Comments" that has buttons to reply. */
export function setAsideComments(draft: Draft): Draft {
  const label = findLabel(draft.blocks)
  if (label < 0) return draft
  const blocks = draft.blocks.map((block, index) =>
    isOpen(block) && index >= label ? { ...block, verdict: aside('comment', 'clean/reader-comment') } : block,
  )
  return { ...draft, blocks }
}

function findLabel(blocks: readonly Block[]): number {
  let sentences = 0
  const label = blocks.findIndex((block) => {
    if (isOpen(block) && isSentence(block.text)) sentences += 1
    return sentences >= FEWEST_SENTENCES && LABEL.test(block.text)
  })
  const below = label < 0 ? [] : blocks.slice(label + 1)
  const marks = below.filter(({ text }) => BUTTON.test(text) || AGO.test(text))
  const isNear = below.slice(0, NEAR).some((block) => marks.includes(block))
  return isNear && marks.length >= FEWEST_MARKS && marks.some(({ text }) => BUTTON.test(text)) ? label : -1
}
