import type { CslItem } from './csl.ts'

/*
 * Formatting is slow, and most citations differ only in names, words and days. An item is formatted once with
 * placeholders for them, which are then replaced by the words and days as the style prints them. If it is unclear how
 * a style prints something, the item itself is formatted.
 */

/** An item with placeholders, and what puts the words in their place; that gives nothing where a line cannot be filled. */
export interface Shape {
  readonly item: Omit<CslItem, 'id'>
  readonly fill: (html: string) => string | undefined
}

type Fill = Shape['fill']

/**
 * The item without what no style shows, and with placeholders.
 *
 * @param toTitleCase gives a title of the item in title case, as the processor writes it
 */
export function generalise(
  { id: _, note: __, abstract: ___, ...shown }: CslItem,
  toTitleCase: (title: string) => string,
): Shape {
  const fills: Fill[] = []
  const item = { ...shown }
  const replace = <Field extends 'title' | 'container-title'>(field: Field, placeholder: Placeholder) => {
    const text = item[field]
    const end = text && PLAIN_TITLE.exec(text)?.groups!['end']
    if (text === undefined || end === undefined) return
    item[field] = placeholder.asIs + end
    const words = text.slice(0, text.length - end.length)
    const capitals = toTitleCase(text)
    if (!capitals.endsWith(end)) return
    fills.push((html) => fillWords(html, placeholder, { asIs: words, capitals: capitals.slice(0, words.length) }))
  }
  replace('title', TITLE)
  replace('container-title', CONTAINER)
  if (item.URL !== undefined && PLAIN_ADDRESS.test(item.URL)) {
    const { URL: address } = item
    item.URL = ADDRESS
    fills.push((html) => html.replaceAll(ADDRESS, () => address))
  }
  const day = generaliseDay(item)
  if (day) fills.unshift(day.fill)
  const fill: Fill = (html) => fills.reduce<string | undefined>((line, one) => line && one(line), html)
  return { item: { ...item, ...(day && { issued: day.issued }) }, fill }
}

/** A capitalised word, a small one and a capitalised one, as they are and in title case. */
interface Placeholder {
  readonly word: string
  readonly asIs: string
  readonly capitals: string
}
const TITLE: Placeholder = { word: 'qxqxqx', asIs: 'Qxqxqx zvzvzv Yjyjyj', capitals: 'Qxqxqx Zvzvzv Yjyjyj' }
const CONTAINER: Placeholder = { word: 'wkwkwk', asIs: 'Wkwkwk vhvhvh Ujujuj', capitals: 'Wkwkwk Vhvhvh Ujujuj' }

const PLAIN_ADDRESS = /^https:\/\/[\w/.#-]*[\w/]$/
const ADDRESS = 'https://qjqjqj.example/'

type Forms = Pick<Placeholder, 'asIs' | 'capitals'>

/** Words of letters and digits in one line, and what they end with: what follows that depends on it. */
const PLAIN_TITLE =
  /^(?=[A-Z\d])(?:[A-Za-zÀ-ÖØ-öø-ÿ\d]+(?:[-’][A-Za-zÀ-ÖØ-öø-ÿ\d]+)*[,:]? )*[A-Za-zÀ-ÖØ-öø-ÿ\d]+(?:[-’][A-Za-zÀ-ÖØ-öø-ÿ\d]+)*(?<end>[…?]?)$/

function fillWords(html: string, placeholder: Placeholder, forms: Forms): string | undefined {
  const line = html
    .replaceAll(placeholder.asIs, () => forms.asIs)
    .replaceAll(placeholder.capitals, () => forms.capitals)
  return line.toLowerCase().includes(placeholder.word) ? undefined : line
}

/** A year and days that cannot be confused with other digits of the item. */
const YEAR = 8888
const LATE_DAY = 29

/** A day of the same month with as many digits, in a placeholder year; only if the item has no other digits. */
function generaliseDay(item: Omit<CslItem, 'id'>) {
  const { issued, ...others } = item
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  if (year === undefined || year < 1000 || /\d/.test(JSON.stringify(others))) return undefined
  const early = month === 9 ? 8 : 9
  const placeholder = day === undefined || day < 10 ? early : LATE_DAY
  const parts = [YEAR, ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [placeholder])]
  const fill: Fill = (html) => {
    const rest = html.replace(/\b8888\b/g, '').replace(/&#\d+;/g, '')
    const found = day === undefined ? [] : [...rest.matchAll(new RegExp(`\\b(0?)${placeholder}\\b`, 'g'))]
    const isWhole = !rest.includes('8888') && rest.split(String(placeholder)).length - 1 === found.length
    if (!isWhole) return undefined
    const withDay =
      day === undefined ? html : html.replace(new RegExp(`(?<!#)\\b(0?)${placeholder}\\b`, 'g'), `$1${day}`)
    return withDay.replace(/\b8888\b/g, String(year))
  }
  return { issued: { 'date-parts': [parts] as const }, fill }
}
