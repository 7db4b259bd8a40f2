import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isEnded, isSentence, wordsOf } from './wording.ts'

/** So many sentences of a press release stand above what it says about the sender. */
const FEWEST_SENTENCES = 2
const RELEASE =
  /^(?:for immediate release\b.{0,60}|(?:news|press|media) release|(?:media|press|investor)s?(?: relations)?(?: and \w{2,20})? contacts?:?)$/iu
const SENDER = /^SOURCE:? \p{Lu}[^.]{1,80}$/u
const WIRE = /(?:\/[\p{L} ]{0,8}PR ?Newswire\/|\((?:GLOBE NEWSWIRE|BUSINESS WIRE|EIN Presswire|ACCESSWIRE)\))/iu
const OPENING =
  /^(?:(?:cautionary (?:note|statement) .{0,40})?forward[- ]looking statements?|safe harbou?r.{0,60}|notes? to (?:the )?editors?|(?:media|press|investor)s?(?: relations)?(?: and \w{2,20})? (?:contacts?|inquiries|enquiries)):?$/iu
const ABOUT = /^(?:About|ABOUT) (?:the |THE )?(?!Us\b|US\b|Author|AUTHOR)[\p{Lu}\p{N}].{1,70}$/u

/**
 * Sets aside how a press release closes: "About Lund Harbour Company", "Forward-Looking Statements", "Media Contacts".
 * An article may have a heading "About the harbour" of its own, so the text must be marked as a release.
 */
export function setAsideBoilerplate(draft: Draft): Draft {
  if (!draft.blocks.some(({ text }) => RELEASE.test(text) || SENDER.test(text) || WIRE.test(text.slice(0, 160))))
    return draft
  const from = findClose(draft.blocks)
  if (from < 0) return draft
  const blocks = draft.blocks.map((block, index) =>
    isOpen(block) && index >= from ? { ...block, verdict: aside('standards', 'clean/boilerplate') } : block,
  )
  return { ...draft, blocks }
}

function findClose(blocks: readonly Block[]): number {
  let sentences = 0
  return blocks.findIndex((block) => {
    if (isOpen(block) && isSentence(block.text)) sentences += 1
    return sentences >= FEWEST_SENTENCES && isOpening(block)
  })
}

function isOpening({ text }: Block): boolean {
  return (OPENING.test(text) || ABOUT.test(text)) && wordsOf(text).length <= 10 && !isEnded(text)
}
