/** An article as a page's JSON-LD describes it. */
export interface ArticleData {
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly date?: string
  readonly url?: string
  readonly language?: string
  readonly description?: string
  /** The text, with its paragraphs parted by line ends where they are there. */
  readonly body?: string
  /** True when the page says that readers must pay. */
  readonly isPaid: boolean
  readonly type: string
}

type Node = Readonly<Record<string, unknown>>

const ARTICLES = /(?:Article|Posting|Report|Review|Opinion|Interview|Analysis)\w*$/
/** Nodes of one page that are looked at. */
const MAX_NODES = 5000

/** The article that the JSON-LD of a page describes; of several, the one with the most fields. */
export function readJsonLd(document: Document): ArticleData | undefined {
  const nodes = [
    ...document.querySelectorAll('script[type="application/ld+json"], script[type="application/json+ld"]'),
  ].flatMap((script) => flatten(parseLoosely(script.textContent ?? '')))
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : [],
    ),
  )
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLES.test(type) && type !== 'ReviewRating'))
  const own = articles.toSorted((a, b) => wealth(b) - wealth(a))[0]
  return own && describe(own, (node) => resolve(node, byId))
}

function wealth(node: Node): number {
  return (
    (text(node['articleBody']) ? 4 : 0) +
    (node['headline'] ? 2 : 0) +
    (node['datePublished'] ? 2 : 0) +
    (node['author'] ? 1 : 0) +
    (node['mainEntityOfPage'] ? 1 : 0)
  )
}

function parseLoosely(raw: string): unknown {
  const json = raw
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\]\]>|\]\]>)\s*$/, '')
    .trim()
  for (const one of [json, json.replaceAll(/[\n\r\t]+/g, ' '), json.replaceAll(/,\s*([}\]])/g, '$1').replace(/;$/, '')])
    try {
      return JSON.parse(one)
    } catch {
      /* the next way to read it */
    }
  return undefined
}

/** Parts of an article that are not the page's article: comments, and the entries of a live blog. */
const WITHIN = new Set(['comment', 'liveBlogUpdate'])

/** Every object of a document, without recursion: `@graph`, arrays and nested objects. */
function flatten(root: unknown): Node[] {
  const found: Node[] = []
  const open: unknown[] = [root]
  while (open.length > 0 && found.length < MAX_NODES) {
    const one = open.shift()
    if (Array.isArray(one)) open.unshift(...one.slice(0, 1000))
    else if (typeof one === 'object' && one !== null) {
      found.push(one as Node)
      open.push(
        ...Object.entries(one).flatMap(([key, value]) =>
          !WITHIN.has(key) && typeof value === 'object' ? [value] : [],
        ),
      )
    }
  }
  return found
}

const typesOf = (node: Node) => [node['@type']].flat().filter((type): type is string => typeof type === 'string')

function resolve(value: unknown, byId: ReadonlyMap<unknown, Node>): unknown {
  const id = typeof value === 'object' && value !== null ? (value as Node)['@id'] : undefined
  return (id !== undefined && byId.get(id)) || value
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = decode(value).trim()
  return plain === '' ? undefined : plain
}

/** Character references and tags that were put into JSON by mistake. */
function decode(words: string): string {
  return words
    .replaceAll(/<\/?(?:p|div|br|li|h\d)\b[^<>]{0,400}>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]{0,800}>/gi, '')
    .replaceAll(
      /&(?:#(\d{2,6})|#x([\da-f]{2,6})|(amp|quot|apos|lt|gt|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip));/gi,
      (_, decimal, hex, name) =>
        decimal || hex
          ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(decimal ?? hex, decimal ? 10 : 16)))
          : NAMED[String(name).toLowerCase()]!,
    )
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return text(value)
  return typeof value === 'object' && value !== null ? text([(value as Node)['name']].flat()[0]) : undefined
}

function describe(node: Node, follow: (value: unknown) => unknown): ArticleData {
  const optional = (entries: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
  const page = follow(node['mainEntityOfPage'])
  const pageId = typeof page === 'object' && page !== null ? ((page as Node)['@id'] ?? (page as Node)['url']) : page
  return {
    authors: [node['author'] ?? node['creator']]
      .flat()
      .flatMap((one) => [follow(one)].flat())
      .flatMap((one) => nameOf(one) ?? []),
    isPaid: node['isAccessibleForFree'] === false || /^false$/i.test(String(node['isAccessibleForFree'] ?? '')),
    type: typesOf(node)[0] ?? '',
    ...optional({
      headline: text(node['headline']) ?? text(node['name']),
      publisher: nameOf(follow([node['publisher'] ?? node['sourceOrganization']].flat()[0])),
      date: text(node['datePublished']) ?? text(node['dateCreated']),
      url: text(pageId) ?? text(node['url']),
      language: text(node['inLanguage']),
      description: text(node['description']),
      body: text(node['articleBody']) ?? text(node['text']),
    }),
  }
}
