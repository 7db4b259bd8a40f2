import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isAgency, splitNames } from './agencies.ts'
import { aside, isOpen, type Draft } from './block.ts'
import { addCredits, state } from './metadata.ts'
import { rangesOf, sliceTrace } from './trace.ts'
import { isMediaName, isTitleCase, wordsOf } from './wording.ts'

const lists: { sources: string[] } = parse(readFileSync(new URL('./notes.yml', import.meta.url), 'utf8'))
const SOURCES = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:${lists.sources.join('|')})\\s?(?:by|from|:)?\\s?:?\\s+(?<names>\\S.{1,159}?)[.)]?$`,
  'iu',
)
const YEAR = '(?:19|20)\\d\\d'
/** "© 2021 Northport Gazette. All rights reserved." A sign without a year is a picture's. */
const COPYRIGHT = new RegExp(
  `^(?=[^]{0,200}(?:\\d{4}|rights reserved))(?:(?:copyright|©|\\(c\\)|&copy;)[ ,]{0,2}){1,2}` +
    `(?:${YEAR}(?:[-–](?:19|20)?\\d\\d)?,? )?(?:by )?(?<name>(?:[^.|]|\\.(?=\\p{Ll})){2,60}?)(?:, an? [^.|]{2,60})?(?:,? ${YEAR})?` +
    '(?:[.,|]? ?all rights reserved.{0,80}|\\.(?=\\s|$)[^]{0,160}|\\|.{0,100})?$',
  'iu',
)

/** Reads the lines that credit agencies and papers, or claim the copyright, and sets them aside. */
export function readSources(draft: Draft): Draft {
  let { metadata } = draft
  const blocks = draft.blocks.map((block) => {
    if (!isOpen(block) || wordsOf(block.text).length > 40) return block
    const evidence = rangesOf(block, draft.text)
    const names = creditedNames(block.text)
    if (names.length > 0) {
      metadata = addCredits(metadata, names, 'clean/source-credit', evidence)
      return { ...block, verdict: aside('metadata', 'clean/source-credit') }
    }
    if (/^sources?\s?:\s?(?:news )?(?:agencies|agency|wire services|wires)\.?$/iu.test(block.text)) {
      return { ...block, verdict: aside('metadata', 'clean/source-credit') }
    }
    const owner = COPYRIGHT.exec(block.text)?.groups!.name
    if (owner === undefined && isBareCopyright(block.text))
      return { ...block, verdict: aside('metadata', 'clean/copyright') }
    if (owner === undefined) return block
    if (isAgency(owner)) metadata = addCredits(metadata, [owner], 'clean/copyright', evidence)
    else if (isTitleCase(owner) && /^\p{L}[^\d/]*$/u.test(owner) && !/ [-–—] /u.test(owner) && !metadata.publisher) {
      const at = block.text.indexOf(owner)
      const publisher = state(owner, 'clean/copyright', rangesOf(sliceTrace(block, at, at + owner.length), draft.text))
      metadata = { ...metadata, publisher }
    }
    return { ...block, verdict: aside('metadata', 'clean/copyright') }
  })
  return { ...draft, blocks, metadata }
}

/** "Copyright Northport Gazette." names an owner, "Copyright law is changing." does not. */
function isBareCopyright(text: string): boolean {
  const name = /^copyright (?:© ?)?([^.,"“”]{2,60})\.?$/iu.exec(text)?.[1]
  return name !== undefined && isTitleCase(name)
}

/** The names of a credit line, when at least one of them is an agency or a paper. */
function creditedNames(text: string): string[] {
  const names = splitNames(SOURCES.exec(text)?.groups!.names ?? '').filter(
    (name) => !/^(?:news |wire )?(?:agencies|services)$/iu.test(name),
  )
  const isShared = /\band (?:news |wire )?(?:agencies|services)[.)]?$/iu.test(text)
  const isCredit = names.some((name) => isShared || isAgency(name) || isMediaName(name)) && names.every(isTitleCase)
  return isCredit || names.every(isAgency) ? names : []
}
