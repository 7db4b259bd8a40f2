import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isAgency } from './agencies.ts'
import { aside, decideOpen, isOpen, type Block, type Draft, type Verdict } from './block.ts'
import { readByline } from './read-byline.ts'
import { findPrintedDays, isTimeLine } from './read-date.ts'
import { countShared, isEnded, isMediaName, isSentence, isTitleCase, stemsOf, wordsOf } from './wording.ts'

const lists: { services: string[]; openings: string[]; scenes: string[]; verbs: string[]; told: string[] } = parse(
  readFileSync(new URL('./captions.yml', import.meta.url), 'utf8'),
)
const SERVICE = lists.services.join('|')
const NAME = "[\\p{L}@][\\p{L}\\p{N}.'’_\\-]{0,30}(?: [\\p{L}.'’\\-]{1,30}){0,5}"

/**
 * "REUTERS/Ada Vale", "(AFP photo)", "Photo by Ada Vale", "Getty Images", at the end of a line. Before each form stands
 * what a line must hold for it to fit, so that few lines are read for any.
 */
const CREDIT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\//, `(?:${SERVICE})(?: Photos?| Images?)? ?/ ?${NAME}(?: ?/ ?(?:[Ff]ile|[Hh]andout|[Pp]ool)(?: [Pp]hoto)?)?`],
  [/\//, `${NAME} ?/ ?(?:[\\p{L} ]{1,30} via )?(?:${SERVICE})(?: Photos?| Images?| file)?`],
  [
    /[([]/,
    `[([](?:(?:[Pp]hotos?|[Pp]hotograph|[Ii]mages?|[Pp]icture|PHOTO|IMAGE|[Ss]ource|[Cc]redit|[Ff]ile|[Vv]ia|[Cc]ourtesy)(?: by| of)?:? ?/? ?)?${NAME}(?: ?[/,|] ?[\\p{L}\\p{N} .,'’\\-]{1,60})? ?(?:photo|file photo|images?|picture|file|handout|screenshot|screengrab)? ?[)\\]]`,
  ],
  [
    /hoto|icture|mage|PHOTO|IMAGE/,
    `(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage|PHOTO|IMAGE)s?(?: by| credit| courtesy(?: of)?|:| ©)[: ]{1,2}[\\p{L}\\p{N} ./,'’@\\-]{2,80}`,
  ],
  [
    /photo|image|picture|footage/,
    '(?:file|handout|stock|undated|archive|courtesy) (?:photo|image|picture|photograph|footage)',
  ],
  [/\|/, `(?:PHOTOS?|PICTURE|IMAGE|PIC|Photos?|Pic) ?\\| ?[\\p{L} .|/'’\\-]{2,80}`],
  [/redits?(?::|\.{3}|…)/, `[Cc]redits?(?::|\\.{3}|…) ?[\\p{L}\\p{N} ./,'’@\\-]{2,80}`],
  [/Getty/, 'Getty(?: Images)?(?: (?:News|Europe|North America))?'],
  [
    /[([]/,
    `[([](?:\\p{Lu}[\\p{L}.'’\\-]*,? ){0,3}\\p{Lu}[\\p{L}.'’\\-]*: ?\\p{Lu}[\\p{L}.'’\\-]+(?: \\p{Lu}[\\p{L}.'’\\-]+){1,3}[)\\]]`,
  ],
  [
    /(?:FOR|\/) ?\p{Lu}/u,
    `(?<=[.!?]["”’]? )\\p{Lu}[\\p{Lu}.'’\\-]{1,20}(?: \\p{Lu}[\\p{Lu}.'’\\-]{1,20}){1,3} ?(?:FOR|/) ?\\p{Lu}[\\p{Lu} .'’\\-]{1,40}`,
  ],
  [/[.!?]\(/, `(?<=\\p{Ll}[.!?])\\([^()]{3,60}\\)`],
  [/©|\(c\)/, `(?:©|\\(c\\)) ?[\\p{L}\\p{N} ./,'’\\-]{2,60}`],
]
const CREDITS = CREDIT_FORMS.map(([mark, form]) => ({ mark, credit: new RegExp(`(?:${form})[).\\]]{0,2}$`, 'u') }))
const LOOSE =
  /\b(?:photo|photograph|image|picture|file|handout|getty|courtesy|credit|screenshot|screengrab|via|afp|reuters|epa|ap|pa)\b/iu
const OPENING = new RegExp(`^(?:${lists.openings.join('|')})`, 'iu')
const SCENE = new RegExp(`(?:^|\\b| )(?:${lists.scenes.join('|')})`, 'iu')
const SHOWN = new RegExp(`^(?:[\\p{L}\\p{N}'’.,\\-]+ ){1,12}(?:${lists.verbs.join('|')}) `, 'u')

/** "ROOFLESS A family cooks in what is left of its house. —ADA VALE" */
const CAPITALS = /^\p{Lu}{3,20}(?: \p{Lu}{2,20}){0,5} \p{Lu}[\p{Ll} ]/u
const CAPITALS_SIGNED = /[.!?]["”’]? ?[—–] ?\p{Lu}[\p{Lu}.'’ -]{4,40}$/u
/** "Villagers wade through a field. — AFP/File" */
const DASHED =
  /[.!?]["”’]? ?[—–] ?(?:\p{Lu}{2,8}|Reuters|[Ff]ile|[Hh]andout|[Pp]hoto by .{3,40}|[Cc]ourtesy .{3,40}|[Ss]creengrab)(?: ?\/ ?[Ff]ile)?$/u
/** A line with nothing but who took a picture, and for whom: "Ada Vale/Northport Radio". */
const PERSON_AND_OWNER =
  /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){1,3} ?\/ ?\p{Lu}[\p{L}.'’&-]{1,20}(?: \p{Lu}[\p{L}.'’&-]{1,20}){0,3}$/u
/** Below a figure: "Source: Ministry of Health" */
const SOURCE = /^Sources?\s?:\s?\p{Lu}[^.]{2,100}$/u
const CAPTIONED = new Set(['clean/caption-credit', 'clean/caption-above-label'])
/** "ESTMERE GRAPHIC" */
const DRAWN = /^\p{Lu}{2,12}(?: \p{Lu}{2,12}){0,2} (?:ILLUSTRATION|GRAPHIC|FILE|PHOTO)S?$/u
/** "closed the road", not "tendered to the court" */
const TOLD = new RegExp(
  `\\b(?:${lists.told.join('|')})\\b|\\p{Ll}ed (?!(?:after|as|at|before|by|during|for|from|in|into|near|of|on|outside|over|to|with)\\b)`,
  'iu',
)
const LABELLED_CREDIT =
  /^(?:photo(?:graph)?s?|images?|pictures?) ?(?:credits?|source|courtesy|copyright|by|:)|^credit/iu

/** Sets aside captions and picture credits. They stay evidence for dates. */
export function setAsideCaptions(draft: Draft): Draft {
  const judged = decideOpen(draft, ({ text }) => matchCaption(text))
  const first = judged.blocks.findIndex((block) => isOpen(block) && isSentence(block.text))
  return decideOpen(
    judged,
    (block, index, blocks) =>
      captionByLabel(block, index, blocks, first) ??
      captionBelowCredit(block, blocks[index - 1]) ??
      captionAboveCredit(block, blocks[index + 1]) ??
      captionTold(block, blocks[index + 1], index > first),
  )
}

/** The verdict on a line that is a picture credit, ends in one, or describes a picture with its day. */
export function matchCaption(text: string): Verdict | undefined {
  const count = wordsOf(text).length
  if (count <= 4 && DRAWN.test(text)) return aside('credit', 'clean/picture-credit')
  if (count <= 8 && PERSON_AND_OWNER.test(text)) return aside('credit', 'clean/picture-credit')
  if (
    (CAPITALS.test(text) && CAPITALS_SIGNED.test(text)) ||
    (DASHED.test(text) && (SHOWN.test(text) || /^\p{Lu}[\p{Lu} ]{2,30}: /u.test(text)))
  )
    return aside('caption', 'clean/caption-credit')
  if (count > 80 || /["“”]\s*(?:,|he|she|said)|\bsaid\b/iu.test(text)) return undefined
  const start = startOfCredit(text)
  if (start >= 0 && isPictureCredit(text.slice(start), /\p{Ll}[.!?]$/u.test(text.slice(0, start))))
    return start < 3 ? aside('credit', 'clean/picture-credit') : aside('caption', 'clean/caption-credit')
  if (count > 60 || count < 5) return undefined
  if (OPENING.test(text)) return aside('caption', 'clean/caption-opening')
  if (SCENE.test(text) && (!isEnded(text) || hasDay(text))) return aside('caption', 'clean/caption-scene')
  return SHOWN.test(text) && endsInDay(text) ? aside('caption', 'clean/caption-scene') : undefined
}

/** Where the longest credit at the end of a line begins; -1 when none stands there. */
function startOfCredit(text: string): number {
  const starts = CREDITS.flatMap(({ mark, credit }) => (mark.test(text) ? text.search(credit) : []))
  const found = starts.filter((start) => start >= 0)
  return found.length > 0 ? Math.min(...found) : -1
}

/** A bracket at the end of a line is a picture credit only when it names a service, says so, or parts a paper from a person. */
function isPictureCredit(words: string, isGlued: boolean): boolean {
  const owner = /\/ ?([^()/[\]]{2,40})[)\]]/.exec(words)?.[1]
  if (owner !== undefined && (isAgency(owner) || isMediaName(owner) || !owner.includes(' '))) return true
  if (/^\[[^[\]]{3,40}\/[^[\]]{2,40}\]/.test(words)) return true
  if (isGlued) return true
  return !/^[([]/.test(words) || LOOSE.test(words) || /^[([][^:]{2,40}: ?\p{Lu}/u.test(words)
}

function hasDay(text: string): boolean {
  return (
    findPrintedDays(text).length > 0 ||
    /\b(?:on|in) \p{Lu}\p{L}{2,8}\.? \d{1,2}\b|\bon \d{1,2} \p{Lu}\p{L}{2,8}\b|\bon \p{Lu}\p{L}{2,5}day\b/u.test(text)
  )
}

function endsInDay(text: string): boolean {
  const last = findPrintedDays(text).at(-1)
  return last !== undefined && text.length - last.end <= 2
}

/** A line without a full stop directly above "Video: …", or below "Image caption" alone, is the caption of it. */
function captionByLabel(block: Block, index: number, blocks: readonly Block[], first: number): Verdict | undefined {
  if (isEnded(block.text) || first < 0 || first > index || isTimeLine(block.text) || readByline(block.text))
    return undefined
  const [above, below] = [blocks[index - 1], blocks[index + 1]]
  if (isMediaLabel(below) && !below.isAfterBlank && wordsOf(block.text).length >= 5)
    return aside('caption', 'clean/caption-above-label')
  const isBelow = isMediaLabel(above) && wordsOf(above.text).length <= 3 && wordsOf(block.text).length >= 4
  return isBelow ? aside('caption', 'clean/caption-below-label') : undefined
}

/** "© Agency/Ada Vale" stands above what the picture shows, told in the present. */
function captionBelowCredit({ text }: Block, above: Block | undefined): Verdict | undefined {
  if (above?.verdict?.as !== 'aside') return undefined
  if (above.verdict.kind === 'caption' && SOURCE.test(text) && wordsOf(text).length <= 15)
    return aside('credit', 'clean/picture-credit')
  const isBelow = above.verdict.rule === 'clean/picture-credit'
  return isBelow && SHOWN.test(text) && wordsOf(text).length <= 45
    ? aside('caption', 'clean/caption-below-credit')
    : undefined
}

/** A caption stands above the line that says who took the picture: its first sentence tells nothing that happened. */
function captionAboveCredit({ text }: Block, below: Block | undefined): Verdict | undefined {
  if (below?.verdict?.as !== 'aside') return undefined
  const isCredit = below.verdict.rule === 'clean/picture-credit' || LABELLED_CREDIT.test(below.text)
  const count = wordsOf(text).length
  const first = text.split(/(?<=[\p{Ll}\d][.!?]) (?=\p{Lu})/u, 1)[0]!
  const isCaption =
    isCredit &&
    isEnded(text) &&
    !first.endsWith('?') &&
    count >= 5 &&
    count <= 45 &&
    !/["“”]/u.test(text) &&
    !TOLD.test(first)
  return isCaption ? aside('caption', 'clean/caption-above-credit') : undefined
}

/** The words a page shows in place of a picture stand above its caption: they begin it, or tell of the same things. */
function captionTold({ text }: Block, below: Block | undefined, isInText: boolean): Verdict | undefined {
  if (below?.verdict?.as !== 'aside' || !CAPTIONED.has(below.verdict.rule)) return undefined
  const isBegun = wordsOf(text).length >= 4 && below.text.startsWith(text)
  const isTold =
    isInText &&
    wordsOf(text).length >= 5 &&
    !isEnded(text) &&
    !isTitleCase(text) &&
    countShared(stemsOf(text), stemsOf(below.text)) > 0
  return isBegun || isTold ? aside('caption', 'clean/caption-told') : undefined
}

function isMediaLabel(block: Block | undefined): block is Block {
  return block?.verdict?.as === 'aside' && block.verdict.rule === 'clean/media-label'
}
