import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDossier } from '../../../pipeline/build-dossier.ts'
import { readMarkedArticle } from '../../../train/marked-article.ts'
import { scoreDossier } from './score.ts'

/*
 * Kinds of text on which names were joined wrongly or words were put into the wrong mouth, one short marked text each
 * (`kinds/`, markup in README.md), with near misses that must stay right.
 */

const NO_CACHE = { read: () => undefined, write: () => {}, sweep: () => {} }
const folder = join(import.meta.dirname, 'kinds')

/** The texts of a file, each under a line "== subject". */
function readKinds(file: string): [title: string, marked: string][] {
  const parts = readFileSync(join(folder, file), 'utf8').split(/^== /m).slice(1)
  return parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)])
}

/** The annotations of a marked text that are not found. */
async function findFaults(marked: string): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'kinds-'))
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Kinds\ndescription: Invented.\nlanguage: en\n')
  const article = readMarkedArticle(`H: What happened in the harbour town this week\n${marked}`)
  writeFileSync(join(root, 'seeds/articles/a.txt'), article.text)
  const { dossier } = await buildDossier(root, { cache: NO_CACHE, engine: 'test', report: () => {} })
  rmSync(root, { recursive: true })
  const { names, speakers, statedWrong, identity } = scoreDossier(dossier, new Map([['seeds/articles/a.txt', article]]))
  const isSplit = names.right > 0 && names.lines.length === 0 && identity.f1 < 1
  return [...names.lines, ...speakers.lines, ...statedWrong, ...identity.merges, ...(isSplit ? ['split'] : [])]
}

for (const file of readdirSync(folder).toSorted())
  test.each(readKinds(file))(`${file}: %s`, async (_, marked) => expect(await findFaults(marked)).toEqual([]))
