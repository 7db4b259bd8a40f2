import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { PageBlock } from './list-blocks.ts'

import type { Voices } from './voices.ts'

/** What the classifier looks at in a block: numbers by name; a name that is absent stands for 0. */
export type Features = Readonly<Record<string, number>>

const lists: { classes: Record<string, string[]>; phrases: Record<string, string[]> } = parse(
  readFileSync(new URL('./block-words.yml', import.meta.url), 'utf8'),
)
const CLASSES = Object.entries(lists.classes).map(
  ([name, words]) => [name, new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})`, 'i')] as const,
)
const PHRASES = Object.entries(lists.phrases).map(
  ([name, words]) => [name, new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu')] as const,
)
/** The end of a sentence. */
const ENDS = /[.!?…。]["”’»)\]]*$/u
/** Words that lead to another page. */
const LEADS =
  /^(?:related|see (?:more|also)|read (?:more|also|next)|also read|more|watch|listen|follow|don't miss|up next)\b[^.]{0,30}:/i
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
/** Of a block's own features, those that its neighbours are looked at for. */
const SHARED = [
  'words',
  'links',
  'ends',
  'readability',
  'judge',
  'tag:p',
  'data',
  'near:body',
  'heading',
  'near:related',
  'near:comment',
  'caps',
  'pictureLine',
]
const REACH = 2

/** The page around the blocks, as far as features need it. */
export interface PageWords {
  readonly title: string
  readonly description: string
}

/** The features of every block of a page. */
export function describeBlocks(blocks: readonly PageBlock[], voices: Voices, page: PageWords): Features[] {
  const index = indexPage(blocks, voices, page)
  const own = blocks.map((block, at) => describeAlone(block, at, index))
  addSignatures(blocks, own)
  return own.map((features, at) => {
    const all: Record<string, number> = { ...features }
    for (let step = -REACH; step <= REACH; step += 1) {
      const other = step === 0 ? undefined : own[at + step]
      if (!other) continue
      for (const name of SHARED) if (other[name]) all[`${step}:${name}`] = other[name]
    }
    return all
  })
}

interface PageIndex {
  readonly count: number
  readonly voices: Voices
  readonly head: number
  readonly first: number
  readonly last: number
  readonly repeats: ReadonlyMap<string, number>
  readonly total: number
  readonly prose: ReadonlyMap<Element, number>
  readonly page: PageWords
  readonly before: readonly number[]
}

function indexPage(blocks: readonly PageBlock[], voices: Voices, page: PageWords): PageIndex {
  const prose = new Map<Element, number>()
  const repeats = new Map<string, number>()
  const before: number[] = []
  let total = 0
  for (const block of blocks) {
    before.push(total)
    repeats.set(block.text, (repeats.get(block.text) ?? 0) + 1)
    if (!isProse(block)) continue
    total += block.words
    for (let one = block.element.parentElement, step = 0; one && step < 4; one = one.parentElement, step += 1)
      prose.set(one, (prose.get(one) ?? 0) + block.words)
  }
  const title = foldWords(page.title)
  const head = blocks.findIndex(
    ({ tag, text }) => /^h[12]$/.test(tag) && foldWords(text).length > 8 && title.includes(foldWords(text)),
  )
  return {
    count: blocks.length,
    voices,
    head: head >= 0 ? head : blocks.findIndex(({ tag }) => tag === 'h1'),
    first: voices.readability.indexOf(true),
    last: voices.readability.lastIndexOf(true),
    repeats,
    total: Math.max(1, total),
    prose,
    page: { title, description: foldWords(page.description) },
    before,
  }
}

const isProse = ({ words, linkWords, text }: PageBlock) =>
  words >= 8 && linkWords / words < 0.4 && /[.!?…。"”»)]\s*$/.test(text)

/** Words in lower case, without what stands between them. */
export const foldWords = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function describeAlone(block: PageBlock, at: number, page: PageIndex): Record<string, number> {
  return {
    ...describeText(block, page),
    ...describePlace(block, at, page),
    ...describeMarkup(block),
    readability: Number(page.voices.readability[at]),
    judge: Number(page.voices.judge[at]),
    agree: Number(page.voices.readability[at]) + Number(page.voices.judge[at]),
    data: page.voices.data[at]!,
    hasData: Number(page.voices.data.some((share) => share > 0.6)),
    noData: Number(page.voices.data.some((share) => share > 0.6) && page.voices.data[at]! < 0.2),
  }
}

function describeText(
  { text, words, linkWords, tag, picture }: PageBlock,
  { repeats, page }: PageIndex,
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
    copyright: Number(/©|\(c\)|all rights reserved/i.test(text)),
    time: Number(/\b\d{1,2}[:.]\d\d\b|\b\d+ (?:hours?|minutes?|days?|weeks?) ago\b/i.test(text)),
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

function describePlace({ element }: PageBlock, at: number, page: PageIndex): Record<string, number> {
  const features: Record<string, number> = {
    position: at / page.count,
    before: page.before[at]! / page.total,
    fromHead: page.head < 0 ? -99 : Math.max(-20, Math.min(60, at - page.head)),
    isBeforeHead: Number(page.head >= 0 && at < page.head),
    hasHead: Number(page.head >= 0),
    fromFirst: page.first < 0 ? -99 : Math.max(-20, Math.min(20, at - page.first)),
    fromLast: page.last < 0 ? 99 : Math.max(-20, Math.min(20, at - page.last)),
    within: Number(page.first >= 0 && at >= page.first && at <= page.last),
    blocks: page.count,
  }
  let one: Element | null = element.parentElement
  for (const name of ['parent', 'grand', 'great', 'fourth']) {
    features[name] = one ? (page.prose.get(one) ?? 0) / page.total : 1
    one = one?.parentElement ?? null
  }
  return features
}

function describeMarkup({ element, tag }: PageBlock): Record<string, number> {
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

/** What an element is called: class, id, role and property. */
export function labelsOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('data-component') ?? ''}`
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
}

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')

/** What the blocks with the same tags and classes have in common. */
function addSignatures(blocks: readonly PageBlock[], features: Record<string, number>[]): void {
  const groups = new Map<string, number[]>()
  for (const [at, { element }] of blocks.entries()) {
    const signature = signatureOf(element)
    groups.set(signature, [...(groups.get(signature) ?? []).slice(-2000), at])
  }
  const total = blocks.reduce((sum, { words }) => sum + words, 1)
  for (const members of groups.values()) {
    const mean = (name: string) => members.reduce((sum, at) => sum + (features[at]![name] ?? 0), 0) / members.length
    const shared = {
      'same:count': Math.min(50, members.length),
      'same:words': mean('words'),
      'same:links': mean('links'),
      'same:ends': mean('ends'),
      'same:readability': mean('readability'),
      'same:judge': mean('judge'),
      'same:data': mean('data'),
      'same:share': members.reduce((sum, at) => sum + blocks[at]!.words, 0) / total,
    }
    for (const at of members) Object.assign(features[at]!, shared)
  }
}

function signatureOf(element: Element): string {
  const steps: string[] = []
  for (let one: Element | null = element, step = 0; one && step < 3; one = one.parentElement, step += 1)
    steps.push(`${one.localName}.${(one.getAttribute('class') ?? '').replaceAll(/\d+/g, '0').trim()}`)
  return steps.join('<')
}
