import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isBullet, isQuestion, isSentence, wordsOf } from '../../../text/lines.ts'
import type { Block, Draft } from '../trace/block.ts'
import { decideOpen, exclude, excludedAs, excludedBy, isOpen, takePart } from '../trace/block.ts'
import { findBody } from './find-body.ts'

/** "… of aid. —ADA VALE", "… of aid. – Northport.com": who wrote it, below the last words. */
const SIGNED = /(?<=[.!?]["”’]?)\s?[—–]\s?(?<by>[^.!?]{2,80}(?:\.com)?)$/u
/** A line of more code units is a paragraph. */
const LONGEST_CREDIT = 400
/** Maximum words of a note on an author, and of one on how to reach them. */
const [LONGEST_NOTE, LONGEST_CONTACT] = [45, 20]

/** Excludes the notes of a wire service and of its editors: bullets, "(Adds …)", "(Writing by …; Editing by …)". */
export function excludeNotes(draft: Draft, pack: Boilerplate): Draft {
  const body = findBody(draft.blocks)
  const blocks = draft.blocks.flatMap((block, index) => {
    if (!isOpen(block)) return [block]
    // A list further down, or one that a colon announces, is text.
    if (index < body && isBullet(block.text) && !isAnnounced(index, draft.blocks))
      return [{ ...block, decision: exclude('bullet', 'boilerplate/wire-bullet') }]
    return takeNotes(block, pack)
  })
  return { ...draft, blocks }
}

/** True for an item of a list below a line with a colon. */
function isAnnounced(index: number, blocks: readonly Block[]): boolean {
  const above = blocks.slice(0, index).findLast((block) => !isOpen(block) || !isBullet(block.text))
  return isOpen(above) && above.text.endsWith(':')
}

function takeNotes(block: Block, pack: Boilerplate): Block[] {
  const { notes } = pack
  if (block.text.length <= LONGEST_CREDIT && (notes.editorsLine.test(block.text) || notes.credits.test(block.text)))
    return [{ ...block, decision: exclude('credit', 'metadata/editors-credit') }]
  const note = notes.revisions.exec(block.text)
  if (note) {
    const [part, ...rest] = takePart(block, 0, note[0].length, exclude('note', 'boilerplate/wire-note'))
    return [part!, ...rest.flatMap((one) => takeNotes(one, pack))]
  }
  const credit = notes.editors.exec(block.text) ?? findSigned(block.text, pack)
  if (!credit) return [block]
  const [first, ...rest] = takePart(
    block,
    credit.index,
    block.text.length,
    exclude('credit', 'metadata/editors-credit'),
  )
  return first!.decision ? [first!, ...rest] : [...takeNotes(first!, pack), ...rest]
}

function findSigned(text: string, pack: Boilerplate): RegExpExecArray | undefined {
  const match = SIGNED.exec(text)
  const by = match?.groups?.by ?? ''
  const isCredit = pack.isAgency(by) || pack.isMediaName(by) || pack.notes.signedWith.test(by)
  return match && (isCredit || (!/\p{Ll}/u.test(by) && pack.isPersonName(by))) ? match : undefined
}

/** Excludes the lines that present an author of the byline: the name alone, "Ada Vale is a reporter in Northport." */
export function excludeAuthorNotes(draft: Draft, pack: Boilerplate): Draft {
  const authors = draft.metadata.authors?.value ?? []
  const noted = decideOpen(draft, ({ text }, index, blocks) => {
    const above = blocks.slice(Math.max(0, index - 2), index)
    const isNote = authors.some(
      (author) => presentsAuthor(text, author, pack) || isBelowName(text, author, above, pack),
    )
    return isNote ? exclude('credit', 'boilerplate/author-note') : undefined
  })
  const name = noted.blocks.findIndex(
    (block) => excludedBy(block) === 'boilerplate/author-note' && authors.includes(block.text),
  )
  return name < 0 ? noted : excludeTags(noted, name)
}

/** Words of a tag at most, and tags in a row at least. */
const LONGEST_TAG = 3
const FEWEST_TAGS = 2

/** Between the last sentence and the name of its author, a page has the subjects that it files the text under. */
function excludeTags(draft: Draft, name: number): Draft {
  const isTag = (block: Block): boolean =>
    isOpen(block) && /^\p{Lu}[^\d.!?:;,]*$/u.test(block.text) && wordsOf(block.text).length <= LONGEST_TAG
  const above = draft.blocks.slice(0, name).findLastIndex((block) => !isTag(block))
  if (name - above <= FEWEST_TAGS || !isSentence(draft.blocks[above]?.text ?? '')) return draft
  return decideOpen(draft, (_, index) =>
    index > above && index < name ? exclude('navigation', 'boilerplate/short-line-run') : undefined,
  )
}

/** "Ada joined the Gazette in 2017." below a line with nothing but her name. */
function isBelowName(text: string, author: string, above: readonly Block[], { people }: Boilerplate): boolean {
  const name = [author, author.split(' ')[0]!, author.split(' ').at(-1)!].find((one) =>
    text.toLowerCase().startsWith(`${one.toLowerCase()} `),
  )
  const told = name ? text.slice(name.length + 1) : text.replace(people.authorPronouns, '')
  const isTold = told !== text && people.authorJoined.test(told)
  const isLabelled = name !== undefined && above.some(({ text: label }) => people.authorLabel.test(label))
  return isLabelled || (isTold && above.some((block) => block.text.toLowerCase() === author.toLowerCase()))
}

function presentsAuthor(text: string, author: string, pack: Boilerplate): boolean {
  const { people } = pack
  const plain = text.toLowerCase()
  const name = author.toLowerCase()
  const isNameAndRole = plain.startsWith(name) && /^ ?[|–—-] ?[\p{L} ]{3,40}$/u.test(plain.slice(name.length))
  if (plain === name || isNameAndRole) return true
  const count = wordsOf(text).length
  if (plain.startsWith(`${name}${people.authorReached}`) && count <= LONGEST_CONTACT) return true
  const isNamed = plain.startsWith(name) || plain.startsWith(`${name.split(' ')[0]} `)
  return (
    isNamed &&
    count <= LONGEST_NOTE &&
    people.authorIs.test(text.slice(0, author.length + 20)) &&
    (pack.hasRole(text.slice(0, 160)) || people.authorCovers.test(text))
  )
}

/** A paragraph of more words needs one mark more … */
const LONG = 45
/** … and one of more than this sells nothing. */
const LONGEST = 90
/** A closing sentence of fewer words is too short to distinguish from a call to the reader. */
const FEWEST_WORDS = 8

/** Excludes sentences that sell something or call the reader to a service. */
export function excludePromotions(draft: Draft, pack: Boilerplate): Draft {
  return decideOpen(draft, ({ text }, index, blocks) =>
    isPromotion(text, excludedAs(blocks[index - 1]) === 'advert', pack)
      ? exclude('advert', 'boilerplate/promotion')
      : undefined,
  )
}

/**
 * True for "Save up to 40% on boots this weekend only." and not for reported speech or a report of a sale.
 *
 * @param isBelowLabel true when the line above says that an advertisement follows; one mark is then enough
 */
export function isPromotion(text: string, isBelowLabel: boolean, { promotions, wording }: Boilerplate): boolean {
  const count = wordsOf(text).length
  if (count > LONGEST || wording.reported.test(text)) return false
  const marks = promotions.marks.findFitting(text).length
  const isCall = promotions.openers.test(text)
  const isReport = text.endsWith('.')
  const isToReader = promotions.reader.test(text)
  if (isBelowLabel && !isReport && (marks > 0 || isCall || isToReader)) return true
  if (marks >= (count > LONG ? 3 : 2)) return isCall || !isReport || isToReader
  return marks === 1 && isCall && (isToReader || !isReport)
}

/**
 * Excludes a publisher's closing appeal: from the first sentence about its own work, if only lines, questions and
 * sentences to the reader follow.
 */
export function excludeAppeals(draft: Draft, pack: Boilerplate): Draft {
  const last = draft.blocks.findLastIndex((block) => isOpen(block) && !isClosing(block, pack))
  const from = draft.blocks.findIndex(
    (block, index) => index > last && last >= 0 && isOpen(block) && isAppeal(block, pack),
  )
  return from < 0
    ? draft
    : decideOpen(draft, (_, index) => (index >= from ? exclude('subscribe', 'boilerplate/appeal') : undefined))
}

function isClosing({ text }: Block, { promotions }: Boilerplate): boolean {
  if (!isSentence(text) || isQuestion(text)) return true
  const isToReader = promotions.appealReader.test(text) || promotions.appeals.test(text)
  return !promotions.appealReported.test(text) && (isToReader || wordsOf(text).length < FEWEST_WORDS)
}

function isAppeal({ text }: Block, { promotions }: Boilerplate): boolean {
  return !promotions.appealReported.test(text) && promotions.appeals.test(text) && promotions.appealReader.test(text)
}
