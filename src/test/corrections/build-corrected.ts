import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ResultCache } from '../../cache/result-cache.ts'
import { noCache } from '../../cache/result-cache.ts'
import type { BuildTools, BuiltDossier } from '../../pipeline/build-dossier.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'

const SETTINGS = 'title: Harbour\ndescription: Invented.\n'

/**
 * Builds a dossier of these files in a temporary folder and removes it.
 *
 * @param files by path within `seeds/`; an article is `articles/a.txt`
 * @param record the permalinks of an earlier build
 */
export async function buildFiles(
  files: Readonly<Record<string, string>>,
  record?: string,
  cache: ResultCache = noCache,
  more: Pick<BuildTools, 'extract' | 'isPreview'> = {},
): Promise<BuiltDossier> {
  const root = mkdtempSync(join(tmpdir(), 'corrections-'))
  try {
    const all = { 'seeds/dossier.yml': SETTINGS, ...(record && { 'content/permalinks.json': record }) }
    for (const [path, text] of Object.entries(files)) Object.assign(all, { [`seeds/${path}`]: text })
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return await buildDossier(root, { cache, engine: '', report: () => {}, ...more })
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The published content of a build as one text: its collections and its data files. */
export function publishedText({ content, data }: BuiltDossier): string {
  return [...content, ...data].map(({ text }) => text).join('\n')
}
