import type { CslDate, CslItem, CslName } from './csl.ts'
import { cleanText, givenNames, isoDate } from './csl.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'%&#$_'].map((mark) => [mark, `\\${mark}`])),
}

/** LaTeX commands by their character. */
export const COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES).map(([mark, command]) => [command, mark]),
)

/** An article of a paper has both a paper and a day; BibLaTeX warns of an `@article` without them. */
function isArticle(item: CslItem): boolean {
  return item.type === 'article-newspaper' && item['container-title'] !== undefined && item.issued !== undefined
}

/** A citation as one BibLaTeX entry: `@article`, `@online`, or `@misc` for what has no address. Unicode is kept; braces always balance. */
export function writeBiblatex(item: CslItem): string {
  const isNews = isArticle(item)
  const isOurs = item.type === 'webpage'
  return writeEntry(isNews ? 'article' : item.URL === undefined && !isOurs ? 'misc' : 'online', item.id, [
    ...commonFields(item),
    [isNews ? 'journaltitle' : isOurs ? 'maintitle' : 'organization', escapeTex(item['container-title'])],
    ['entrysubtype', isOurs ? undefined : 'newspaper'],
    ['date', item.issued && isoDate(item.issued)],
    ['url', item.URL],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['langid', escapeTex(item.language)],
    ['abstract', escapeTex(item.abstract)],
    ['library', escapeTex(item.archive)],
  ])
}

/** A citation as one entry of classic BibTeX, whose styles know neither dates nor addresses. */
export function writeBibtex(item: CslItem): string {
  const isNews = isArticle(item)
  const [year, month, day] = item.issued?.['date-parts'][0] ?? []
  const at = item.URL && `\\url{${item.URL}}`
  return writeEntry(isNews ? 'article' : 'misc', item.id, [
    ...commonFields(
      isNews ? { ...item, note: [item.archive, item.note].filter(Boolean).join('; ') } : item,
      isNews ? at : undefined,
    ),
    [isNews ? 'journal' : 'publisher', escapeTex(item['container-title'])],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['day', day === undefined ? undefined : String(day)],
    ['howpublished', isNews ? undefined : at],
  ])
}

function commonFields({ title, author, note, page }: CslItem, at?: string): [string, string | undefined][] {
  return [
    ['author', author?.map(writeName).join(' and ')],
    ['title', `{${escapeTex(title)}}`],
    ['pages', escapeTex(page)],
    ['note', [escapeTex(note), at].filter(Boolean).join('; ') || undefined],
  ]
}

function writeEntry(type: string, id: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@${type}{${id.replace(/[^\w-]/g, '')},\n${lines.join('')}}\n`
}

/** Family, suffix and given parts, each in braces where a comma or " and " would cut it. */
function writeName(name: CslName): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`
  return [name.family, ...(name.suffix === undefined ? [] : [name.suffix]), name.given]
    .map((part) => (/,|\band\b/i.test(part) ? `{${escapeTex(part)}}` : escapeTex(part)))
    .join(', ')
}

function escapeTex(text: string): string
function escapeTex(text: string | undefined): string | undefined
function escapeTex(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text).replace(/[\\{}~^%&#$_]/g, (mark) => ESCAPES[mark]!)
}

/** RIS tags of the text fields. */
export const TAGS = {
  title: 'TI',
  'container-title': 'T2',
  language: 'LA',
  abstract: 'AB',
  page: 'SP',
  archive: 'DP',
  note: 'N1',
} as const
const TYPES = { 'article-newspaper': 'NEWS', webpage: 'ELEC' } as const

/** A citation as one RIS record: one line a field, never wrapped, an AU line a name: family, given, suffix. */
export function writeRis(item: CslItem): string {
  const texts = Object.entries(TAGS).map(([key, tag]) => [tag, item[key as keyof typeof TAGS]] as const)
  const fields = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name) => ['AU', writeRisName(name)] as const),
    ...texts,
    ['PY', item.issued && isoDate(item.issued).slice(0, 4)],
    ['DA', item.issued && risDate(item.issued)],
    ['Y2', item.accessed && risDate(item.accessed)],
    ['UR', item.URL],
  ] as const
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${cleanText(value)}\r\n`] : []))
  return `${lines.join('')}ER  - \r\n`
}

function writeRisName(name: CslName): string {
  return 'literal' in name
    ? name.literal
    : [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ')
}

/** `2017/02/13/`: always three slashes, unknown parts empty. */
function risDate(date: CslDate): string {
  const [year = '', month = '', day = ''] = isoDate(date).split('-')
  return `${year}/${month}/${day}/`
}

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

/** Characters that would end a parameter, a template or a link, or begin markup. */
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
    value ? [` |${name}=${name === 'url' ? value : escapeWiki(value)}`] : [],
  )
  return `{{cite ${isNews ? 'news' : 'web'}${written.join('')}}}`
}

function escapeWiki(text: string): string {
  return cleanText(text).replace(/[|{}[\]<>~]|'(?=')/g, (mark) => MARKUP[mark]!)
}
