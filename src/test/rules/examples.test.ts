import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { noCache } from '../../cache/result-cache.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import type { Register } from '../../model/register.ts'
import type { Metadata, Seed } from '../../model/source.ts'
import { extractHere } from '../../pipeline/1-read/read-articles.ts'
import { cleanSeed } from '../../pipeline/2-clean/clean-seed.ts'
import { describeRules } from '../../pipeline/describe-rules.ts'
import { findInSource } from '../../pipeline/3-find/find-in-source.ts'
import { buildFiles } from '../corrections/build-corrected.ts'
import { rulesIn } from './rules-in.ts'

/* Each rule is reached: where its use is deleted, its example no longer gives it. */

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** Rules of headlines: their example is one. */
const OF_HEADLINES = new Set(['quotation/headline'])
/**
 * No text shows these: words that run on are one quotation with those before, under the rule of these; and no source has
 * a quotation that is not in it, unless a stage is broken. `find-contradictions.test.ts` breaks one.
 */
const WITHOUT_EXAMPLE = ['quotation/run-on', 'contradiction/quotation-not-in-passage']
/** Their files are no text: `formats.test.ts` writes them. */
const OF_BINARY_FORMATS = ['comments', 'name-below-headline', 'running-line', 'style', 'table'].map(
  (name) => `boilerplate/${name}`,
)

const DATED: Metadata = { date: { value: '2017-02-13', certainty: 'stated', rule: 'clean/sidecar', evidence: [] } }
const REGISTER: Register = [
  {
    ...{ name: 'Harbour Seven', kind: 'organisation', aliases: [], labels: [], demonyms: [], capitals: [], sameAs: [] },
    ...{ same: [], notSame: [], possiblySame: [], file: 'seeds/register/organisations.yml', line: 1 },
  },
]

const sentences: Readonly<Record<string, string>> = read('sentences.yml')

function findIn(text: string, metadata: Metadata, headline = ['The harbour']): ReadonlySet<string> {
  const source = { ...sourceOf([...headline, ...text.split('\n')]), metadata }
  return rulesIn({ ...findInSource(source, REGISTER).value })
}

describe('a sentence', () => {
  test.each(Object.entries(sentences))('%s reads "%s"', (rule, text) => {
    const headline = OF_HEADLINES.has(rule) ? [] : undefined
    expect([...findIn(text, DATED, headline), ...findIn(text, {}, headline)]).toContain(rule)
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

interface Examples<Example> {
  readonly hit: Example
  readonly miss: Example
}

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

/** Those of identity have examples beside their stage, where names are marked in the text. */
test('every described rule has an example, and every example is of a described rule', () => {
  const described = [...describeRules().keys()].filter((rule) => !rule.startsWith('identity/')).toSorted()
  const shown = [sentences, articles, dossiers].flatMap((examples) => Object.keys(examples))
  expect([...shown, ...WITHOUT_EXAMPLE, ...OF_BINARY_FORMATS].toSorted()).toEqual(described)
})
