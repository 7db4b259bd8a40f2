import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isAgency, splitNames } from './agencies.ts'
import { aside, isOpen, keep, type Block, type Draft } from './block.ts'
import { findBody } from './find-body.ts'
import { addCredits, state } from './metadata.ts'
import { rangesOf } from './trace.ts'
import { takePart } from './take-part.ts'
import { isMediaName, isSentence } from './wording.ts'

const lists: { labels: string[] } = parse(readFileSync(new URL('./notes.yml', import.meta.url), 'utf8'))
const LABELS = new Set(lists.labels)
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
function isKnownPlace(place: string, blocks: readonly Block[]): boolean {
  const within = new RegExp(`\\b(?:at|from|in|near|of|to) (?:\\S{2,20} )?${place}\\b`, 'u')
  return blocks.some((block) => isOpen(block) && within.test(block.text))
}

/** Reads what stands before the first sentence of the text: a dateline, or the publisher's name. */
export function readDateline(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  const forms = [CAPITALS_AND_COLON, PLACE_AND_COLON].filter(
    (form) => draft.blocks.filter((block) => isOpen(block) && form.test(block.text)).length === 1,
  )
  let opened = 0
  for (const [index, block] of draft.blocks.entries()) {
    if (!isOpen(block)) continue
    if (isSentence(block.text)) opened += index >= body ? 1 : 0
    else if (!/[-–—_»]$|\d \([^()]{2,40}\)$/u.test(block.text)) continue
    const read = readPrefix(draft, block) ?? readPlace(draft, block, opened === 1 ? forms : [])
    if (read) return { ...read, blocks: draft.blocks.flatMap((other, at) => (at === index ? read.blocks : [other])) }
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

/** @param forms those of a place with a colon that only one line of the text has: not an interview */
function readPlace(draft: Draft, block: Block, forms: readonly RegExp[]): Draft | undefined {
  const match = BRACKETED.exec(block.text) ?? DATELINE.exec(block.text)
  if (!match) return undefined
  const form = forms.find((one) => one.test(block.text))
  const isPlace =
    form !== undefined &&
    !isLabel(match.groups!.place) &&
    (form === CAPITALS_AND_COLON || isKnownPlace(match.groups!.place!, draft.blocks))
  if (!isPlace && !isDateline(match.groups!)) return undefined
  const { dash } = match.groups!
  const agency = match.groups!.agency ?? match.groups!.wire
  const blocks = takePart(block, 0, match[0].length, aside('metadata', 'clean/dateline'))
  const value = match[0].slice(0, match[0].length - dash!.length).trim()
  const evidence = rangesOf(takePart(block, 0, value.length, keep('paragraph'))[0]!, draft.text)
  const metadata = agency ? addCredits(draft.metadata, splitNames(agency), 'clean/dateline', evidence) : draft.metadata
  return { ...draft, blocks, metadata: { ...metadata, dateline: state(value, 'clean/dateline', evidence) } }
}

/** A place in capitals, an agency in brackets or a day tells a dateline from "Vale - the mayor - said". */
function isDateline({ place, bracketed, day, agency, wire, dash }: Record<string, string | undefined>): boolean {
  if (bracketed !== undefined) return true
  const isBare = dash!.trim() === ''
  if (wire !== undefined) return isAgency(wire) && isCapitals(place)
  if (agency !== undefined)
    return (
      splitNames(agency).some(isAgency) ||
      (isBare ? place === undefined && /^\p{Lu}{2,6}$/u.test(agency) : isCapitals(place))
    )
  if (isBare) return false
  if (place === undefined || dash!.includes(':')) return false
  return isCapitals(place) || day !== undefined || (/^[^,]+, [^,]+$/.test(place) && /[–—]/.test(dash!))
}

/** "UPDATE: …" and "WATCH: …" are no places. */
function isLabel(words: string | undefined): boolean {
  return words === undefined || LABELS.has(words.toLowerCase())
}

function isCapitals(place: string | undefined): boolean {
  const city = place?.split(',')[0]
  return city !== undefined && city.length > 2 && !/\p{Ll}/u.test(city.replace(/ of | de | al-/, ' '))
}
