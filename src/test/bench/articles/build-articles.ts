import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dossier } from '../../../model/dossier.ts'
import { buildDossier } from '../../../pipeline/build-dossier.ts'
import { readMarkedArticle } from '../../../train/marked-article.ts'
import type { MarkedArticle } from '../../../train/marked-article.ts'

const NO_CACHE = { read: () => undefined, write: () => {}, sweep: () => {} }

/** Builds the marked articles of a folder as one dossier, with an empty register. */
export async function buildArticles(
  folder: string,
): Promise<{ dossier: Dossier; articles: ReadonlyMap<string, MarkedArticle> }> {
  const root = mkdtempSync(join(tmpdir(), 'articles-'))
  const articles = writeSeeds(root, folder)
  const { dossier } = await buildDossier(root, { cache: NO_CACHE, engine: 'bench', report: () => {} })
  rmSync(root, { recursive: true })
  return { dossier, articles }
}

function writeSeeds(root: string, folder: string): Map<string, MarkedArticle> {
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Articles\ndescription: Invented articles.\n')
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => {
        const article = readMarkedArticle(readFileSync(join(folder, name), 'utf8'))
        writeFileSync(join(root, 'seeds/articles', name), article.text)
        return [`seeds/articles/${name}`, article]
      }),
  )
}
