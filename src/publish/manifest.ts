import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../model/problem.ts'
import { identifyFile, sha256Of } from '../text/hash.ts'
import { listFilesBelow } from './disk/disk.ts'
import type { StepRecords } from './last-build.ts'
import { readStep, writeStep } from './last-build.ts'

/** Path of the manifest in the site. */
export const MANIFEST = 'data/manifest.json'

/** Name of the record of hashes, in the state folder and in the staging area. */
export const HASH_RECORD = 'hashes.json'

const COLLECTIONS = 'content/'

/** The hash of a file of the site or of the collections, and which file it was. */
type KnownHashes = Readonly<Record<string, readonly [file: string, sha256: string]>>

/**
 * Writes the manifest of a finished site: the SHA-256 of every file that it was made from and of every file that was
 * made, with the versions of the tools. Anybody can build again and compare.
 *
 * @param root the dossier's folder
 * @param content the generated collections
 * @param out the site; the manifest is written into it and is the only file that it does not list
 * @param records without them every file is read
 */
export function writeManifest(root: string, content: string, out: string, records?: StepRecords): void {
  const known = records && readStep<KnownHashes[string]>(records)
  const site = hashFiles(out, '', known)
  const collections = hashFiles(content, COLLECTIONS, known)
  const manifest = {
    algorithm: 'SHA-256',
    versions: listVersions(),
    inputs: hashFiles(join(root, 'seeds'), 'seeds/'),
    outputs: { ...collections, ...site },
  }
  writeFileSync(join(out, MANIFEST), `${JSON.stringify(manifest, undefined, 1)}\n`)
  if (!records) return
  const fileOf = (path: string) =>
    path.startsWith(COLLECTIONS) ? join(content, path.slice(COLLECTIONS.length)) : join(out, path)
  const hashes = Object.entries(manifest.outputs).map(([path, hash]) => [path, [identifyFile(fileOf(path)), hash]])
  writeStep(records, Object.fromEntries(hashes))
}

/**
 * Whether files are the very ones that the last build hashed: of the site, or of `content/`.
 *
 * @param root the dossier's folder
 * @param out the site of the last build
 */
export function areUntouched(
  { root, out }: { readonly root: string; readonly out: string },
  files: readonly string[],
  record: Omit<StepRecords, 'next'>,
): boolean {
  const known = readStep<KnownHashes[string]>(record)
  const isBelow = (file: string, folder: string) => file.startsWith(join(folder, '/'))
  return files.every((file) => {
    const path = relative(isBelow(file, join(root, COLLECTIONS)) ? root : out, file).replaceAll(sep, '/')
    const identity = identifyFile(file)
    return identity !== undefined && known[path]?.[0] === identity
  })
}

/** The package pins its tools exactly. */
function listVersions(): Record<string, string> {
  const { version, dependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string; dependencies: Record<string, string> }
  return {
    dossier: version,
    node: process.versions.node,
    astro: dependencies['astro']!,
  }
}

function hashFiles(folder: string, prefix: string, known: KnownHashes = {}): Record<string, string> {
  const paths = listFilesBelow(folder).filter((path) => path !== MANIFEST && !basename(path).startsWith('.'))
  const hash = (path: string) => {
    const file = join(folder, path)
    const last = known[prefix + path]
    return last && last[0] === identifyFile(file) ? last[1] : sha256Of(readFileSync(file))
  }
  return Object.fromEntries(paths.map((path) => [prefix + path, hash(path)]))
}

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url))

/** The time zone and locale of the second build; neither may change a byte. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8' }

/**
 * Builds a second time in a separate process: in another folder, time zone and locale, and without the cache.
 *
 * @param root the dossier's folder, before anything is published
 * @param out the finished site of the first build
 * @returns a problem if any file differs
 */
export function verifyBuild(root: string, out: string, report: (step: string) => void): Problem[] {
  report('Building a second time')
  const other = mkdtempSync(join(tmpdir(), 'dossier-verify-'))
  try {
    for (const folder of ['seeds', 'content'])
      if (existsSync(join(root, folder)))
        cpSync(join(root, folder), join(other, folder), { recursive: true, verbatimSymlinks: true })
    const { status, stdout } = spawnSync(process.execPath, [CLI, 'build', '--root', other, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, ...ELSEWHERE },
      maxBuffer: 1 << 28,
    })
    if (status !== 0) return [problemOf(`Unexpected failure of the second build: ${stdout.slice(0, 2000)}`)]
    return listDifferences(readManifest(out), readManifest(join(other, 'dist')))
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
}

type Hashes = Readonly<Record<string, string>>

function readManifest(site: string): Hashes {
  const { inputs, outputs } = JSON.parse(readFileSync(join(site, MANIFEST), 'utf8')) as {
    inputs: Hashes
    outputs: Hashes
  }
  return { ...inputs, ...outputs }
}

function listDifferences(first: Hashes, second: Hashes): Problem[] {
  const paths = Object.keys({ ...first, ...second }).filter((path) => first[path] !== second[path])
  if (paths.length === 0) return []
  return [
    problemOf(
      `Unexpected other bytes in ${paths.length} files of a second build, expected the same: ${paths.slice(0, 10).join(', ')}`,
    ),
  ]
}

const problemOf = (reason: string): Problem => ({ file: 'seeds', severity: 'error', rule: 'verify/differs', reason })
