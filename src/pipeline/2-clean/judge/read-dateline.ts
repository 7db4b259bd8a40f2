import { isSentence } from '../../../text/lines.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { exclude, isOpen, keep, takePart, type Block, type Draft } from '../trace/block.ts'
import { rangesOf } from '../trace/trace.ts'
import { findBody } from './find-body.ts'
import { addCredits, state } from './read-fields.ts'

const PLACE = "\\p{Lu}[\\p{L}.'’]{0,30}(?:[ \\-/][\\p{L}.'’]{1,30}){0,5}"
const DAY = '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}|\\d{1,2} [A-Z][a-z]{2,8}\\.?)(?:,? \\d{4})?'
const DASH = '\\s*(?:(?:[-–—_»]|--|>>|:)(?:\\s+|$)|--(?=["“‘]?\\p{Lu}))'
/** "(Agency)", "--(AGENCY)", "/Agency/" */
const SENDER = '(?: ?(?:--)?\\((?<agency>[^()]{2,40})\\)| ?/(?<wire>[\\p{L}.\\- ]{2,30})/\\.?)'
const DATELINE = new RegExp(
  `^(?<place>${PLACE}(?:, ${PLACE}){0,2}?(?: \\(${PLACE}\\)(?= \\())?)?(?:,? (?<day>${DAY}))?[.,]?${SENDER}?(?<dash>${DASH}|(?<=\\)|/|/\\.) ?)(?=$|["“‘'(]?[\\p{Lu}\\p{N}])`,
  'u',
)
/** "NORTHPORT: The council …", as South Asian papers print it. */
const CAPITALS_AND_COLON = /^\p{Lu}[\p{Lu}.'’ \-/,]{2,40}(?:, \p{Lu}\p{Ll}{2,20})?: (?=["“‘']?\p{Lu})/u
const PREFIX = /^(?<name>\p{Lu}[\p{L}\p{N}.'’& ]{1,40}?) [-–—] (?=["“]?\p{Lu})/u

/** "[NORTHPORT] The council …" */
const BRACKETED = /^\[(?<bracketed>\p{Lu}[\p{Lu} ,.'’-]{2,40})\](?<dash> )(?=["“]?\p{Lu})/u
const PLACE_AND_COLON = /^(?<place>\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?): (?=["“‘']?\p{Lu})/u

/** "Northport: The council …": the text says elsewhere that something is in Northport. */
function isKnownPlace(place: string, blocks: readonly Block[], { notes }: Boilerplate): boolean {
  const within = new RegExp(`\\b${notes.within} (?:\\S{2,20} )?${place}\\b`, 'u')
  return blocks.some((block) => isOpen(block) && within.test(block.text))
}

/** Reads the dateline or the publisher's name before the first sentence of the text. */
export function readDateline(draft: Draft, pack: Boilerplate): Draft {
  const body = findBody(draft.blocks)
  const forms = [CAPITALS_AND_COLON, PLACE_AND_COLON].filter(
    (form) => draft.blocks.filter((block) => isOpen(block) && form.test(block.text)).length === 1,
  )
  let opened = 0
  for (const [index, block] of draft.blocks.entries()) {
    if (!isOpen(block)) continue
    if (isSentence(block.text)) opened += index >= body ? 1 : 0
    else if (!/[-–—_»]$|\d \([^()]{2,40}\)$/u.test(block.text)) continue
    const read = readPrefix(draft, block, pack) ?? readPlace(draft, block, opened === 1 ? forms : [], pack)
    if (read) return { ...read, blocks: draft.blocks.flatMap((other, at) => (at === index ? read.blocks : [other])) }
    if (opened === 3) break
  }
  return draft
}

function readPrefix(draft: Draft, block: Block, pack: Boilerplate): Draft | undefined {
  const match = PREFIX.exec(block.text)
  const name = match?.groups!.name
  if (!match || !name || !pack.isMediaName(name)) return undefined
  const blocks = takePart(block, 0, match[0].length, exclude('metadata', 'metadata/publisher-prefix'))
  const publisher = state(
    name,
    'metadata/publisher-prefix',
    rangesOf(takePart(block, 0, name.length, keep('paragraph'))[0]!, draft.text),
  )
  return {
    ...draft,
    blocks,
    metadata: draft.metadata.publisher ? draft.metadata : { ...draft.metadata, publisher },
  }
}

/** @param forms those of a place with a colon that only one line of the text has: not an interview */
function readPlace(draft: Draft, block: Block, forms: readonly RegExp[], pack: Boilerplate): Draft | undefined {
  const match = BRACKETED.exec(block.text) ?? DATELINE.exec(block.text)
  if (!match) return undefined
  const form = forms.find((one) => one.test(block.text))
  const isPlace =
    form !== undefined &&
    !isLabel(match.groups!.place, pack) &&
    (form === CAPITALS_AND_COLON || isKnownPlace(match.groups!.place!, draft.blocks, pack))
  if (!isPlace && !isDateline(match.groups!, pack)) return undefined
  const { dash } = match.groups!
  const agency = match.groups!.agency ?? match.groups!.wire
  const blocks = takePart(block, 0, match[0].length, exclude('metadata', 'metadata/dateline'))
  const value = match[0].slice(0, match[0].length - dash!.length).trim()
  const evidence = rangesOf(takePart(block, 0, value.length, keep('paragraph'))[0]!, draft.text)
  const metadata = agency
    ? addCredits(draft.metadata, pack.splitNames(agency), 'metadata/dateline', evidence, pack)
    : draft.metadata
  return { ...draft, blocks, metadata: { ...metadata, dateline: state(value, 'metadata/dateline', evidence) } }
}

/** An agency that no list has, by its initials. */
const INITIALS = /^\p{Lu}{2,6}$/u

/** A place in capitals, an agency in brackets or a day distinguishes a dateline from "Vale - the mayor - said". */
function isDateline(
  { place, bracketed, day, agency, wire, dash }: Record<string, string | undefined>,
  pack: Boilerplate,
): boolean {
  if (bracketed !== undefined) return true
  const isBare = dash!.trim() === ''
  if (wire !== undefined) return pack.isAgency(wire) && isCapitals(place, pack)
  if (agency !== undefined)
    return (
      pack.splitNames(agency).some(pack.isAgency) ||
      // "Lund (NW) - The council"
      (isBare ? place === undefined && INITIALS.test(agency) : isCapitals(place, pack) || INITIALS.test(agency))
    )
  if (isBare) return false
  if (place === undefined || dash!.includes(':')) return false
  return isCapitals(place, pack) || day !== undefined || (/^[^,]+, [^,]+$/.test(place) && /[–—]/.test(dash!))
}

/** "UPDATE: …" and "WATCH: …" are no places. */
function isLabel(words: string | undefined, { notes }: Boilerplate): boolean {
  return words === undefined || notes.labels.has(words.toLowerCase())
}

function isCapitals(place: string | undefined, { wording }: Boilerplate): boolean {
  const city = place?.split(',')[0]
  return city !== undefined && city.length > 2 && !/\p{Ll}/u.test(city.replace(wording.lowerInCapitals, ' '))
}
