import type { CslItem, CslName } from './csl.ts'
import { cleanText, givenNames, isoDate } from './csl.ts'

/** A citation as plain text: who, what, where, when, our address, and what proves it. */
export function writePlain({
  author = [],
  title,
  'container-title': container,
  issued,
  abstract,
  page,
  URL: address,
  archive,
  note,
}: CslItem): string {
  const head = [author.map(nameOf).join(', '), `“${title}”`, container, issued && isoDate(issued), page && `p. ${page}`]
  const parts = [
    head.filter(Boolean).join(', '),
    abstract && `“${abstract}”`,
    [archive, address].filter(Boolean).join(', '),
    note,
  ]
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]”?$/.test(part!) ? part : `${part}.`))
    .join(' ')
}

function nameOf(name: CslName): string {
  return 'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ')
}

/** What would end a parameter, a template or a link, or begin markup. */
const MARKUP: Readonly<Record<string, string>> = {
  '|': '{{!}}',
  '{': '&#123;',
  '}': '&#125;',
  '[': '&#91;',
  ']': '&#93;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '~': '&#126;',
}

/** A citation as a Wikipedia template: `cite news` for a source, `cite web` for a page of the dossier's own. */
export function writeWikipedia(item: CslItem): string {
  const names = (item.author ?? []).flatMap((name, at): [string, string][] => {
    const number = at + 1
    return 'literal' in name
      ? [[`author${number}`, name.literal]]
      : [
          [`last${number}`, name.family],
          [`first${number}`, givenNames(name)],
        ]
  })
  const isNews = item.type === 'article-newspaper'
  const fields: (readonly [string, string | undefined])[] = [
    ...names,
    ['title', item.title],
    ['url', item.URL],
    [isNews ? 'work' : 'website', item['container-title']],
    ['date', item.issued && isoDate(item.issued)],
    ['access-date', item.accessed && isoDate(item.accessed)],
    ['language', item.language],
    ['via', item.archive],
    ['id', item.note],
    ['page', item.page],
    ['quote', item.abstract],
  ]
  const written = fields.flatMap(([name, value]) =>
    value ? [` |${name}=${name === 'url' ? value : escape(value)}`] : [],
  )
  return `{{cite ${isNews ? 'news' : 'web'}${written.join('')}}}`
}

function escape(text: string): string {
  return cleanText(text).replace(/[|{}[\]<>~]|'(?=')/g, (mark) => MARKUP[mark]!)
}
