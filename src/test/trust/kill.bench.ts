import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeFiles } from '../../publish/write-files.ts'
import { hashFolder } from './hash-folder.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const { values } = parseArgs({
  options: { builds: { type: 'string', default: '50' }, publications: { type: 'string', default: '150' } },
})
const nest = mkdtempSync(join(tmpdir(), 'dossier-kill-'))
const root = join(nest, 'dossier')
const article = (name: string) => ({
  path: `seeds/articles/${name}.txt`,
  text: `Ines Okafor signed contract ${name} in Northport on 3 May 2019, the ministry said. Tomas Vale was there.\n`,
})

const state = () =>
  ['content', 'dist'].map((name) => (existsSync(join(root, name)) ? hashFolder(join(root, name)) : 'none'))
const build = (...args: string[]) =>
  spawnSync(process.execPath, [CLI, 'build', '--root', root, ...args], { encoding: 'utf8' })

/** When a program is killed: milliseconds after it was started, or after its first word. */
interface Moment {
  readonly delay: number
  readonly isAfterWord?: boolean
  /** The processes that it started are killed too. */
  readonly isWithChildren: boolean
}

/** Starts a program and kills it with signal 9. */
async function killAt(args: readonly string[], { delay, isAfterWord = false, isWithChildren }: Moment): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const word = new Promise((resolve) => child.stdout.once('data', resolve))
  child.stdout.resume()
  if (isAfterWord) await Promise.race([word, ended])
  await Promise.race([wait(delay), ended])
  if (child.exitCode === null) process.kill(isWithChildren ? -child.pid! : child.pid!, 'SIGKILL')
  await ended
}

interface Tally {
  kills: number
  switched: number
  half: number
  missing: number
}

/** Compares the published files with the two complete states. */
function look(tally: Tally, before: readonly string[], after: readonly string[]): void {
  const now = state()
  const isWhole = now.every((hash, index) => hash === before[index] || hash === after[index])
  tally.kills += 1
  if (now.includes('none')) tally.missing += 1
  else if (!isWhole) tally.half += 1
  if (now.some((hash, index) => hash === after[index] && hash !== before[index])) tally.switched += 1
}

/** The whole command, killed at moments spread over all its time. */
async function killBuilds(count: number): Promise<Tally> {
  rmSync(root, { recursive: true, force: true })
  writeFiles(root, [
    { path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' },
    article('1'),
  ])
  if (build().status !== 0) throw new Error('Unexpected failure of the first build')
  const before = state()
  writeFiles(root, [article('2')])
  cpSync(root, join(nest, 'first'), { recursive: true })
  const start = performance.now()
  build()
  const time = performance.now() - start
  const after = state()
  const seeds = hashFolder(join(root, 'seeds'))
  const restore = () => {
    rmSync(root, { recursive: true })
    cpSync(join(nest, 'first'), root, { recursive: true })
  }
  const tally: Tally = { kills: 0, switched: 0, half: 0, missing: 0 }
  restore()
  for (let turn = 0; turn < count; turn += 1) {
    await killAt([CLI, 'build', '--root', root], {
      delay: time * ((turn * 0.618_034) % 1) * 1.1,
      isWithChildren: turn % 2 === 0,
    })
    look(tally, before, after)
    if (state().join() !== before.join()) restore()
  }
  if (build().status !== 0 || state().join() !== after.join())
    throw new Error('Unexpected result of the build after all kills')
  if (hashFolder(join(root, 'seeds')) !== seeds) throw new Error('Unexpected change of a person’s files')
  const left = [...readdirSync(root), ...readdirSync(join(root, '.dossier'))].filter((name) =>
    /next|lock|formerly|publishing/.test(name),
  )
  if (left.length > 0) throw new Error(`Unexpected leftovers ${left.join()}`)
  return tally
}

/** The step of publishing alone, in a tight loop, so that most kills fall into it. */
async function killPublications(count: number): Promise<Tally> {
  const fill = (folder: string, text: string) =>
    writeFiles(
      join(root, folder),
      Array.from({ length: 60 }, (_, index) => ({ path: `f${index}`, text })),
    )
  rmSync(root, { recursive: true, force: true })
  fill('content', 'a')
  fill('dist', 'a')
  const before = state()
  fill('other/content', 'b')
  const after = [hashFolder(join(root, 'other/content')), hashFolder(join(root, 'other/content'))]
  const tally: Tally = { kills: 0, switched: 0, half: 0, missing: 0 }
  const loop = fileURLToPath(new URL('./publish-loop.fixture.ts', import.meta.url))
  for (let turn = 0; turn < count; turn += 1) {
    await killAt([loop, root], { delay: ((turn * 0.618_034) % 1) * 400, isAfterWord: true, isWithChildren: true })
    look(tally, before, after)
  }
  return tally
}

for (const [name, run, count] of [
  ['publications', killPublications, values.publications],
  ['builds', killBuilds, values.builds],
] as const) {
  if (Number(count) === 0) continue
  const { kills, switched, half, missing } = await run(Number(count))
  console.log(
    `${kills} ${name} killed with signal 9: ${half} half-published, ${missing} missing, ${switched} already switched`,
  )
  if (half + missing > 0) process.exitCode = 1
}
rmSync(nest, { recursive: true })
