import { decodeText } from '../formats/text.ts'
import type { FormatInput, Note, ReadArticle } from '../formats/format.ts'
import { Refusal } from '../formats/format.ts'
import { readHtmlArticle } from '../formats/html.ts'
import { readResponse } from './read-response.ts'
import type { WarcRecord } from './warc-parser.ts'
import { WarcParser } from './warc-parser.ts'

const MAX_PAGES = 10_000
const HTML = new Set(['text/html', 'application/xhtml+xml'])

/** Takes the pages out of a web archive as it comes in, and reads the article of each. */
export class PageCollector {
  readonly articles: ReadArticle[] = []
  readonly parser: WarcParser
  #withoutArticle = 0
  #unreadable = 0
  #revisits = 0
  #left = 0
  readonly #input: FormatInput
  readonly #isPage: (address: string) => boolean

  /** @param isPage tells whether an address is a page that somebody wanted; all are where nothing says so */
  constructor(input: FormatInput, isPage: (address: string) => boolean = () => true) {
    this.#input = input
    this.#isPage = isPage
    this.parser = new WarcParser(
      (headers) => this.#isWanted(headers),
      (record) => this.#take(record),
    )
  }

  #isWanted(headers: ReadonlyMap<string, string>): boolean {
    const type = headers.get('warc-type')
    if (type === 'revisit') this.#revisits += 1
    return (type === 'response' || type === 'resource') && this.#isPage(addressOf(headers))
  }

  #take({ headers, block }: WarcRecord): void {
    const type = (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
    const page =
      headers.get('warc-type') === 'resource'
        ? { status: 200, type, charset: undefined, body: block }
        : readResponse(block)
    if (!page) this.#unreadable += 1
    else if (page.status === 200 && HTML.has(page.type)) this.#read(headers, page)
  }

  #read(headers: ReadonlyMap<string, string>, { body, charset }: { body: Buffer; charset: string | undefined }): void {
    if (this.articles.length >= MAX_PAGES) {
      this.#left += 1
      return
    }
    const target = addressOf(headers)
    const record = (headers.get('warc-record-id') ?? target).replace(/^<(.*)>$/, '$1')
    const datetime = headers.get('warc-date') ?? ''
    try {
      const { text, encoding, notes } = decodeText(this.#input.file, body, this.#input.encoding ?? charset)
      const article = readHtmlArticle(text, encoding, { address: target, judge: this.#input.judge })
      const day = /^\d{4}-\d\d-\d\d/.exec(datetime)?.[0]
      this.articles.push({
        ...article,
        locator: record,
        own: body,
        notes: [...notes, ...(article.notes ?? [])],
        provenance: { ...article.provenance, archive: { record, target, datetime }, ...(day && { accessed: day }) },
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#withoutArticle += 1
    }
  }

  /** What was left out, in numbers. */
  notes(): Note[] {
    const told = (count: number, rule: string, words: string): Note[] =>
      count > 0 ? [{ rule, reason: `Unexpected ${count} ${words}` }] : []
    return [
      ...told(this.#unreadable, 'read/broken-record', 'answers that cannot be unpacked; they were left out'),
      ...told(
        this.parser.tooLarge,
        'read/too-large-record',
        'records that are too large for a page; they were left out',
      ),
      ...told(this.#left, 'read/too-many-pages', `pages more than ${MAX_PAGES}; they were left out`),
      ...(this.articles.length === 0
        ? told(this.#withoutArticle, 'read/no-article', 'pages, in none of which an article was found')
        : []),
      ...(this.articles.length === 0
        ? told(this.#revisits, 'read/only-revisits', 'records that point to another archive, which is not here')
        : []),
      ...(this.parser.isCutOff
        ? [{ rule: 'read/cut-off', reason: 'Unexpected end within a record; what stands before it was read' }]
        : []),
    ]
  }
}

const addressOf = (headers: ReadonlyMap<string, string>) =>
  (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')
