import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { noCache } from '../../cache/result-cache.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import type { Register } from '../../model/register.ts'
import type { Metadata, Seed } from '../../model/source.ts'
import type { Quotation } from '../../model/quotation.ts'
import { formatOf } from '../../pipeline/1-read/formats/registry.ts'
import { extractHere } from '../../pipeline/extract-in-workers.ts'
import { cleanSeed } from '../../pipeline/2-clean/clean-seed.ts'
import { describeRules } from '../../pipeline/describe-rules.ts'
import { findInSource } from '../../pipeline/3-find/find-in-source.ts'
import { findContradictions } from '../../pipeline/5-relate/find-contradictions.ts'
import { arrangeSentences } from '../../pipeline/5-relate/sentences.ts'
import { buildFiles } from '../corrections/build-corrected.ts'
import type { StyledLine } from '../samples/make-documents.ts'
import { makeDocx, makeOdt, makePdf } from '../samples/make-documents.ts'
import { rulesIn } from './rules-in.ts'

/* Each rule has a text that it applies to and a text that looks alike, which it does not apply to. */

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

const DATED: Metadata = { date: { value: '2017-02-13', certainty: 'stated', rule: 'clean/sidecar', evidence: [] } }
const REGISTER: Register = [
  {
    ...{ name: 'Harbour Seven', kind: 'organisation', aliases: [], labels: [], demonyms: [], capitals: [], sameAs: [] },
    ...{ same: [], notSame: [], possiblySame: [], file: 'seeds/register/organisations.yml', line: 1 },
  },
]

interface Examples<Example> {
  readonly hit: Example
  readonly miss: Example
}

/** Rules whose example is a headline. */
const OF_HEADLINES = new Set(['quotation/headline'])
const sentences: Readonly<Record<string, Examples<string>>> = read('sentences.yml')

/** The rules that read a text, on a known day of publication or on an unknown one. */
function findInText(text: string, isHeadline: boolean): string[] {
  const source = sourceOf([...(isHeadline ? [] : ['The harbour']), ...text.split('\n')])
  return [DATED, {}].flatMap((metadata) => [...rulesIn({ ...findInSource({ ...source, metadata }, REGISTER).value })])
}

describe('a sentence', () => {
  test.each(Object.entries(sentences))('%s', (rule, { hit, miss }) => {
    const isHeadline = OF_HEADLINES.has(rule)
    expect(findInText(hit, isHeadline)).toContain(rule)
    expect(findInText(miss, isHeadline)).not.toContain(rule)
  })
})

/** Lines, of which a number is one of `PARAGRAPHS`; a text alone, whole or as one line. */
type Article = string | readonly (string | number)[]

const PARAGRAPHS = [
  'Harbour of Northport closes after storm',
  'The council of Northport voted on Monday to close the harbour for a month.',
  'Two ships sank at the mouth of the river last week, and nine people were killed.',
  'Engineers will examine the walls of the harbour before the spring.',
]

const articles: Readonly<Record<string, Examples<Article>>> = read('articles.yml')

function writeArticle(article: Article): string {
  if (typeof article !== 'string')
    return article.map((line) => (typeof line === 'number' ? PARAGRAPHS[line]! : line)).join('\n\n')
  if (!article.includes('\n')) return writeArticle([0, 1, article, 2])
  return article.replaceAll(/\{(\d)\}/g, (_, index) => PARAGRAPHS[index]!)
}

function cleanArticle(article: Article): ReadonlySet<string> {
  const text = writeArticle(article)
  const seed: Seed = { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: {} }
  return rulesIn(cleanSeed(seed, { language: 'en', rights: 'full' }).value)
}

describe('an article', () => {
  test.each(Object.entries(articles))('%s', (rule, { hit, miss }) => {
    expect([...cleanArticle(hit)]).toContain(rule)
    expect([...cleanArticle(miss)]).not.toContain(rule)
  })
})

type Files = Readonly<Record<string, string>>
/** Articles, each its day of publication and its lines; other files by path. */
type DossierParts = readonly (
  | readonly [date: string, ...lines: (string | number)[]]
  | Readonly<Record<string, unknown>>
)[]

const dossiers: Readonly<Record<string, Examples<DossierParts>>> = read('dossiers.yml')

