import { wordsOf } from '../../../text/lines.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Metadata } from '../../../model/source.ts'
import { exclude, excludedBy, isHeadline, isOpen, takePart, type Block, type Draft } from '../trace/block.ts'
import { rangesOf, sliceTrace } from '../trace/trace.ts'
import { addCredits, state } from './read-fields.ts'

/** The end of a page's title: "Council votes | Northport Gazette". */
const SUFFIX = /\s(?<bar>[|–—-]|::)\s(?<name>[^|–—]{2,50})$/u

const NAMING = new Set(['boilerplate/above-headline', 'boilerplate/below-headline'])

/** How many lines from the top, or below the headline, are searched for the publisher's name. */
const MASTHEAD = 4

/** Reads the publisher from a line that only names it above or right below the headline, or from the end of the page's title. */
export function readPublisher(draft: Draft, pack: Boilerplate): Draft {
  const at = draft.blocks.findIndex(isHeadline)
  if (at < 0) return draft
  const cut = cutSuffix(draft, at, pack)
  if (cut.metadata.publisher && cut.metadata.publisher.rule !== 'boilerplate/copyright') return cut
  const lead = cut.blocks.findIndex((block, index) => index > at && (isOpen(block) || block.decision?.as === 'passage'))
  for (const [index, block] of cut.blocks.slice(0, Math.max(at, lead)).entries()) {
    const isNear = index < MASTHEAD || (index > at && index <= at + MASTHEAD)
    const name =
      isNear && isPublisherLine(block, pack) ? block.text : suffixOf(block.text, cut.metadata.headline?.value, pack)
    if (name === undefined) continue
    const from = block.text.lastIndexOf(name)
    const evidence = rangesOf(sliceTrace(block, from, block.text.length), cut.text)
    return { ...cut, metadata: { ...cut.metadata, publisher: state(name, 'metadata/publisher-line', evidence) } }
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
  const parts = takePart(block, match.index, block.text.length, exclude('metadata', 'metadata/publisher-suffix'))
  const [headline] = parts
  const publisher = state(
    name,
    'metadata/publisher-suffix',
    rangesOf(sliceTrace(block, block.text.length - name.length, block.text.length), draft.text),
  )
  const metadata = {
    ...draft.metadata,
    headline: state(headline!.text, 'metadata/headline', rangesOf(headline!, draft.text)),
  }
  const blocks = draft.blocks.flatMap((other, index) => (index === at ? parts : [other]))
  return { ...draft, blocks, metadata: { publisher, ...metadata } }
}

/** A credit line or notice of copyright of more words is a paragraph. */
const LONGEST = 40

/** Reads the lines that credit agencies and papers, or claim the copyright, and excludes them. */
export function readSources(draft: Draft, pack: Boilerplate): Draft {
  let { metadata } = draft
  const blocks = draft.blocks.map((block) => {
    if (!isOpen(block) || wordsOf(block.text).length > LONGEST) return block
    const names = creditedNames(block.text, pack)
    if (names.length > 0 || pack.notes.namelessSources.test(block.text)) {
      metadata = addCredits(metadata, names, 'metadata/source-credit', rangesOf(block, draft.text), pack)
      return { ...block, decision: exclude('metadata', 'metadata/source-credit') }
    }
    const owner = pack.notes.copyright.exec(block.text)?.groups!.name
    if (owner === undefined && !isBareCopyright(block.text, pack)) return block
    if (owner !== undefined) metadata = addOwner(metadata, owner, block, draft.text, pack)
    return { ...block, decision: exclude('metadata', 'boilerplate/copyright') }
  })
  return { ...draft, blocks, metadata }
}

/** The owner of the copyright is credited when it is an agency, and is else the publisher. */
function addOwner(metadata: Metadata, owner: string, block: Block, text: string, pack: Boilerplate): Metadata {
  if (pack.isAgency(owner)) return addCredits(metadata, [owner], 'boilerplate/copyright', rangesOf(block, text), pack)
  const isName = pack.isTitleCase(owner) && /^\p{L}[^\d/]*$/u.test(owner) && !/ [-–—] /u.test(owner)
  if (!isName || metadata.publisher) return metadata
  const at = block.text.indexOf(owner)
  const evidence = rangesOf(sliceTrace(block, at, at + owner.length), text)
  return { ...metadata, publisher: state(owner, 'boilerplate/copyright', evidence) }
}

function isBareCopyright(text: string, pack: Boilerplate): boolean {
  const name = pack.notes.bareCopyright.exec(text)?.groups!.name
  return name !== undefined && pack.isTitleCase(name)
}

/** The names of a credit line, when at least one of them is an agency or a paper. */
function creditedNames(text: string, pack: Boilerplate): string[] {
  const listed = pack.splitNames(pack.notes.sourceLine.exec(text)?.groups!.names ?? '')
  const names = listed.filter((name) => !pack.people.namelessServices.test(name))
  const isShared = pack.notes.sharedSources.test(text)
  const isCredited = names.some((name) => isShared || pack.isAgency(name) || pack.isMediaName(name))
  return (isCredited && names.every(pack.isTitleCase)) || names.every(pack.isAgency) ? names : []
}
