import type { Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ReadBlock } from '../formats/format.ts'
import type { PageBlock } from './list-blocks.ts'
import { foldWords, labelsOf } from './features.ts'
import { splitAuthors } from './read-metadata.ts'
import { readLabel } from '../labels.ts'

const ENTRY_LABEL = readLabel('entry-label', 'i')
const SPONSORED = readLabel('sponsored', 'i')
const BY = readLabel('by', 'iu')

/** Kinds of blocks that are not text, by the elements around them, the surest first. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['comment', /comment|disqus|reply|respond/i],
  ['consent', /cookie|consent|gdpr|privacy/i],
  ['caption', /caption|figure|photo|image|gallery|credit/i],
  ['related', /related|recommend|read-?more|more-|trending|popular|teaser|promo|outbrain|taboola/i],
  ['share', /share|social|follow/i],
  ['subscribe', /newsletter|subscri|sign-?up|paywall|register|donate/i],
  ['advertisement', /\bad[s-]?\b|advert|amp-ad|sponsor/i],
  ['navigation', /\bnav|menu|breadcrumb|header|masthead/i],
  ['legal', /foot|legal|copyright/i],
]

/** The kind of a block that the classifier left out, and the rule's name. */
export function kindOfBlock({ element }: PageBlock): { kind: string; rule: string } {
  for (let one: Element | null = element; one && one.localName !== 'body'; one = one.parentElement) {
    const words = `${one.localName} ${one.getAttribute('class') ?? ''} ${one.getAttribute('id') ?? ''}`
    const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0]
    if (kind) return { kind, rule: 'boilerplate/not-article' }
  }
  return { kind: 'page', rule: 'boilerplate/not-article' }
}

/** Lines below the headline, and right above and below the text, that are looked at for author and day. */
const REACH = 8
const LONGEST = 220

/** Finds the blocks that are not text and may name the author or the day. */
export function findBylines(
  blocks: readonly PageBlock[],
  head: number,
  first: number,
  last: number,
): (index: number) => boolean {
  return (index) => {
    const { text, element } = blocks[index]!
    if (
      text.length > LONGEST ||
      element.closest('nav, aside, footer, [class*=comment], [class*=related], [class*=share]')
    )
      return false
    return (index > head && index < first && index <= head + REACH) || (index > last && index <= last + 2)
  }
}

/** “Update 4” over an entry of a live blog says nothing. */
export function isLabel({ text }: PageBlock): boolean {
  return ENTRY_LABEL.test(text)
}

/** Elements that are never text, regardless of the classifier. */
const NEVER =
  'nav, dialog, amp-ad, amp-embed, amp-consent, amp-sidebar, amp-user-notification, [role=navigation], [role=dialog], [id*=cookie-consent], [class*=cookie-banner], [class*=cookie-consent], [id=comments], [id=disqus_thread]'
const TRANSCRIPT = readLabel('transcript', 'i')
const PRINTED = readLabel('printed', 'i')
const UPDATED = readLabel('updated', 'i')
const CLOCK = /^\d{1,2}[:.]\d\d(?:\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h|gmt|utc|est|cet|bst))?$/i

/** Who wrote or edited the article, behind its end. */
const CREDIT = readLabel('credit', 'u')
const LONGEST_CREDIT = 300

/** The reason why a block is not text where its element or its form leaves no doubt. */
export function findPlainReason(block: PageBlock): { kind: string; rule: string } | undefined {
  const { element, text } = block
  if (element.closest(NEVER)) return { ...kindOfBlock(block), rule: 'boilerplate/never-article' }
  if (isCaption(block)) return { kind: 'caption', rule: 'boilerplate/caption' }
  if (isLinkLine(block)) return { kind: 'related', rule: 'boilerplate/link-line' }
  if (CREDIT.test(text) && text.length < LONGEST_CREDIT) return { kind: 'byline', rule: 'boilerplate/credit-line' }
  if (SPONSORED.test(text) && text.length < 120) return { kind: 'advertisement', rule: 'boilerplate/advertisement' }
  if (TRANSCRIPT.test(text) && element.closest('[class*=video], [class*=audio], [class*=player], [class*=transcript]'))
    return { kind: 'transcript', rule: 'boilerplate/transcript' }
  if (PRINTED.test(text)) return { kind: 'navigation', rule: 'boilerplate/printed-address' }
  if (CLOCK.test(text) || UPDATED.test(text)) return { kind: 'metadata', rule: 'boilerplate/time-line' }
  return undefined
}

