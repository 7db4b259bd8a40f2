/** A name in the text: UTF-16 range over the paragraph, one letter for the kind, and the id of its entity. */
export interface GoldName {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly id: string
}

/** A date in the text; `lo` and `hi` are days, absent if a reader cannot determine them. */
export interface GoldDate {
  readonly start: number
  readonly end: number
  readonly lo?: string
  readonly hi?: string
}

/** Words that somebody said: an id, `?` for nobody named, or `+` and a description. */
export interface GoldQuotation {
  readonly start: number
  readonly end: number
  readonly speaker: string
}

export interface GoldParagraph {
  readonly text: string
  readonly names: readonly GoldName[]
  readonly dates: readonly GoldDate[]
  readonly quotations: readonly GoldQuotation[]
}

/** An article as a person would save it, and what a careful reader says of it. */
export interface MarkedArticle {
  readonly text: string
  readonly headline: string | undefined
  readonly authors: readonly string[]
  readonly date: string | undefined
  readonly publisher: string | undefined
  readonly paragraphs: readonly GoldParagraph[]
}

const FIELD = /^([HBDP]): (.*?)(?: => ?(.*))?$/
const OPEN = /\[|\{(\?|\+[^:}]+|\w+):/y
const CLOSE_NAME = /\|([a-z]):([^\]]+)\]/y

/** Reads the markup that `README.md` beside this file describes. */
export function readMarkedArticle(marked: string): MarkedArticle {
  const lines: string[] = []
  const fields = new Map<string, string>()
  const paragraphs: GoldParagraph[] = []
  for (const line of marked.split('\n').filter((one) => one !== '')) {
    const field = FIELD.exec(line)
    if (field) {
      fields.set(field[1]!, field[3] ?? field[2]!)
      lines.push(field[2]!)
    } else if (line.startsWith('~')) {
      lines.push(line.slice(1))
    } else {
      const [dateline, body] = line.includes('¦') ? line.split('¦') : ['', line]
      const paragraph = readParagraph(body!)
      paragraphs.push(paragraph)
      lines.push(dateline + paragraph.text)
    }
  }
  const split = (value: string | undefined) => (value ? value.split('; ') : [])
  return {
    text: `${lines.join('\n\n')}\n`,
    headline: fields.get('H'),
    authors: split(fields.get('B')),
    date: fields.get('D'),
    publisher: fields.get('P'),
    paragraphs,
  }
}

function readParagraph(line: string): GoldParagraph {
  const names: GoldName[] = []
  const dates: GoldDate[] = []
  const quotations: GoldQuotation[] = []
  const open: { at: number; speaker: string | undefined }[] = []
  let text = ''
  for (let at = 0; at < line.length; ) {
    OPEN.lastIndex = CLOSE_NAME.lastIndex = at
    const opened = OPEN.exec(line)
    const name = CLOSE_NAME.exec(line)
    if (opened) {
      open.push({ at: text.length, speaker: opened[1] })
      at += opened[0].length
    } else if (name) {
      const range = { start: open.pop()!.at, end: text.length }
      if (name[1] === 'd') dates.push({ ...range, ...readInterval(name[2]!) })
      else names.push({ ...range, kind: name[1]!, id: name[2]! })
      at += name[0].length
    } else if (line[at] === '}') {
      const { at: start, speaker } = open.pop()!
      quotations.push({ start, end: text.length, speaker: speaker! })
      at += 1
    } else {
      text += line[at]
      at += 1
    }
  }
  return { text, names, dates, quotations }
}

/** First and last day of `2018`, `2018-02`, `2018-02-03` or two of them joined by `..`; empty for `?`. */
function readInterval(value: string): { lo?: string; hi?: string } {
  if (value === '?') return {}
  const [first, last = first] = value.split('..')
  return { lo: firstDay(first!), hi: lastDay(last!) }
}

function firstDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}`
}

function lastDay(date: string): string {
  const [year, month = '12', day] = date.split('-')
  return `${year}-${month}-${day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`
}
