import type { Capture } from '../../../model/extracted.ts'
import { sha256Of } from '../../../text/hash.ts'
import type { FormatInput, Note, ReadArticle } from '../formats/format.ts'
import { Refusal } from '../formats/format.ts'
import { readHtmlArticle } from '../formats/html.ts'
import { decodeText } from '../formats/text.ts'
import type { WarcRecord } from './warc-parser.ts'
import { mediaTypeOf, readResponse, readResponseHead, WarcParser } from './warc-parser.ts'

const MAX_PAGES = 10_000
const HTML = new Set(['text/html', 'application/xhtml+xml'])

/** A later capture that found a page unchanged, with all that may name the record it found before. */
interface Revisit extends Capture {
  readonly originals: readonly string[]
}

/** Takes the pages out of a web archive as it comes in, or out of the archives of a package, and reads the article of each. */
export class PageCollector {
  readonly #parsers: WarcParser[] = []
  readonly #articles: ReadArticle[] = []
  /** Places in `#articles` by record-id, by address and time, and by digest of the page. */
  readonly #known = new Map<string, number>()
  readonly #revisits: Revisit[] = []
  #withoutArticle = 0
  #unreadable = 0
  #left = 0
  readonly #input: FormatInput
  readonly #isPage: (address: string) => boolean

  /** @param isPage whether an address is a page that was archived for itself; all are where the archive does not say */
  constructor(input: FormatInput, isPage: (address: string) => boolean = () => true) {
    this.#input = input
    this.#isPage = isPage
  }

  /** Begins an archive, whose bytes are then pushed. */
  open(): WarcParser {
    const parser = new WarcParser(
      (headers, opening) => this.#isWanted(headers, opening),
      (record) => this.#take(record),
    )
    this.#parsers.push(parser)
    return parser
  }

  #isWanted(headers: ReadonlyMap<string, string>, opening: Buffer): boolean {
    if (!this.#isPage(addressOf(headers))) return false
    const type = headers.get('warc-type')
    if (type === 'revisit') return isPageHead(opening)
    if (type === 'resource') return HTML.has(mediaTypeOf(headers.get('content-type') ?? ''))
    if (type !== 'response') return false
    const answer = readResponseHead(opening)
    return answer.status === 200 && HTML.has(answer.type)
  }

  #take({ headers, block }: WarcRecord): void {
    const type = headers.get('warc-type')
    if (type === 'revisit') this.#revisits.push(readRevisit(headers))
    else {
      const page = type === 'resource' ? { charset: undefined, body: block } : readResponse(block)
      if (page) this.#read(headers, page)
      else this.#unreadable += 1
    }
  }

  #read(headers: ReadonlyMap<string, string>, { body, charset }: { body: Buffer; charset: string | undefined }): void {
    if (this.#articles.length >= MAX_PAGES) {
      this.#left += 1
      return
    }
    const capture = readCapture(headers)
    const { record, target, datetime } = capture
    try {
      const { text, encoding, notes } = decodeText(this.#input.file, body, this.#input.encoding ?? charset)
      const article = readHtmlArticle(text, encoding, { address: target, judge: this.#input.judge })
      const day = /^\d{4}-\d\d-\d\d/.exec(datetime)?.[0]
      for (const key of keysOf(capture, headers.get('warc-payload-digest'))) this.#known.set(key, this.#articles.length)
      this.#articles.push({
        ...article,
        locator: record,
        ownSha256: sha256Of(body),
        notes: [...notes, ...(article.notes ?? [])],
        provenance: { ...article.provenance, archive: capture, ...(day && { accessed: day }) },
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#withoutArticle += 1
    }
  }

  /** The articles of the pages; each with the captures that found it unchanged. */
  get articles(): ReadArticle[] {
    const found = Map.groupBy(this.#revisits, (revisit) => this.#originalOf(revisit))
    return this.#articles.map((article, at) => {
      const revisits = found.get(at)?.map(({ originals: _, ...capture }) => capture)
      const archive = article.provenance?.archive
      return revisits && archive
        ? { ...article, provenance: { ...article.provenance, archive: { ...archive, revisits } } }
        : article
    })
  }

  #originalOf({ originals }: Revisit): number | undefined {
    return originals.map((key) => this.#known.get(key)).find((at) => at !== undefined)
  }

  /** Counts of the records that were left out. */
  notes(): Note[] {
    const elsewhere = this.#revisits.filter((one) => this.#originalOf(one) === undefined).length
    const noteOf = (count: number, rule: string, words: string): Note[] =>
      count > 0 ? [{ rule, reason: `Unexpected ${count} ${words}` }] : []
    return [
      ...noteOf(this.#unreadable, 'read/broken-record', 'answers that cannot be unpacked; they were left out'),
      ...noteOf(
        this.#parsers.reduce((sum, { tooLarge }) => sum + tooLarge, 0),
        'read/too-large-record',
        'records that are too large for a page; they were left out',
      ),
      ...noteOf(this.#left, 'read/too-many-pages', `pages more than ${MAX_PAGES}; they were left out`),
      ...(this.#articles.length === 0
        ? noteOf(this.#withoutArticle, 'read/no-article', 'pages, in none of which an article was found')
        : []),
      ...noteOf(
        elsewhere,
        'read/revisit-elsewhere',
        'revisit records, which stand for pages that were captured before; those pages are not in this archive',
      ),
      ...(this.#parsers.some(({ isCutOff }) => isCutOff)
        ? [{ rule: 'read/cut-off', reason: 'Unexpected end within a record; what stands before it was read' }]
        : []),
    ]
  }
}

/** A revisit keeps the head of the answer, if anything; pictures and scripts are revisited too. */
function isPageHead(block: Buffer): boolean {
  const { type } = readResponseHead(block)
  return type === '' || HTML.has(type)
}

function readCapture(headers: ReadonlyMap<string, string>): Capture {
  const target = addressOf(headers)
  return {
    record: withoutBrackets(headers.get('warc-record-id') ?? target),
    target,
    datetime: headers.get('warc-date') ?? '',
  }
}

/** What a revisit may name a capture by (ISO 28500, 6.7): its record-id, its address and time, the digest of its page. */
const keysOf = ({ record, target, datetime }: Capture, digest: string | undefined): string[] => [
  record,
  `${target} ${datetime}`,
  ...(digest ? [digest] : []),
]

function readRevisit(headers: ReadonlyMap<string, string>): Revisit {
  const [record, target, datetime] = ['', '-target-uri', '-date'].map((name) => headers.get(`warc-refers-to${name}`))
  const original = {
    record: withoutBrackets(record ?? ''),
    target: withoutBrackets(target ?? ''),
    datetime: datetime ?? '',
  }
  return { ...readCapture(headers), originals: keysOf(original, headers.get('warc-payload-digest')) }
}

const withoutBrackets = (address: string) => address.replace(/^<(.*)>$/, '$1')

const addressOf = (headers: ReadonlyMap<string, string>) => withoutBrackets(headers.get('warc-target-uri') ?? '')
