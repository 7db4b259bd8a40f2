import type { CslDate, CslItem, CslName } from './csl.ts'
import { cleanText, isoDate } from './csl.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'%&#$_'].map((mark) => [mark, `\\${mark}`])),
}

/** The commands that stand for characters, for the reader. */
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
    [isNews ? 'journaltitle' : isOurs ? 'maintitle' : 'organization', escape(item['container-title'])],
    ['entrysubtype', isOurs ? undefined : 'newspaper'],
    ['date', item.issued && isoDate(item.issued)],
    ['url', item.URL],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['langid', escape(item.language)],
    ['abstract', escape(item.abstract)],
    ['library', escape(item.archive)],
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
    [isNews ? 'journal' : 'publisher', escape(item['container-title'])],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['day', day === undefined ? undefined : String(day)],
    ['howpublished', isNews ? undefined : at],
  ])
}

function commonFields({ title, author, note, page }: CslItem, at?: string): [string, string | undefined][] {
  return [
    ['author', author?.map(writeName).join(' and ')],
    ['title', `{${escape(title)}}`],
    ['pages', escape(page)],
    ['note', [escape(note), at].filter(Boolean).join('; ') || undefined],
  ]
}

function writeEntry(type: string, id: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@${type}{${id.replace(/[^\w-]/g, '')},\n${lines.join('')}}\n`
}

/** Family, suffix and given parts, each in braces where a comma or " and " would cut it. */
function writeName(name: CslName): string {
  if ('literal' in name) return `{${escape(name.literal)}}`
  return [name.family, ...(name.suffix === undefined ? [] : [name.suffix]), name.given]
    .map((part) => (/,|\band\b/i.test(part) ? `{${escape(part)}}` : escape(part)))
    .join(', ')
}

function escape(text: string): string
function escape(text: string | undefined): string | undefined
function escape(text: string | undefined): string | undefined {
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
