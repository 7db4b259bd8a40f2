import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { REPOSITORY } from '../acceptance/make-dossier.ts'
import { compare } from '../../text/compare.ts'
import { hashFolder } from './hash-folder.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

/** A machine to build on. */
interface Machine {
  readonly zone: string
  readonly locale: string
  /** Folder in which the dossier's folder is made; a file system in memory lists names in the order of their making. */
  readonly nest: string
  readonly isReversed: boolean
  readonly cores: 'one' | 'all'
}

const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const MACHINES: readonly Machine[] = [
  { zone: 'UTC', locale: 'C', nest: tmpdir(), isReversed: false, cores: 'all' },
  { zone: 'Pacific/Kiritimati', locale: 'sv_SE.UTF-8', nest: MEMORY, isReversed: true, cores: 'one' },
  { zone: 'America/St_Johns', locale: 'tr_TR.UTF-8', nest: MEMORY, isReversed: false, cores: 'all' },
  { zone: 'Asia/Kathmandu', locale: 'ar_EG.UTF-8', nest: tmpdir(), isReversed: true, cores: 'one' },
]

/** The state of the cache between two builds in one folder. */
const CACHES = ['cold', 'warm', 'damaged'] as const

/** Builds the repository's dossier on each machine with each cache; gives one hash of `content/` and the site for each. */
export function buildEverywhere(report: (line: string) => void): string[] {
  return MACHINES.flatMap((machine) => {
    const root = mkdtempSync(join(machine.nest, `dossier-${machine.cores}-`))
    copyInOrder(root, machine.isReversed)
    const hashes = CACHES.map((cache) => {
      if (cache === 'damaged') damageCache(root)
      buildOn(machine, root)
      const hash = hashFolder(join(root, 'content')) + hashFolder(join(root, 'dist'))
      report(
        `${hash.slice(0, 12)} ${machine.zone}, ${machine.locale}, ${root}, files ${machine.isReversed ? 'backwards' : 'forwards'}, cores: ${machine.cores}, cache: ${cache}`,
      )
      return hash
    })
    rmSync(root, { recursive: true })
    return hashes
  })
}

function copyInOrder(root: string, isReversed: boolean): void {
  const files = ['seeds', 'content'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  for (const file of files.toSorted((a, b) => (isReversed ? compare(b, a) : compare(a, b)))) {
    const target = join(root, file.slice(REPOSITORY.length))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, readFileSync(file))
  }
}

/** Another letter in one file, half of another, nothing in the third, and so on. */
function damageCache(root: string): void {
  const folder = join(root, '.dossier/analysis')
  readdirSync(folder).forEach((name, turn) => {
    const text = readFileSync(join(folder, name), 'utf8')
    writeFileSync(
      join(folder, name),
      [text.replace('passages', 'passagez'), text.slice(0, text.length / 2), ''][turn % 3]!,
    )
  })
}

/** @throws Error when the build fails */
function buildOn({ zone, locale, cores }: Machine, root: string): void {
  const isBound = cores === 'one' && spawnSync('taskset', ['--version']).status === 0
  const [program = '', ...args] = [
    ...(isBound ? ['taskset', '--cpu-list', '0'] : []),
    process.execPath,
    CLI,
    'build',
    '--root',
    root,
  ]
  const { status, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LC_ALL: locale },
  })
  if (status !== 0) throw new Error(`Unexpected failure of a build: ${stderr}`)
}
