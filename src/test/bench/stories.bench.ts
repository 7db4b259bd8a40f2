import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { noCache } from '../../cache/result-cache.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { DataFile } from '../../model/published-file.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { askAboutFigures } from '../../review/ask-between-sources.ts'
import { seedRange } from '../../text/ranges.ts'
import { writeMeasured } from './write-measured.ts'

/*
 * How much of what is set side by side is right: `npm run bench:stories -- FOLDER [topic …] [--list]`. The folder holds
 * stories told by many articles: `TOPIC/articles/*.txt`, `TOPIC/gold.json`, and the `score.py` that knows their format.
 * Each topic is built as a dossier of its own; what the scorer reads of it is written to a temporary folder. Beside the
 * scorer's measures it counts which differences only `review` asks about. `--write` puts the figures of all six stories
 * on the method page.
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

/** Questions of one topic's `review`: pairs that may differ, those that do, and all true differences. */
interface Asked {
  readonly asked: number
  readonly right: number
  readonly keys: readonly string[]
}

async function buildTopic(topic: string, root: string): Promise<Asked> {
  mkdirSync(join(root, 'seeds'), { recursive: true })
  cpSync(join(folder!, topic, 'articles'), join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Stories\ndescription: Told by many articles.\n')
  const { dossier, content, data } = await buildDossier(root, { cache: noCache, engine: '', report: () => {} })
  const read = [
    ...content.filter(({ path }) => /^content\/\w+\.json$/.test(path)),
    ...data
      .filter(({ path }) => path.includes('/sources.json'))
      .map((file) => ({ path: 'dist/data/sources.json', text: readData(file) })),
    ...data.filter(({ path }) => path.includes('/annotations.jsonl')).map((file) => inOnePage(readData(file))),
  ]
  for (const { path, text } of read) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return judgeQuestions(topic, dossier)
}

/** The text of a data file; a large one is packed. */
const readData = ({ text }: DataFile) => (typeof text === 'string' ? text : gunzipSync(text).toString())

interface Gold {
  readonly comparisons: readonly {
    readonly key: string
    readonly differ: string
    readonly unsure: boolean
    readonly statements: readonly { readonly file: string; readonly start: number; readonly end: number }[]
  }[]
}

function judgeQuestions(topic: string, dossier: Dossier): Asked {
  const gold: Gold = JSON.parse(readFileSync(join(folder!, topic, 'gold.json'), 'utf8'))
  const keysOf = (at: SpanInFile) => {
    const source = dossier.sources.find(({ file }) => file === at.file)!
    const { start, end } = seedRange(source.passages.find(({ ordinal }) => ordinal === at.passage)!, at)
    const isAt = (one: Gold['comparisons'][number]['statements'][number]) =>
      at.file.endsWith(`/${one.file}`) && one.start < end && start < one.end
    return gold.comparisons.filter(({ statements }) => statements.some(isAt))
  }
  const questions = new Set(askAboutFigures(dossier).map(({ text }) => text))
  const pairs = dossier.figures.flatMap(({ likely = [] }) => likely.map(({ figures }) => figures))
  const found = pairs.map(([a, b]) => keysOf(a).find((one) => one.differ === 'true' && keysOf(b).includes(one)))
  const right = found.filter((one) => one !== undefined)
  return {
    asked: Math.min(questions.size, pairs.length),
    right: right.length,
    keys: right.flatMap(({ key, unsure }) => (unsure ? [] : [key])),
  }
}

/** The annotations, one a line, as the one page of a collection that the scorer reads. */
function inOnePage(lines: string): { path: string; text: string } {
  const items = lines.trimEnd().split('\n').join(',')
  return { path: 'dist/data/annotations.json', text: `{"first":{"items":[${items}]}}` }
}

/** The scorer's counts for one topic. */
interface Score {
  readonly differences: Readonly<Record<string, number>>
  readonly plans: Readonly<Record<string, number>>
  readonly pairs: Readonly<Record<string, number>>
  readonly events: Readonly<Record<string, number>>
  readonly origins: Readonly<Record<string, number>>
  readonly lines: readonly string[]
}

function report(scores: readonly Score[], asked: readonly Asked[]): void {
  const sum = (part: Exclude<keyof Score, 'lines'>, ...names: string[]) =>
    scores.reduce((all, score) => all + names.reduce((some, name) => some + (score[part][name] ?? 0), 0), 0)
  const missed = new Set(
    scores.flatMap(({ lines }) => lines.flatMap((line) => /^ {2}not found: ([^:]+):/.exec(line)?.[1] ?? [])),
  )
  const further = new Set(asked.flatMap(({ keys }) => keys).filter((key) => missed.has(key))).size
  const [all, right] = [asked.reduce((n, one) => n + one.asked, 0), asked.reduce((n, one) => n + one.right, 0)]
  const gold = sum('differences', 'gold')
  console.log(
    `(e) review asks about ${all} pairs, ${right} differ; ${further} of ${gold} differences are only asked about`,
  )
  const of = {
    texts: 'ECB+, six stories by 123 press reports; the rules were written on them',
    command: 'npm run bench:stories',
  }
  const shown = sum('differences', 'right')
  const write = (
    part: Parameters<typeof writeMeasured>[0]['part'],
    cases: number,
    right: number,
    found: number,
    hits: number,
  ) => writeMeasured({ part, ...of, cases }, right, found, hits)
  write('differences', gold, shown, shown + sum('differences', 'wrong'), sum('differences', 'found'))
  write(
    'denials',
    sum('plans', 'gold denied'),
    sum('plans', 'denied right'),
    sum('plans', 'denied right', 'denied wrong'),
    sum('plans', 'found denied'),
  )
  write(
    'figures',
    sum('pairs', 'gold pairs'),
    sum('pairs', 'right'),
    sum('pairs', 'right', 'wrong'),
    sum('pairs', 'gold pairs together'),
  )
  write('events', sum('events', 'gold'), sum('events', 'right'), sum('events', 'joined'), sum('events', 'right'))
  write(
    'origins',
    sum('origins', 'same'),
    sum('origins', 'same joined'),
    sum('origins', 'same joined', 'apart joined'),
    sum('origins', 'same joined'),
  )
}

const work = mkdtempSync(join(tmpdir(), 'stories-'))
try {
  const asked: Asked[] = []
  for (const topic of topics) asked.push(await buildTopic(topic, join(work, topic)))
  const pairs = topics.flatMap((topic) => [join(folder, topic), join(work, topic)])
  const scored = join(work, 'scores.json')
  const { status } = spawnSync('python3', [join(folder, 'score.py'), ...pairs, ...flags, '--json', scored], {
    stdio: 'inherit',
  })
  if (status === 0) report(JSON.parse(readFileSync(scored, 'utf8')), asked)
  process.exitCode = status ?? 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
