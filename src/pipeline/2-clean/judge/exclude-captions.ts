import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { countShared, isEnded, isSentence, wordsOf } from '../../../text/lines.ts'
import {
  decideOpen,
  exclude,
  excludedAs,
  excludedBy,
  isOpen,
  type Block,
  type Decision,
  type Draft,
} from '../trace/block.ts'
import { readByline } from './read-byline.ts'

/** "ROOFLESS A family cooks in the ruins of its house. —ADA VALE" */
const CAPITALS = /^\p{Lu}{3,20}(?: \p{Lu}{2,20}){0,5} \p{Lu}[\p{Ll} ]/u
const CAPITALS_SIGNED = /[.!?]["”’]? ?[—–] ?\p{Lu}[\p{Lu}.'’ -]{4,40}$/u
/** A line with nothing but who took a picture, and for whom: "Ada Vale/Northport Radio". */
const PERSON_AND_OWNER =
  /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){1,3} ?\/ ?\p{Lu}[\p{L}.'’&-]{1,20}(?: \p{Lu}[\p{L}.'’&-]{1,20}){0,3}$/u
const CAPTIONED = new Set(['boilerplate/caption-credit', 'boilerplate/caption-above-label'])

/** Excludes captions and picture credits. They stay evidence for dates. */
export function excludeCaptions(draft: Draft, pack: Boilerplate): Draft {
  const judged = decideOpen(draft, ({ text }) => matchCaption(text, pack))
  const first = judged.blocks.findIndex((block) => isOpen(block) && isSentence(block.text))
  return decideOpen(
    judged,
    (block, index, blocks) =>
      captionByLabel(block, index, blocks, first, pack) ??
      captionBelowCredit(block, blocks[index - 1], pack) ??
      captionAboveCredit(block, blocks[index + 1], pack) ??
      captionTold(block, blocks[index + 1], index > first, pack),
  )
}

/** The decision on a line that is a picture credit, ends in one, or describes a picture with its day. */
export function matchCaption(text: string, pack: Boilerplate): Decision | undefined {
  const { captions } = pack
  const count = wordsOf(text).length
  if ((count <= 4 && captions.drawn.test(text)) || (count <= 8 && PERSON_AND_OWNER.test(text)))
    return exclude('credit', 'boilerplate/picture-credit')
  if (isSigned(text, pack)) return exclude('caption', 'boilerplate/caption-credit')
  if (count > 80 || captions.reported.test(text)) return undefined
  const start = startOfCredit(text, pack)
  if (start >= 0 && isPictureCredit(text.slice(start), /\p{Ll}[.!?]$/u.test(text.slice(0, start)), pack))
    return start < 3
      ? exclude('credit', 'boilerplate/picture-credit')
      : exclude('caption', 'boilerplate/caption-credit')
  if (count > 60 || count < 5) return undefined
  if (captions.openings.test(text)) return exclude('caption', 'boilerplate/caption-opening')
  const isScene =
    (captions.scenes.test(text) && (!isEnded(text) || hasDay(text, pack))) ||
    (captions.verbs.test(text) && endsInDay(text, pack))
  return isScene ? exclude('caption', 'boilerplate/caption-scene') : undefined
}

/** A caption with its photographer or agency behind a dash. */
function isSigned(text: string, { captions }: Boilerplate): boolean {
  return (
    (CAPITALS.test(text) && CAPITALS_SIGNED.test(text)) ||
    (captions.dashed.test(text) && (captions.verbs.test(text) || /^\p{Lu}[\p{Lu} ]{2,30}: /u.test(text)))
  )
}

/** Start of the longest credit at the end of a line; -1 if there is none. */
function startOfCredit(text: string, { captions }: Boilerplate): number {
  const starts = captions.creditForms.flatMap(({ mark, credit }) => (mark.test(text) ? text.search(credit) : []))
  const found = starts.filter((start) => start >= 0)
  return found.length > 0 ? Math.min(...found) : -1
}

