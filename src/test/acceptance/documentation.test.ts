import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBlocks } from '../packages/documentation.ts'
import { pathOf } from '../packages/package-files.ts'
import { dossiers } from './dossiers.ts'
import { runHere } from './run-cli.ts'

/* Every command of `docs/` runs, on a dossier that is built already. The tutorial's are run by `npm run check:package`. */

const { search: built } = dossiers
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-documentation-'))
  for (const part of ['seeds', 'content']) cpSync(join(built, part), join(folder, part), { recursive: true })
  cpSync(join(built, 'dist/data/permalinks.json'), join(folder, 'permalinks.json'))
  /* Who says it is a question of `dossier review`. */
  const said = 'Ines Okafor signed it.\n\n“The price is fair for everybody in the port.”\n'
  writeFileSync(join(folder, 'seeds/articles/said.txt'), said)
  writeFileSync(join(folder, 'list.csv'), 'name\nInes Okafor\nNobody Atall\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The words of a command line, without their quotation marks. */
const split = (line: string) => Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, word]) => quoted ?? word!)

/** Replaces the ids of the examples by those of the dossier. */
async function fillIn(line: string): Promise<string> {
  const [source] = JSON.parse(readFileSync(join(built, 'dist/data/sources.json'), 'utf8'))
  const asked = line.includes('4f2a1c')
    ? JSON.parse((await runHere('review', '--root', folder, '--json')).stdout)
    : undefined
  const question = asked?.questions.find(({ choices }: { choices: unknown[] }) => choices.length > 1)
  return line
    .replace('p-4x7k2m', source.passages[0].id)
    .replace('4f2a1c', question?.id)
    .replaceAll(/(?:earlier|dossier)\.zip/g, join(folder, 'dossier.zip'))
    .replace('--published permalinks.json', `--published ${join(folder, 'permalinks.json')}`)
    .replaceAll(/(?:list|found)\.csv/g, (file) => join(folder, file))
    .replace('../before .', `${built} ${folder}`)
    .replace('../store', join(folder, 'store'))
}

const lines = listBlocks('sh').flatMap(({ text }) => text.match(/(?<=^npx dossier ).+$/gm) ?? [])
/**
 * Tested elsewhere: `verify.test.ts`, `desk.test.ts` for `dev`, which runs until it is ended, and
 * `analyse-seeds.test.ts` for commands that need a bucket. The dossier is built already.
 */
const ELSEWHERE = new Set(['build', 'build --verify', 'dev'])
const commands = [...new Set(lines)].filter((line) => !ELSEWHERE.has(line) && !line.includes('s3://'))

test.each(commands)(
  'dossier %s',
  async (line) => {
    const [command = '', ...rest] = split(await fillIn(line))
    const root = ['diff', 'verify'].includes(command) ? [] : ['--root', rest.includes('--write') ? folder : built]
    const file = command === 'pack' ? ['--file', join(folder, 'dossier.zip')] : []
    const { code, stdout, stderr } = await runHere(command, ...rest, ...root, ...file)
    const printed = stdout + stderr
    expect([code, printed.length > 0], printed).toEqual([line.includes('--strict') ? 1 : 0, true])
  },
  120_000,
)

test.each(['python3', 'Rscript'])('the example for %s runs, where that is installed', (name) => {
  if (spawnSync(name, ['--version']).error) return
  const [block] = listBlocks(name === 'python3' ? 'python' : 'r')
  const printed = execFileSync(name, [name === 'python3' ? '-c' : '-e', block!.text], { cwd: built, encoding: 'utf8' })
  expect(printed).toMatch(/\d/)
})

test('the program that uses the package runs', async () => {
  const [block] = listBlocks('js').filter(({ text }) => text.startsWith('import { buildDossier'))
  const code = block!.text
    .replace("'dossier'", `'${pathToFileURL(pathOf('src/index.ts')).href}'`)
    .replace("'.'", JSON.stringify(pathOf('packages/create-dossier/template')))
    .replace('report: console.log', 'report: () => {}')
  writeFileSync(join(folder, 'program.mjs'), code)
  expect(execFileSync(process.execPath, [join(folder, 'program.mjs')], { encoding: 'utf8' })).toMatch(
    /^\d+ sources, \d+/,
  )
}, 120_000)