function listFiles(part: DossierParts[number], index: number): Files {
  if (!Array.isArray(part))
    return Object.fromEntries(
      Object.entries(part).map(([path, content]) => [path, typeof content === 'string' ? content : stringify(content)]),
    )
  const [date, ...lines] = part
  const text = { [`articles/${index}.txt`]: writeArticle(lines) }
  return date === '' ? text : { ...text, [`articles/${index}.yml`]: stringify({ date }) }
}

async function buildParts(parts: DossierParts): Promise<ReadonlySet<string>> {
  const files: Files = Object.assign({}, ...parts.map(listFiles))
  const { dossier } = await buildFiles(files, undefined, noCache, { extract: extractHere, isPreview: true })
  return rulesIn(dossier)
}

describe('a dossier', () => {
  test.each(Object.entries(dossiers))('%s', async (rule, { hit, miss }) => {
    expect([...(await buildParts(hit))]).toContain(rule)
    expect([...(await buildParts(miss))]).not.toContain(rule)
  })
})

/** Lines of a document by format: "Style: words". A second example of a format has a word behind its name. */
type DocumentLines = readonly string[]

const documents: Readonly<Record<string, Readonly<Record<string, Examples<DocumentLines>>>>> = read('documents.yml')

const readStyle = (line: string): StyledLine => {
  const [, style = '', words = line] = /^(\w[\w ]*): (.+)$/.exec(line) ?? []
  return [style, words]
}

const MAKERS: Readonly<Record<string, (lines: readonly StyledLine[]) => string | Uint8Array>> = {
  docx: makeDocx,
  odt: makeOdt,
  pdf: (lines) => makePdf(splitPages(lines)),
}

function splitPages(lines: readonly StyledLine[]): StyledLine[][] {
  const pages: StyledLine[][] = [[]]
  for (const line of lines) {
    if (line[1] === '---') pages.push([])
    else pages.at(-1)!.push(line)
  }
  return pages
}

async function readDocument(format: string, lines: DocumentLines): Promise<ReadonlySet<string>> {
  const bytes = Buffer.from(MAKERS[format]!(lines.map(readStyle)))
  const known = formatOf(format)!
  return rulesIn(await known.read({ file: `a.${format}`, bytes, open: () => Readable.from([bytes]) }))
}

describe('a document', () => {
  const rows = Object.entries(documents).flatMap(([rule, formats]) =>
    Object.entries(formats).map(([format, examples]) => [rule, format, examples] as const),
  )
  test.each(rows)('%s in %s', async (rule, example, { hit, miss }) => {
    const [format] = example.split(' ')
    expect([...(await readDocument(format!, hit))]).toContain(rule)
    expect([...(await readDocument(format!, miss))]).not.toContain(rule)
  })
})

/** A quotation in its passage, or cited from one that the source does not have; stage 3 makes none of the latter. */
const cited: Readonly<Record<string, Examples<number>>> = {
  'contradiction/quotation-not-in-passage': { hit: 7, miss: 0 },
}

describe('a dossier with a broken stage', () => {
  test.each(Object.entries(cited))('%s', (rule, { hit, miss }) => {
    expect([...contradictionsAt(hit)]).toContain(rule)
    expect([...contradictionsAt(miss)]).not.toContain(rule)
  })
})

function contradictionsAt(passage: number): ReadonlySet<string> {
  const source = sourceOf(['We go.'])
  const at = [{ file: source.file, passage, start: 0, end: 6 }]
  const occurrences = [{ at, words: 'We go.' }] as unknown as Quotation['occurrences']
  const quotations = [{ occurrences }] as unknown as Quotation[]
  const nothing = { findings: [], entities: [], datedEvents: [], unplaced: [], register: [], answers: [] }
  return rulesIn(
    findContradictions({ ...nothing, sources: [source], sentences: arrangeSentences([source], []), quotations }),
  )
}

/** Those of identity have examples beside their stage, where names are marked in the text. */
test('every described rule has an example and a near miss, and every example is of a described rule', () => {
  const described = [...describeRules().keys()].filter((rule) => !rule.startsWith('identity/')).toSorted()
  const shown = [sentences, articles, dossiers, documents, cited].flatMap((examples) => Object.keys(examples))
  expect([...new Set(shown)].toSorted()).toEqual(described)
  const all = [sentences, articles, dossiers, cited, ...Object.values(documents)].flatMap((examples) =>
    Object.entries<Partial<Examples<unknown>>>(examples),
  )
  expect(all.filter(([, { hit, miss }]) => hit === undefined || miss === undefined)).toEqual([])
})
