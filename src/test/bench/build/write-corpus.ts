import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Corpus, Piece } from './invent-corpus.ts'
import type { Named } from './invent-names.ts'

/** Writes a corpus as a dossier's seeds: plain text, as a person would drop it there. Gives the path of each article. */
export function writeSeeds({ articles }: Corpus, root: string): string[] {
  const folder = makeEmpty(join(root, 'seeds/articles'))
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Bench\ndescription: Invented news.\nlanguage: en\n')
  return articles.map(({ id, title, paragraphs }) => {
    const file = join(folder, `${id}.txt`)
    const lines = paragraphs.map((pieces) => pieces.map(({ text }) => text).join(''))
    writeFileSync(file, `${[title, ...lines].join('\n\n')}\n`)
    return file
  })
}

/**
 * Writes the same articles as somebody prepares them for Astro with a plain loader: marked-up names, a page for each name
 * with the articles that have it, and a home page.
 */
export function writeMarkdown({ articles, named }: Corpus, folder: string): void {
  makeEmpty(folder)
  for (const kind of ['articles', 'entities']) makeEmpty(join(folder, kind))
  const linked = articles.map(({ id, title }) => `- [${title}](/articles/${id}/)`)
  const articlesOf = indexArticles(articles)
  for (const { id, title, paragraphs } of articles)
    writeFileSync(join(folder, `articles/${id}.mdx`), writePage(title, paragraphs.map(markNames)))
  for (const one of named)
    writeFileSync(
      join(folder, `entities/${one.id}.mdx`),
      writePage(one.name, [[...(articlesOf.get(one) ?? [])].map((at) => linked[at]).join('\n')]),
    )
  writeFileSync(join(folder, 'home.mdx'), writePage('Bench', [linked.slice(0, 50).join('\n')]))
}

function makeEmpty(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

function indexArticles(articles: readonly Article[]): Map<Named, Set<number>> {
  const found = new Map<Named, Set<number>>()
  for (const [at, { paragraphs }] of articles.entries())
    for (const { names } of paragraphs.flat()) if (names) found.set(names, (found.get(names) ?? new Set()).add(at))
  return found
}

const markNames = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, names }) => (names ? `<Mention id="${names.id}">${text}</Mention>` : text)).join('')

const writePage = (title: string, blocks: readonly string[]): string =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${blocks.join('\n\n')}\n`
