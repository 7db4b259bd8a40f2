import { wordsOf } from '../../../text/line-shape.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Metadata } from '../../../model/source.ts'
import { exclude, isOpen, type Block, type Draft } from '../trace/block.ts'
import { rangesOf, sliceTrace } from '../trace/trace.ts'
import { addCredits, state } from './metadata.ts'

/** A line of more words is a paragraph. */
const LONGEST = 40

/** Reads the lines that credit agencies and papers, or claim the copyright, and excludes them. */
export function readSources(draft: Draft, pack: Boilerplate): Draft {
  let { metadata } = draft
  const blocks = draft.blocks.map((block) => {
    if (!isOpen(block) || wordsOf(block.text).length > LONGEST) return block
    const names = creditedNames(block.text, pack)
    if (names.length > 0 || pack.notes.namelessSources.test(block.text)) {
      metadata = addCredits(metadata, names, 'clean/source-credit', rangesOf(block, draft.text), pack)
      return { ...block, decision: exclude('metadata', 'clean/source-credit') }
    }
    const owner = pack.notes.copyright.exec(block.text)?.groups!.name
    if (owner === undefined && !isBareCopyright(block.text, pack)) return block
    if (owner !== undefined) metadata = addOwner(metadata, owner, block, draft.text, pack)
    return { ...block, decision: exclude('metadata', 'clean/copyright') }
  })
  return { ...draft, blocks, metadata }
}

/** The owner of the copyright is credited when it is an agency, and is else the publisher. */
function addOwner(metadata: Metadata, owner: string, block: Block, text: string, pack: Boilerplate): Metadata {
  if (pack.isAgency(owner)) return addCredits(metadata, [owner], 'clean/copyright', rangesOf(block, text), pack)
  const isName = pack.isTitleCase(owner) && /^\p{L}[^\d/]*$/u.test(owner) && !/ [-–—] /u.test(owner)
  if (!isName || metadata.publisher) return metadata
  const at = block.text.indexOf(owner)
  const evidence = rangesOf(sliceTrace(block, at, at + owner.length), text)
  return { ...metadata, publisher: state(owner, 'clean/copyright', evidence) }
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
