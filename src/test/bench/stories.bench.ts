import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { noCache } from '../../cache/result-cache.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'

/*
 * How much of what is set side by side is right: `npm run bench:stories -- FOLDER [topic …] [--list]`. The folder holds
 * stories told by many articles: `TOPIC/articles/*.txt`, `TOPIC/gold.json`, and the `score.py` that knows their format.
 * Each topic is built as a dossier of its own; what the scorer reads of it is written to a temporary folder.
 */

const [folder, ...rest] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
if (folder === undefined) throw new Error('Name the folder of the stories.')
const topics =
  rest.length > 0
    ? rest
    : readdirSync(folder)
        .filter((name) => /^\d+$/.test(name))
        .toSorted()
const flags = process.argv.includes('--list') ? ['--list'] : []

async function buildTopic(topic: string, root: string): Promise<void> {
  mkdirSync(join(root, 'seeds'), { recursive: true })
  cpSync(join(folder!, topic, 'articles'), join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Stories\ndescription: Told by many articles.\n')
  const { content, data } = await buildDossier(root, { cache: noCache, engine: '', report: () => {} })
  const read = [
    ...content.filter(({ path }) => /^content\/\w+\.json$/.test(path)),
    ...data
      .filter(({ path }) => path.endsWith('/sources.json'))
      .map(({ path, text }) => ({ path: `dist/${path}`, text })),
    ...data.filter(({ path }) => path.endsWith('/annotations.jsonl')).map(({ text }) => inOnePage(text)),
  ]
  for (const { path, text } of read) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** The annotations, one a line, as the one page of a collection that the scorer reads. */
function inOnePage(lines: string): { path: string; text: string } {
  const items = lines.trimEnd().split('\n').join(',')
  return { path: 'dist/data/annotations.json', text: `{"first":{"items":[${items}]}}` }
}

const work = mkdtempSync(join(tmpdir(), 'stories-'))
try {
  for (const topic of topics) await buildTopic(topic, join(work, topic))
  const pairs = topics.flatMap((topic) => [join(folder, topic), join(work, topic)])
  const { status } = spawnSync('python3', [join(folder, 'score.py'), ...pairs, ...flags], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
