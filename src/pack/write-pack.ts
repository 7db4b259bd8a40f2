import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Problem, Reported } from '../model/problem.ts'
import { compare } from '../text/compare.ts'
import type { PackedFile } from './pack-site.ts'
import { listPackable, packSite } from './pack-site.ts'
import { writeTimestampRequest } from './timestamp-request.ts'

/** What to pack, and where to. */
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
  readonly files: number
  /** Length of the payload in bytes, before it is compressed. */
  readonly bytes: number
  /** SHA-256 of the ZIP file. */
  readonly sha256: string
}

interface PackedSource {
  readonly file: string
  readonly rights: 'full' | 'excerpt' | 'citation'
  readonly headline?: string
}

/** A day that a ZIP file can hold and every time zone agrees on; no clock is read. */
const MADE = new Date(1980, 1, 1)

/** What is compressed already. */
const COMPRESSED = /\.(?:woff2|png|jpe?g|webp|zip|docx|epub|pdf|gz)$/

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
  const manifest = join(site, 'data/manifest.json')
  if (!existsSync(manifest))
    return [problemOf(site, 'pack/no-site', 'Missing site, expected one that was built', 'Run `dossier build` first.')]
  const { inputs, outputs } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    'inputs' | 'outputs',
    Record<string, string>
  >
  const changed = [...listChanged(inputs, root, ''), ...listChanged(outputs, site, 'content/')]
  const hint = 'Run `dossier build`, then pack again.'
  return changed.map((file) =>
    problemOf(file, 'pack/changed', 'Unexpected bytes, expected those of the last build', hint),
  )
}

function listChanged(hashes: Readonly<Record<string, string>>, folder: string, except: string): string[] {
  return Object.entries(hashes)
    .filter(([path]) => except === '' || !path.startsWith(except))
    .filter(([path, hash]) => !existsSync(join(folder, path)) || hashOf(readFileSync(join(folder, path))) !== hash)
    .map(([path]) => path)
}

const problemOf = (file: string, rule: string, reason: string, hint: string): Problem => ({
  file,
  severity: 'error',
  rule,
  reason,
  hint,
})

/** Writes every file of the payload, then the tag files that vouch for them. */
async function writeBag(request: PackRequest, part: string): Promise<Pack> {
  const archive = openArchive(part)
  const hashes = new Map<string, string>()
  let bytes = 0
  const add = (file: PackedFile) => {
    hashes.set(file.path, hashOf(file.bytes))
    archive.add(file)
    return file.bytes.length
  }
  for await (const { path, bytes: content } of listPayload(request))
    bytes += add({ path: `data/${path}`, bytes: content })
  const files = hashes.size
  for (const file of [...listTags(request, bytes, files, hashes)]) add(file)
  const tags = [...hashes].filter(([path]) => !path.startsWith('data/'))
  archive.add(textFile('tagmanifest-sha256.txt', writeHashes(tags)))
  return { files, bytes, sha256: archive.close() }
}

async function* listPayload({ root, site }: PackRequest): AsyncGenerator<PackedFile> {
  const { site: home } = JSON.parse(readFileSync(join(root, 'content/dossier.json'), 'utf8')) as { site?: string }
  const base = home === undefined ? '' : new URL(home).pathname.replace(/\/$/, '')
  const sources = JSON.parse(readFileSync(join(site, 'data/sources.json'), 'utf8')) as PackedSource[]
  yield textFile('LICENCES.txt', describeRights(sources))
  const shown = new Set(sources.filter(({ rights }) => rights === 'full').map(({ file }) => file))
  for (const path of listPackable(join(root, 'seeds')))
    if (shown.has(`seeds/${path}`)) yield { path: `originals/${path}`, bytes: readFileSync(join(root, 'seeds', path)) }
  for await (const { path, bytes } of packSite(site, base)) yield { path: `site/${path}`, bytes }
}

/** Tag files of the bag, beside the payload; the first leads a reader into the site. */
function* listTags({ root }: PackRequest, bytes: number, files: number, hashes: ReadonlyMap<string, string>) {
  const { title } = JSON.parse(readFileSync(join(root, 'content/dossier.json'), 'utf8')) as { title: string }
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  yield textFile('open.html', OPEN)
  yield textFile('README.txt', README)
  yield textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  yield textFile(
    'bag-info.txt',
    `External-Description: ${title.replaceAll(/\s+/g, ' ')}\nPayload-Oxum: ${bytes}.${files}\nBag-Software-Agent: Dossier ${version}\n`,
  )
  yield textFile('manifest-sha256.txt', writeHashes([...hashes].filter(([path]) => path.startsWith('data/'))))
}

const OPEN =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Open the dossier</title><meta http-equiv="refresh" content="0; url=data/site/index.html"><p><a href="data/site/index.html">Open the dossier</a>\n'

const README = `Open "open.html" in a browser. Nothing needs to be installed, and nothing is fetched from anywhere.

data/site        the dossier, search included
data/originals   the articles as they were collected, where their rights allow it
data/LICENCES.txt  the rights of each article, and of what the site is made with

To see whether a file was changed since the pack was made:
  sha256sum -c manifest-sha256.txt        (Linux)
  shasum -a 256 -c manifest-sha256.txt    (macOS)
or, before it is unpacked, with Dossier itself:
  dossier verify FILE.zip

The pack is a bag (BagIt 1.0, RFC 8493); archives can validate it with their own programs.
`

const RIGHTS = {
  full: 'shown in full; the original is in this pack',
  excerpt: 'shown in excerpts; the original is not in this pack',
  citation: 'cited only; the original is not in this pack',
}

function describeRights(sources: readonly PackedSource[]): string {
  const lines = sources.map(
    ({ file, rights, headline }) => `${file}${headline ? ` (${headline})` : ''}: ${RIGHTS[rights]}`,
  )
  return `The articles belong to their publishers.

${lines.join('\n')}

Source Serif and Source Sans: Copyright 2014-2023 Adobe, SIL Open Font License 1.1.
Search: Pagefind, Copyright 2022 Pagefind, MIT licence.
Coasts and borders: Natural Earth, public domain.
`
}

const textFile = (path: string, text: string): PackedFile => ({ path, bytes: Buffer.from(text) })

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const writeHashes = (hashes: readonly (readonly [string, string])[]) =>
  hashes
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('')

/** A ZIP file that is written one member at a time, so that no more than one is held in memory. */
function openArchive(path: string): { add(file: PackedFile): void; close(): string } {
  const target = openSync(path, 'w')
  const whole = createHash('sha256')
  const zip = new Zip((error, piece) => {
    if (error) throw error
    whole.update(piece)
    writeSync(target, piece)
  })
  return {
    add({ path: name, bytes }) {
      const member = COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 })
      member.mtime = MADE
      zip.add(member)
      member.push(bytes, true)
    },
    close() {
      zip.end()
      closeSync(target)
      return whole.digest('hex')
    },
  }
}
