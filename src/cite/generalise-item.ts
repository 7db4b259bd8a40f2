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
  const replace = (field: 'title' | 'container-title', firstWords: readonly string[]) => {
    const text = item[field]
    const runs = text === undefined ? [] : findRuns(text, firstWords)
    if (text === undefined || runs.length === 0) return
    const capitals = toTitleCase(text)
    if (!haveSameMarks(text, capitals, runs)) return
    item[field] = fillRuns(text, runs)
    for (const { start, end, placeholder } of runs)
      fills.push((html) =>
        fillWords(html, placeholder, { asIs: text.slice(start, end), capitals: capitals.slice(start, end) }),
      )
  }
  replace('title', OF_TITLE)
  replace('container-title', OF_CONTAINER)
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

/** A word, a small one and a capitalised one, as they are and in title case. */
interface Placeholder {
  readonly word: string
  readonly asIs: string
  readonly capitals: string
}

/** First words of placeholders: a title with more runs of words is formatted as it is. */
const OF_TITLE = ['qxqxqx', 'qkqkqk', 'qvqvqv', 'qzqzqz']
const OF_CONTAINER = ['wkwkwk']

/** @param isCapitalised whether what it stands for begins with a capital or a digit: a style may change a small letter */
function makePlaceholder(word: string, isCapitalised: boolean): Placeholder {
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return { word, asIs: `${isCapitalised ? capital : word} zvzvzv Yjyjyj`, capitals: `${capital} Zvzvzv Yjyjyj` }
}

const PLAIN_ADDRESS = /^https:\/\/[\w/.#-]*[\w/]$/
const ADDRESS = 'https://qjqjqj.example/'

/** Words of a title between its quotation marks, and the placeholder for them. */
interface Run {
  readonly start: number
  readonly end: number
  readonly placeholder: Placeholder
}

const WORD = '[A-Za-zÀ-ÖØ-öø-ÿ\\d]+(?:[-’][A-Za-zÀ-ÖØ-öø-ÿ\\d]+)*'
const WORDS = new RegExp(`${WORD}(?:[,:]? ${WORD})*`, 'g')

/** What may stand before the runs of a title, between them and behind them: a style prints these marks by themselves. */
const MARKS = { before: /^“?$/, between: /^(?:[,:]? “|,?” )$/, behind: /^(?:,?”)? ?[…?]?$/ }

/** The runs of a title that is made of words and these marks alone; of any other none. */
function findRuns(text: string, firstWords: readonly string[]): Run[] {
  const found = [...text.matchAll(WORDS)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  const marks = [0, ...found.map(({ end }) => end)].map((from, at) => text.slice(from, found[at]?.start))
  const isPlain =
    found.length <= firstWords.length &&
    found.every(({ start }) => /[A-Za-z\d]/.test(text.charAt(start))) &&
    marks.every((mark, at) => (at === 0 ? MARKS.before : found[at] ? MARKS.between : MARKS.behind).test(mark))
  if (!isPlain) return []
  return found.map((run, at) => ({
    ...run,
    placeholder: makePlaceholder(firstWords[at]!, /[A-Z\d]/.test(text.charAt(run.start))),
  }))
}

function fillRuns(text: string, runs: readonly Run[]): string {
  const parts = runs.map(({ start, placeholder }, at) => text.slice(runs[at - 1]?.end ?? 0, start) + placeholder.asIs)
  return parts.join('') + text.slice(runs.at(-1)!.end)
}

/** Whether title case changed letters alone, so that its runs stand at the same places. */
function haveSameMarks(text: string, capitals: string, runs: readonly Run[]): boolean {
  return text.length === capitals.length && fillRuns(text, runs) === fillRuns(capitals, runs)
}

type Forms = Pick<Placeholder, 'asIs' | 'capitals'>

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