/** Words of a picture: its caption or credit by the markup, or a line below it that its alternative text holds. */
function isCaption({ element, text, tag, picture }: PageBlock): boolean {
  if (
    element.closest('figcaption') ||
    (element.closest('figure') && !element.closest('table, blockquote, pre, ul, ol'))
  )
    return true
  if (CAPTION.test(labelsOf(element))) return true
  const own = foldWords(text)
  return picture !== undefined && own.length >= 12 && !/^h[1-6]$/.test(tag) && foldWords(picture).includes(own)
}

const CAPTION = /(?:^|[\s_-])(?:caption|figcaption|wp-caption|cutline)/i

/** A paragraph that leads to another article: nothing but a link, and no sentence. */
function isLinkLine({ text, tag, words, linkWords }: PageBlock): boolean {
  if (tag !== 'p' || words < 4 || linkWords < words / 2) return false
  return LEADS.test(text) || (linkWords >= words * 0.8 && !/[.!?…。]["”’»)\]]*$/u.test(text))
}

const LEADS = readLabel('related', 'i')

/** A short line without a sentence between headline and text is a byline, a date or a label. */
export function isLine({ words, text, tag }: PageBlock): boolean {
  return words <= 12 && !/[.!?…:]["”’»)]*$/.test(text) && !/^h[2-6]$/.test(tag)
}

const NAME =
  "\\p{Lu}[\\p{L}'’.-]{1,24}(?: (?:de|van|der|den|von|da|di|del|la|le|el|al|bin|ibn|ter|ten))*(?: \\p{Lu}[\\p{L}'’.-]{0,24}){1,3}"
const NAMES = `${NAME}(?:(?:, | and | & | und | et | y )${NAME}){0,4}`
const LINE = new RegExp(
  `^(?:by |von |par |por |di |door )?(?<names>${NAMES})(?:(?:\\s*[,|·•–—-]\\s*|\\s+(?=\\d))(?<rest>.{4,60}))?$`,
  'u',
)

/**
 * Author and date in a line between headline and text, as “Ines Okafor, 28 February 2023”. A name is read only beside
 * a date or after “by”.
 */
export function readBylineLine(blocks: readonly ReadBlock[]): Stated[] {
  return blocks
    .filter(({ role }) => role === 'credit')
    .flatMap(({ text, place }): Stated[] => {
      const { names, rest } = LINE.exec(text)?.groups ?? {}
      const day = findDay(rest ?? text)
      const where = `line “${text.slice(0, 60)}”${place?.element ? `, ${place.element}` : ''}`
      const isNamed = names !== undefined && (day !== undefined || BY.test(text))
      return [
        ...(isNamed ? [{ field: 'authors' as const, value: splitAuthors(names), place: where }] : []),
        ...(day && text.length < 80 ? [{ field: 'date' as const, value: day, place: where, words: rest ?? text }] : []),
      ]
    })
}

/**
 * Excludes the line directly below the headline if it names the author, or author and date, and returns the metadata.
 * Only for documents whose whole text is the article; web pages have other lines there.
 */
export function takeByline(blocks: readonly ReadBlock[]): { blocks: readonly ReadBlock[]; stated: Stated[] } {
  const at = blocks.findIndex(({ role }) => role === 'headline') + 1
  const block = blocks[at]
  if (at === 0 || !block || !['open', 'paragraph'].includes(block.role)) return { blocks, stated: [] }
  const place = `line below the headline`
  const stated: Stated[] = isNameLine(block.text)
    ? [{ field: 'authors', value: splitAuthors(block.text), place }]
    : readBylineLine([{ ...block, role: 'credit' }])
  if (stated.length === 0) return { blocks, stated }
  const aside = { ...block, role: 'aside', kind: 'byline', rule: 'boilerplate/name-below-headline' } as const
  return { blocks: blocks.with(at, aside), stated }
}

const NAME_LINE = new RegExp(`^(?:by |von |par |por |di |door )?${NAMES}$`, 'u')

/** True for a line of personal names only, judged by their form. */
export function isNameLine(text: string): boolean {
  return NAME_LINE.test(text) && text.split(' ').length <= 9
}
