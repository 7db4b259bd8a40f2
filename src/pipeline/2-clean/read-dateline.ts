import { isAgency, splitNames } from './agencies.ts'
import { aside, isOpen, keep, type Block, type Draft } from './block.ts'
import { findBody } from './find-body.ts'
import { addCredits, state } from './metadata.ts'
import { rangesOf } from './trace.ts'
import { takePart } from './take-part.ts'
import { isMediaName, isSentence } from './wording.ts'

const PLACE = "\\p{Lu}[\\p{L}.'’]*(?:[ \\-/][\\p{L}.'’]+){0,5}"
const DAY = '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}|\\d{1,2} [A-Z][a-z]{2,8}\\.?)(?:,? \\d{4})?'
const DASH = '\\s*(?:[-–—_]|--|:)(?:\\s+|$)'
const DATELINE = new RegExp(
  `^(?<place>${PLACE}(?:, ${PLACE}){0,2}?)?(?:,? (?<day>${DAY}))?,?(?: ?\\((?<agency>[^()]{2,40})\\))?(?<dash>${DASH}|(?<=\\)) ?)(?=$|["“‘'(]?[\\p{Lu}\\p{N}])`,
  'u',
)
const PREFIX = /^(?<name>\p{Lu}[\p{L}\p{N}.'’& ]{1,40}?)\s+[-–—]\s+(?=["“]?\p{Lu})/u

/** Reads what stands before the first sentence of the text: a dateline, or the publisher's name. */
export function readDateline(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  let opened = 0
  for (const [index, block] of draft.blocks.entries()) {
    if (!isOpen(block)) continue
    if (isSentence(block.text)) opened += index >= body ? 1 : 0
    else if (!/[-–—_]$/u.test(block.text)) continue
    const read = readPrefix(draft, block) ?? readPlace(draft, block)
    if (read)
      return { ...read, blocks: draft.blocks.flatMap((other, at) => (at === index ? read.blocks : [other])) }
    if (opened === 3) break
  }
  return draft
}

function readPrefix(draft: Draft, block: Block): Draft | undefined {
  const match = PREFIX.exec(block.text)
  const name = match?.groups!.name
  if (!match || !name || !isMediaName(name)) return undefined
  const blocks = takePart(block, 0, match[0].length, aside('metadata', 'clean/publisher-prefix'))
  const publisher = state(
    name,
    'clean/publisher-prefix',
    rangesOf(takePart(block, 0, name.length, keep('paragraph'))[0]!, draft.text),
  )
  return {
    ...draft,
    blocks,
    metadata: draft.metadata.publisher ? draft.metadata : { ...draft.metadata, publisher },
  }
}

function readPlace(draft: Draft, block: Block): Draft | undefined {
  const match = DATELINE.exec(block.text)
  if (!match || !isDateline(match.groups!)) return undefined
  const { agency, dash } = match.groups!
  const blocks = takePart(block, 0, match[0].length, aside('metadata', 'clean/dateline'))
  const value = match[0].slice(0, match[0].length - dash!.length).trim()
  const evidence = rangesOf(takePart(block, 0, value.length, keep('paragraph'))[0]!, draft.text)
  const metadata = agency
    ? addCredits(draft.metadata, splitNames(agency), 'clean/dateline', evidence)
    : draft.metadata
  return { ...draft, blocks, metadata: { ...metadata, dateline: state(value, 'clean/dateline', evidence) } }
}

/** A place in capitals, an agency in brackets or a day tells a dateline from "Vale - the mayor - said". */
function isDateline({ place, day, agency, dash }: Record<string, string | undefined>): boolean {
  const isBare = dash!.trim() === ''
  if (agency !== undefined)
    return (
      splitNames(agency).some(isAgency) ||
      (isBare ? place === undefined && /^\p{Lu}{2,6}$/u.test(agency) : isCapitals(place))
    )
  if (isBare) return false
  if (place === undefined || dash!.includes(':')) return false
  return isCapitals(place) || day !== undefined || (/^[^,]+, [^,]+$/.test(place) && /[–—]/.test(dash!))
}

function isCapitals(place: string | undefined): boolean {
  const city = place?.split(',')[0]
  return city !== undefined && city.length > 2 && !/\p{Ll}/u.test(city.replace(/ of | de | al-/, ' '))
}
