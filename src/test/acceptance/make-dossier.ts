import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realDisk } from '../../publish/disk/disk.ts'

/** The repository's own dossier. */
export const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))

/** The folder with the original articles, or undefined where they are not to be had. */
export function findOriginals(): string | undefined {
  const folder = process.env['DOSSIER_ORIGINALS']
  return folder && existsSync(folder) ? folder : undefined
}

/** Seeds that speak of the repository's own articles. */
const OF_ITS_ARTICLES = /\/articles\/|\/pages$|\/register\/(?:corrections|reviewed|answers)\.yml$/

/**
 * Copies the repository's dossier into a temporary folder, so that a test can change and build it.
 *
 * @param articles folder with other articles instead of the repository's; then nothing was published before
 */
export function makeDossier(articles?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dossier-'))
  cpSync(join(REPOSITORY, 'seeds'), join(root, 'seeds'), {
    recursive: true,
    filter: (path) => !articles || !OF_ITS_ARTICLES.test(path),
  })
  if (!articles) {
    cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true })
    return root
  }
  addPages(root)
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  for (const name of readdirSync(articles)) cpSync(join(articles, name), join(root, 'seeds/articles', name))
  return root
}

/**
 * Copies a built dossier with everything that the next build reuses, so that a test can change it.
 *
 * @param nest parent folder of the copy
 */
export function copyBuilt(built: string, nest: string = tmpdir()): string {
  const root = mkdtempSync(join(nest, 'dossier-'))
  for (const part of ['seeds', 'content', 'dist', '.dossier'])
    cpSync(join(built, part), join(root, part), { recursive: true, preserveTimestamps: true })
  /* A build does not trust a state folder that was copied. */
  const state = join(root, '.dossier')
  writeFileSync(join(state, 'home'), realDisk.identify(state)!)
  return root
}

const SEARCH_DOSSIER = join(REPOSITORY, 'src/test/acceptance/search-dossier')

/** Gives a dossier the hand-written pages of the others: Astro, which takes ten seconds, compiles one site for them all. */
export function addPages(root: string): void {
  cpSync(join(SEARCH_DOSSIER, 'pages'), join(root, 'seeds/pages'), { recursive: true })
}

/** Copies the invented reports that the tests of search and of `--verify` ask of into a temporary folder. */
export function makeSearchDossier(): string {
  const root = mkdtempSync(join(tmpdir(), 'dossier-'))
  cpSync(SEARCH_DOSSIER, join(root, 'seeds'), { recursive: true })
  return root
}