/** A bracket at the end of a line is a picture credit only when it names a service, says so, or parts a paper from a person. */
function isPictureCredit(words: string, isGlued: boolean, pack: Boilerplate): boolean {
  const owner = /\/ ?([^()/[\]]{2,40})[)\]]/.exec(words)?.[1]
  if (owner !== undefined && (pack.isAgency(owner) || pack.isMediaName(owner) || !owner.includes(' '))) return true
  if (/^\[[^[\]]{3,40}\/[^[\]]{2,40}\]/.test(words) || isGlued) return true
  return !/^[([]/.test(words) || pack.captions.loose.test(words) || /^[([][^:]{2,40}: ?\p{Lu}/u.test(words)
}

function hasDay(text: string, pack: Boilerplate): boolean {
  return pack.findPrintedDays(text).length > 0 || pack.dates.captionDay.test(text)
}

function endsInDay(text: string, pack: Boilerplate): boolean {
  const last = pack.findPrintedDays(text).at(-1)
  return last !== undefined && text.length - last.end <= 2
}

/** A line without a full stop directly above "Video: …", or below "Image caption" alone, is the caption of it. */
function captionByLabel(
  block: Block,
  index: number,
  blocks: readonly Block[],
  first: number,
  pack: Boilerplate,
): Decision | undefined {
  if (isEnded(block.text) || first < 0 || first > index) return undefined
  if (pack.isTimeLine(block.text) || readByline(block.text, pack)) return undefined
  const [above, below] = [blocks[index - 1], blocks[index + 1]]
  if (isMediaLabel(below) && !below.isAfterBlank && wordsOf(block.text).length >= 5)
    return exclude('caption', 'boilerplate/caption-above-label')
  const isBelow = isMediaLabel(above) && wordsOf(above.text).length <= 3 && wordsOf(block.text).length >= 4
  return isBelow ? exclude('caption', 'boilerplate/caption-below-label') : undefined
}

/** "© Agency/Ada Vale" comes before a caption in the present tense. */
function captionBelowCredit(
  { text }: Block,
  above: Block | undefined,
  { captions }: Boilerplate,
): Decision | undefined {
  if (excludedAs(above) === 'caption' && captions.source.test(text) && wordsOf(text).length <= 15)
    return exclude('credit', 'boilerplate/picture-credit')
  const isBelow = excludedBy(above) === 'boilerplate/picture-credit'
  return isBelow && captions.verbs.test(text) && wordsOf(text).length <= 45
    ? exclude('caption', 'boilerplate/caption-below-credit')
    : undefined
}

/** A caption comes before the picture's credit: its first sentence reports no event. */
function captionAboveCredit(
  { text }: Block,
  below: Block | undefined,
  { captions }: Boilerplate,
): Decision | undefined {
  if (below === undefined || excludedBy(below) === undefined) return undefined
  const isCredit = excludedBy(below) === 'boilerplate/picture-credit' || captions.labelledCredit.test(below.text)
  const count = wordsOf(text).length
  const first = text.split(/(?<=[\p{Ll}\d][.!?]) (?=\p{Lu})/u, 1)[0]!
  const isCaption =
    isCredit &&
    isEnded(text) &&
    !first.endsWith('?') &&
    count >= 5 &&
    count <= 45 &&
    !/["“”]/u.test(text) &&
    !captions.told.test(first)
  return isCaption ? exclude('caption', 'boilerplate/caption-above-credit') : undefined
}

/** The alternative text of a picture comes before its caption: it begins like it, or shares its words. */
function captionTold(
  { text }: Block,
  below: Block | undefined,
  isInText: boolean,
  pack: Boilerplate,
): Decision | undefined {
  if (below === undefined || !CAPTIONED.has(excludedBy(below) ?? '')) return undefined
  const count = wordsOf(text).length
  const isBegun = count >= 4 && below.text.startsWith(text)
  const isTold =
    isInText &&
    count >= 5 &&
    !isEnded(text) &&
    !pack.isTitleCase(text) &&
    countShared(pack.stemsOf(text), pack.stemsOf(below.text)) > 0
  return isBegun || isTold ? exclude('caption', 'boilerplate/caption-told') : undefined
}

function isMediaLabel(block: Block | undefined): block is Block {
  return excludedBy(block) === 'boilerplate/media-label'
}
