import { existsSync, readFileSync } from 'node:fs'
import type { GramSet } from '../../../pipeline/6-address/align/alignable.ts'
import { gramsOf, similarityOf } from '../../../pipeline/6-address/align/alignable.ts'

const DATA = new URL('../../../../../shared/data/', import.meta.url)
const GENRES = ['news', 'interview', 'speech', 'court', 'bio', 'voyage', 'academic']

/** Shorter lines of the data are menus, table rows and credits. */
const SHORTEST = 40
/** Similarity above which two passages of a text are look-alikes, as the lines of a menu. */
const ALIKE = 0.5

/**
 * Real texts as lists of passages of forty characters or more, none the look-alike of another of its text: the
 * true bodies of the article extraction benchmark (MIT), and the GUM corpus
 * (CC-BY), whose sentences are put together by threes.
 *
 * @returns nothing where the data are not there
 */
export function loadTexts(): string[][] {
  const bodies = new URL('html/ground-truth.json', DATA)
  if (!existsSync(bodies)) return []
  const pages = Object.values(JSON.parse(readFileSync(bodies, 'utf8')) as Record<string, { articleBody: string }>)
  const articles = pages.map(({ articleBody }) =>
    articleBody
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  const all = [...articles, ...GENRES.flatMap((genre) => readCorpus(new URL(`names/train/gum.${genre}.tsv`, DATA)))]
  return all.map(keepPassages).filter((texts) => texts.length > 2)
}

function readCorpus(file: URL): string[][] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split(/^#doc .*$/m)
    .map((text) => groupSentences(text.split('\n\n')))
}

function groupSentences(blocks: readonly string[]): string[] {
  const sentences = blocks
    .map((block) =>
      block
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0])
        .join(' '),
    )
    .filter(Boolean)
  return sentences.flatMap((_, at) => (at % 3 === 0 ? [sentences.slice(at, at + 3).join(' ')] : []))
}

/** The passages that are long enough and no look-alike of one before; look-alikes have a measure of their own. */
function keepPassages(texts: readonly string[]): string[] {
  const kept: { text: string; set: GramSet }[] = []
  for (const text of texts) {
    const set = gramsOf(text)
    if (text.length >= SHORTEST && kept.every((other) => similarityOf(other.set, set) < ALIKE)) kept.push({ text, set })
  }
  return kept.map(({ text }) => text)
}
