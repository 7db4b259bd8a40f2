import { wordsOf } from '../../../text/line-shape.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { exclude, excludedBy, isHeadline, isOpen, takePart, type Block, type Draft } from '../trace/block.ts'
import { rangesOf, sliceTrace } from '../trace/trace.ts'
import { state } from './metadata.ts'

/** What a page's title says after the headline: "Council votes | Northport Gazette". */
const SUFFIX = /\s(?<bar>[|–—-]|::)\s(?<name>[^|–—]{2,50})$/u

const NAMING = new Set(['clean/above-headline', 'clean/below-headline'])

/** A line that names the publisher is among so many first lines, or so many below the headline. */
const MASTHEAD = 4

/** Reads the publisher from a line that only names it above or right below the headline, or from the end of the page's title. */
export function readPublisher(draft: Draft, pack: Boilerplate): Draft {
  const at = draft.blocks.findIndex(isHeadline)
  if (at < 0) return draft
  const cut = cutSuffix(draft, at, pack)
  if (cut.metadata.publisher && cut.metadata.publisher.rule !== 'clean/copyright') return cut
  const lead = cut.blocks.findIndex((block, index) => index > at && (isOpen(block) || block.decision?.as === 'passage'))
  for (const [index, block] of cut.blocks.slice(0, Math.max(at, lead)).entries()) {
    const isNear = index < MASTHEAD || (index > at && index <= at + MASTHEAD)
    const name =
      isNear && isPublisherLine(block, pack) ? block.text : suffixOf(block.text, cut.metadata.headline?.value, pack)
    if (name === undefined) continue
    const from = block.text.lastIndexOf(name)
    const evidence = rangesOf(sliceTrace(block, from, block.text.length), cut.text)
    return { ...cut, metadata: { ...cut.metadata, publisher: state(name, 'clean/publisher-line', evidence) } }
  }
  return cut
}

function isPublisherLine(block: Block, pack: Boilerplate): boolean {
  const { text } = block
  const words = wordsOf(text).filter((word) => !pack.wording.small.has(word.toLowerCase()))
  const isMenu = words.filter(pack.hasLineWord).length > words.length / 2
  return NAMING.has(excludedBy(block) ?? '') && pack.isMediaName(text) && wordsOf(text).length >= 2 && !isMenu
}

/** The name after the headline, when the line repeats the headline and a bar follows. */
function suffixOf(text: string, headline: string | undefined, pack: Boilerplate): string | undefined {
  const match = SUFFIX.exec(text)
  const name = match?.groups!.name
  if (!match) return undefined
  const isName = name !== undefined && pack.isTitleCase(name) && wordsOf(name).length <= 5
  const isRepeated = headline !== undefined && headline.length <= match.index && text.startsWith(headline)
  return isName && isRepeated ? name : undefined
}

/** Takes the publisher's name off the end of the headline itself, where it has the form of one. */
function cutSuffix(draft: Draft, at: number, pack: Boilerplate): Draft {
  const block = draft.blocks[at]!
  const match = SUFFIX.exec(block.text)
  const name = match?.groups!.name
  if (!match || name === undefined || !pack.isMediaName(name) || wordsOf(block.text.slice(0, match.index)).length < 3)
    return draft
  const parts = takePart(block, match.index, block.text.length, exclude('metadata', 'clean/publisher-suffix'))
  const [headline] = parts
  const publisher = state(
    name,
    'clean/publisher-suffix',
    rangesOf(sliceTrace(block, block.text.length - name.length, block.text.length), draft.text),
  )
  const metadata = {
    ...draft.metadata,
    headline: state(headline!.text, 'clean/headline', rangesOf(headline!, draft.text)),
  }
  const blocks = draft.blocks.flatMap((other, index) => (index === at ? parts : [other]))
  return { ...draft, blocks, metadata: { publisher, ...metadata } }
}
