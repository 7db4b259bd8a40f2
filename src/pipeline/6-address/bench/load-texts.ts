import { existsSync, readFileSync } from 'node:fs'
import { hashText } from '../normalise-text.ts'

const DATA = new URL('../../../../../shared/data/', import.meta.url)
const GENRES = ['news', 'interview', 'speech', 'court', 'bio', 'voyage', 'academic']

/** Shorter lines of the data are menus, table rows and credits. */
const SHORTEST = 40

/**
 * Real texts as lists of passages of forty characters or more, each once a text: the true bodies of the article extraction benchmark (MIT), and the GUM corpus
 * (CC-BY), whose sentences are put together by threes.
 *
 * @returns nothing where the data are not there
 */
export function loadTexts(): string[][] {
  const bodies = new URL('html/ground-truth.json', DATA)
  if (!existsSync(bodies)) return []
  const pages = Object.values(JSON.parse(readFileSync(bodies, 'utf8')) as Record<string, { articleBody: string }>)
  const articles = pages.map(({ articleBody }) => articleBody.split('\n').map((line) => line.trim()).filter(Boolean))
  const all = [...articles, ...GENRES.flatMap((genre) => readCorpus(new URL(`names/train/gum.${genre}.tsv`, DATA)))]
  return all.map(keepPassages).filter((texts) => texts.length > 2)
}

function readCorpus(file: URL): string[][] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split(/^#doc .*$/m).map((text) => groupSentences(text.split('\n\n')))
}

function groupSentences(blocks: readonly string[]): string[] {
  const sentences = blocks.map((block) => block.trim().split('\n').map((line) => line.split('\t')[0]).join(' ')).filter(Boolean)
  return sentences.flatMap((_, at) => (at % 3 === 0 ? [sentences.slice(at, at + 3).join(' ')] : []))
}

function keepPassages(texts: readonly string[]): string[] {
  const byHash = new Map(texts.filter((text) => text.length >= SHORTEST).map((text) => [hashText(text), text]))
  return [...byHash.values()]
}
