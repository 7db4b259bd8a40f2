import { readData } from '../../../text/read-data.ts'
import type { PageBlock } from './list-blocks.ts'
import { readLabel } from '../labels.ts'

const RIGHTS = readLabel('rights-feature', 'i')
const TIME = readLabel('time-feature', 'i')

const lists: Record<'classes' | 'phrases', Record<string, string[]>> = readData('./block-words.yml', import.meta.url)
const CLASSES = Object.entries(lists.classes).map(
  ([name, words]) => [name, new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})`, 'i')] as const,
)
const ANCESTORS = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'figure',
  'figcaption',
  'li',
  'table',
  'form',
  'blockquote',
  'section',
]
const TAGS = [
  'p',
  'div',
  'li',
  'td',
  'h1',
  'h2',
  'h3',
  'h4',
  'figcaption',
  'blockquote',
  'pre',
  'span',
  'dd',
  'section',
  'article',
  'body',
]
/** The features of a block's element: its tag, the elements around it, and what they are called. */
export function describeMarkup({ element, tag }: PageBlock): Record<string, number> {
  const features: Record<string, number> = { [`tag:${TAGS.includes(tag) ? tag : 'other'}`]: 1 }
  let depth = 0
  for (let one: Element | null = element; one && one.localName !== 'html'; one = one.parentElement) {
    const words = labelsOf(one)
    if (depth > 0 && ANCESTORS.includes(one.localName)) features[`in:${one.localName}`] = 1
    if (words !== '' && one.localName !== 'body')
      for (const [name, pattern] of CLASSES)
        if (pattern.test(words)) {
          features[`far:${name}`] = 1
          if (depth <= 2) features[`near:${name}`] = 1
          if (depth === 0) features[`own:${name}`] = 1
        }
    if (isHidden(one)) features['hidden'] = 1
    depth += 1
  }
  features['depth'] = depth
  features['siblings'] = Math.min(30, element.parentElement?.children.length ?? 0)
  features['children'] = Math.min(10, element.children.length)
  features['strong'] = Number(
    element.children.length === 1 &&
      /^(?:strong|b|em|i|u)$/.test(element.children[0]!.localName) &&
      element.children[0]!.textContent?.trim() === element.textContent?.trim(),
  )
  features['bare'] = Number(labelsOf(element) === '')
  return features
}

/** The names of an element: class, id, role and property. */
export function labelsOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('data-component') ?? ''}`
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
}

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')

const PHRASES = Object.entries(lists.phrases).map(
  ([name, words]) => [name, new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu')] as const,
)
/** The end of a sentence. */
const ENDS = /[.!?…。]["”’»)\]]*$/u
/** Words that lead to another page. */
const LEADS = readLabel('related-feature', 'i')

/** The context of the blocks in the page that features need. */
export interface PageWords {
  readonly title: string
  readonly description: string
}

/** Words in lower case, without punctuation. */
export const foldWords = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The features of a block's words.
 *
 * @param repeats number of occurrences of each text in the page
 * @param page the folded words of the page
 */
export function describeText(
  { text, words, linkWords, tag, picture }: PageBlock,
  { repeats, page }: { readonly repeats: ReadonlyMap<string, number>; readonly page: PageWords },
): Record<string, number> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const own = foldWords(text)
  const features: Record<string, number> = {
    words,
    logWords: Math.log2(1 + words),
    letters: letters / Math.max(1, text.length),
    wordLength: text.length / Math.max(1, words),
    links: linkWords / Math.max(1, words),
    allLinks: Number(linkWords >= words),
    sentences: text.match(/[.!?…](?=\s+["“'‘(]?\p{Lu}|$)/gu)?.length ?? 0,
    ends: Number(ENDS.test(text)),
    colon: Number(/:$/.test(text)),
    commas: (text.match(/[,;，、]/g)?.length ?? 0) / Math.max(1, words),
    quotes: Number(/["“”«»]/.test(text)),
    pipes: Number(/[|•·»›]/.test(text)),
    address: Number(/https?:|www\.|@\w|\.com\b/.test(text)),
    digits: (text.match(/\d/g)?.length ?? 0) / Math.max(1, text.length),
    caps: (text.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, letters),
    titleWords: (text.match(/(?<![\p{L}'’])\p{Lu}/gu)?.length ?? 0) / Math.max(1, words),
    lower: Number(/^\p{Ll}/u.test(text)),
    question: Number(/\?$/.test(text)),
    ellipsis: Number(/(?:…|\.\.\.)$/.test(text)),
    copyright: Number(RIGHTS.test(text)),
    time: Number(TIME.test(text)),
    year: Number(/\b20\d\d\b/.test(text)),
    heading: Number(/^h[1-6]$/.test(tag)),
    isTitle: Number(own.length > 8 && (page.title === own || page.title.startsWith(own))),
    inTitle: Number(own.length > 3 && page.title.includes(own)),
    isDescription: Number(
      own.length > 20 &&
        (page.description.startsWith(own) ||
          (own.startsWith(page.description.slice(0, 80)) && page.description.length > 40)),
    ),
    repeats: Math.min(4, repeats.get(text)! - 1),
    pictureLine: Number(picture !== undefined && !ENDS.test(text)),
    isPicture: Number(picture !== undefined && isNamedBy(own, foldWords(picture))),
    linkItem: Number(tag === 'li' && linkWords >= words * 0.8),
    leads: Number(LEADS.test(text)),
    shouts: Number(letters > 12 && linkWords >= words * 0.8 && text === text.toUpperCase()),
  }
  for (const [name, pattern] of PHRASES) if (pattern.test(text)) features[`says:${name}`] = 1
  return features
}

/** One of two texts of some length holds the other. */
const isNamedBy = (own: string, alt: string) =>
  Math.min(own.length, alt.length) >= 12 && (own.includes(alt) || alt.includes(own))
