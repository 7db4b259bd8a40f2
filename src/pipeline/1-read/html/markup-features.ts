import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { PageBlock } from './list-blocks.ts'

const lists: { classes: Record<string, string[]> } = parse(
  readFileSync(new URL('./block-words.yml', import.meta.url), 'utf8'),
)
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
