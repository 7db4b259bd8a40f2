import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFiles } from '../../publish/write-files.ts'
import { hashFolder } from './hash-folder.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

/** Kilobytes that are left free, so that the disk is full at the first file, in the pages, in the search index. */
const FREE = [0, 16, 64, 256, 512, 1024, 2048, 3072, 4096]

/** The results of builds on a full disk. */
export interface FullDisk {
  readonly builds: number
  /** Builds that were refused, by the rule of their problem. */
  readonly refusals: Readonly<Record<string, number>>
  /** Builds after which something published, or a person's file, was another. */
  readonly changed: number
}

/** Publishes a dossier on a small disk in memory, then builds it again with less and less room; undefined where none can be mounted. */
export function buildOnFullDisk(report: (line: string) => void): FullDisk | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'dossier-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) return undefined
  try {
    return fillAndBuild(disk, join(disk, 'dossier'), report)
  } finally {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

function fillAndBuild(disk: string, root: string, report: (line: string) => void): FullDisk {
  const article = (name: string) => ({
    path: `seeds/articles/${name}.txt`,
    text: `Ines Okafor signed contract ${name} in Northport on 3 May 2019, the ministry said.\n`,
  })
  writeFiles(root, [
    { path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' },
    article('1'),
  ])
  if (build(root).status !== 0) throw new Error('Unexpected failure of the first build')
  writeFiles(root, [article('2')])
  const state = () =>
    ['seeds', 'content', 'dist']
      .map((name) => (existsSync(join(root, name)) ? hashFolder(join(root, name)) : 'none'))
      .join()
  const before = state()
  const tried = FREE.map((free) => {
    const filler = join(disk, 'filler')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free * 1024)))
    const { status, stdout } = build(root)
    rmSync(filler)
    const rule = status === 0 ? 'published' : ruleIn(stdout)
    report(`${free} kB left: ${rule}`)
    return { rule, isChanged: state() !== before }
  }).filter(({ rule }) => rule !== 'published')
  const refusals = Object.fromEntries(
    [...Map.groupBy(tried, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length]),
  )
  return { builds: tried.length, refusals, changed: tried.filter(({ isChanged }) => isChanged).length }
}

/** Milliseconds after which a build that waits for something is ended; one of two articles takes ten seconds. */
const MOST_TIME = 180_000

const build = (root: string) =>
  spawnSync(process.execPath, [CLI, 'build', '--root', root, '--json'], {
    encoding: 'utf8',
    timeout: MOST_TIME,
    killSignal: 'SIGKILL',
  })

function ruleIn(output: string): string {
  return output === '' ? 'died' : (JSON.parse(output) as { problems: { rule: string }[] }).problems[0]!.rule
}
