import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { basePath } from '../model/dossier.ts'
import type { Problem, Reported } from '../model/problem.ts'
import { findPublished, listFilesBelow } from '../publish/disk/disk.ts'
import { MANIFEST } from '../publish/manifest.ts'
import { compare } from '../text/compare.ts'
import { readEntries } from '../text/entry-lines.ts'
import { sha256Of } from '../text/hash.ts'
import type { PackedSource } from './archive.ts'
import { describeRights, OPEN_PAGE, openArchive, README, writeTimestampRequest } from './archive.ts'
import type { PackedFile } from './pack-site.ts'
import { packSite } from './pack-site.ts'

/** The site to pack, and the file to write. */
export interface PackRequest {
  /** The dossier's folder, with `seeds/` and `content/`. */
  readonly root: string
  /** The published site. */
  readonly site: string
  /** The ZIP file to write. */
  readonly file: string
  /** Write `FILE.tsq` too, a timestamp request (RFC 3161) for somebody to send. */
  readonly timestamp: boolean
}

/** A pack that was written. */
export interface Pack {
  /** All files of the ZIP file. */
  readonly files: number
  /** Length of the payload in bytes, before it is compressed. */
  readonly bytes: number
  /** SHA-256 of the ZIP file. */
  readonly sha256: string
}

/**
 * Writes a dossier as one ZIP file that opens from disk, search included: a bag (BagIt, RFC 8493) of the site, of the
 * originals whose rights allow it, and of the hashes of both. The same dossier gives the same bytes.
 */
export async function writePack(request: PackRequest): Promise<Reported<Pack | undefined>> {
  const problems = checkSite(request)
  if (problems.length > 0) return { value: undefined, problems }
  const part = `${request.file}.part`
  try {
    const pack = await writeBag(request, part)
    renameSync(part, request.file)
    if (request.timestamp) writeFileSync(`${request.file}.tsq`, writeTimestampRequest(pack.sha256))
    return { value: pack, problems: [] }
  } finally {
    rmSync(part, { force: true })
  }
}

/** The site must be there, and be the one that was built from the articles as they are. */
function checkSite({ root, site }: PackRequest): Problem[] {
  const manifest = join(site, MANIFEST)
  if (!existsSync(manifest))
    return [problemOf(site, 'pack/no-site', 'Missing site, expected one that was built', 'Run `dossier build` first.')]
  const { inputs, outputs } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    'inputs' | 'outputs',
    Record<string, string>
  >
  const ofSite = Object.fromEntries(Object.entries(outputs).filter(([path]) => !path.startsWith('content/')))
  const changed = [...listChanged(inputs, root), ...listChanged(ofSite, site)]
  const hint = 'Run `dossier build`, then pack again.'
  return changed.map((file) =>
    problemOf(file, 'pack/changed', 'Unexpected bytes, expected those of the last build', hint),
  )
}

function listChanged(hashes: Readonly<Record<string, string>>, folder: string): string[] {
  return Object.entries(hashes)
    .filter(([path, hash]) => !existsSync(join(folder, path)) || sha256Of(readFileSync(join(folder, path))) !== hash)
    .map(([path]) => path)
}

const problemOf = (file: string, rule: string, reason: string, hint: string): Problem => ({
  file,
  severity: 'error',
  rule,
  reason,
  hint,
})

/** Writes every file of the payload, then the tag files with their hashes. */
async function writeBag(request: PackRequest, part: string): Promise<Pack> {
  const archive = openArchive(part)
  const hashes = new Map<string, string>()
  let bytes = 0
  const add = (file: PackedFile) => {
    hashes.set(file.path, sha256Of(file.bytes))
    archive.add(file)
    return file.bytes.length
  }
  for await (const { path, bytes: content } of listPayload(request))
    bytes += add({ path: `data/${path}`, bytes: content })
  const files = hashes.size
  for (const file of [...listTags(request, bytes, files, hashes)]) add(file)
  const tags = [...hashes].filter(([path]) => !path.startsWith('data/'))
  archive.add(textFile('tagmanifest-sha256.txt', writeHashes(tags)))
  return { files: hashes.size + 1, bytes, sha256: archive.close() }
}

/** The sources of a site. */
function readSources(site: string): PackedSource[] {
  return findPublished(join(site, 'data/sources.json')).flatMap((path) => [...readEntries<PackedSource>(path)])
}

async function* listPayload({ root, site }: PackRequest): AsyncGenerator<PackedFile> {
  const base = basePath(JSON.parse(readFileSync(join(root, 'content/dossier.json'), 'utf8')) as { site?: string })
  const sources = readSources(site)
  yield textFile('LICENCES.txt', describeRights(sources))
  const shown = new Set(sources.filter(({ rights }) => rights === 'full').map(({ file }) => file))
  for (const path of listFilesBelow(join(root, 'seeds')))
    if (shown.has(`seeds/${path}`)) yield { path: `originals/${path}`, bytes: readFileSync(join(root, 'seeds', path)) }
  for await (const { path, bytes } of packSite(site, base)) yield { path: `site/${path}`, bytes }
}

/** Tag files of the bag, beside the payload; the first leads a reader into the site. */
function* listTags({ root }: PackRequest, bytes: number, files: number, hashes: ReadonlyMap<string, string>) {
  const { title } = JSON.parse(readFileSync(join(root, 'content/dossier.json'), 'utf8')) as { title: string }
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  yield textFile('open.html', OPEN_PAGE)
  yield textFile('README.txt', README)
  yield textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  yield textFile(
    'bag-info.txt',
    `External-Description: ${title.replaceAll(/\s+/g, ' ')}\nPayload-Oxum: ${bytes}.${files}\nBag-Software-Agent: Dossier ${version}\n`,
  )
  yield textFile('manifest-sha256.txt', writeHashes([...hashes].filter(([path]) => path.startsWith('data/'))))
}

const textFile = (path: string, text: string): PackedFile => ({ path, bytes: Buffer.from(text) })

const writeHashes = (hashes: readonly (readonly [string, string])[]) =>
  hashes
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('')
