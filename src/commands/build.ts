import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { explainBucket } from '../cache/bucket.ts'
import type { Problem } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { hashEngine, refuseStore } from '../pipeline/store.ts'
import {
  checkContradictions,
  checkHandWritten,
  checkPublished,
  checkPublishedFile,
} from '../publish/check-published.ts'
import type { PublishedDossier } from '../publish/last-build.ts'
import { publishDossier } from '../publish/publish-dossier.ts'
import type { CommandResult, Options } from './options.ts'
import { analyseDossier, count, printProblems, startProgress } from './options.ts'

/** Builds a dossier and publishes it, or prints why it did not. */
export async function build(options: Options): Promise<CommandResult> {
  const { root, store } = options
  const refused =
    store === undefined
      ? undefined
      : await refuseStore(store, hashEngine()).catch((error: unknown) => printProblems([explainBucket(error)]))
  if (refused !== undefined) return { code: 1, text: `${refused}\n`, json: { ok: false, root, reason: refused } }
  const { value: built, problems } = await publishDossier({ ...options, report: startProgress() })
  return built ? describeSite(built, problems, options) : describeRefusal(problems, options)
}

function describeRefusal(problems: readonly Problem[], { root, out, json }: Options): CommandResult {
  const kept = existsSync(out) ? ' The last published site is untouched.' : ''
  const text = `${printProblems(problems)}\n\n${count(problems.length, 'problem')}. Nothing was published.${kept}\n`
  return { code: 1, text: json ? '' : text, json: { ok: false, root, problems } }
}

/** Printed once a build: the site works, but what must be an absolute address is not. */
const NO_SITE = `
dossier.yml does not say where the site will be hosted (site: https://...). Until it does, what must be absolute is not:
the sitemap, the feed, JSON-LD and the ids of annotations hold relative addresses, which others read as invalid; pages
have no canonical address and no picture where links are shared; citations give paths.
`

function describeSite(
  { title, hasSite, sources, names, quotations, datedEvents }: PublishedDossier,
  problems: readonly Problem[],
  { root, out }: Options,
): CommandResult {
  const place = relative(process.cwd(), out) || out
  const warnings = problems.length > 0 ? `${printProblems(problems)}\n\n${count(problems.length, 'warning')}.\n\n` : ''
  const counts = [
    count(sources, 'source'),
    count(names, 'name'),
    count(quotations, 'quotation'),
    count(datedEvents, 'dated event'),
  ]
  const text = `${warnings}${title}: ${counts.join(', ')}.\nThe site is in ${place}/\nLook at it:  ${callOfPreview({ root, out })}\n${hasSite ? '' : NO_SITE}`
  return { code: 0, text, json: { ok: true, root, out, problems } }
}

/** How the preview is called: of the installed package in the dossier's folder, or in this program's own repository. */
function callOfPreview({ root, out }: Pick<Options, 'root' | 'out'>): string {
  const isInstalled = import.meta.url.includes('/node_modules/')
  const home = isInstalled ? process.cwd() : fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
  const folder = root === home ? '' : ` --root ${root}`
  const flags = `${folder}${out === join(root, 'dist') ? '' : ` --out ${out}`}`
  return isInstalled ? `npx dossier preview${flags}` : `npm run preview${flags === '' ? '' : ` --${flags}`}`
}

/** V8 flag: size of the young generation in MB, large enough for what one change allocates; a change shows a tenth sooner. */
const ROOM_FOR_ONE_CHANGE = '--max-semi-space-size=64'

/** Serves the dossier while somebody works on it, until the process is ended. */
export async function dev({ root, out }: Options, port: number): Promise<void> {
  setFlagsFromString(ROOM_FOR_ONE_CHANGE)
  const { serveDesk } = await import('../desk/serve.ts')
  process.stdout.write('Building …\n')
  const { url, preview, close } = await serveDesk({ root, out, port })
  const problems = preview.problems()
  if (problems.length > 0) process.stdout.write(`${printProblems(problems)}\n\n`)
  const lines = [
    `The desk is at  ${url}`,
    'Whatever is saved under seeds/ is shown at once. Nothing is published: that is `dossier build`. Ctrl+C ends it.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)))
}

/**
 * Runs every stage without publishing: the problems of the seeds and the register, the addresses that would break, what
 * the sources contradict one another in, and the files of `content/` that are not what the seeds give.
 *
 * @param published path of a record of what readers have; by default that of the site that stands here
 */
export async function check({ root, out, strict }: Options, published?: string): Promise<CommandResult> {
  const built = await analyseDossier(root, startProgress())
  const { content, dossier } = built
  const all = [
    ...built.problems,
    ...(published === undefined ? checkPublished(built, out) : checkPublishedFile(built.record, published)),
    ...checkContradictions(dossier),
    ...checkHandWritten(root, built.addresses),
    ...findDrift(root, content),
  ]
  const isBad = isFatal(all, strict)
  const summary =
    all.length === 0
      ? `${count(dossier.sources.length, 'source')}, no problems.\n`
      : `${printProblems(all)}\n\n${count(all.length, 'problem')}.\n`
  return { code: isBad ? 1 : 0, text: summary, json: { ok: !isBad, root, problems: all } }
}

/**
 * Files of `content/` that differ from what a build would write, as one problem, because a correction changes many.
 */
function findDrift(root: string, content: readonly WrittenFile[]): Problem[] {
  if (!existsSync(join(root, 'content'))) return []
  const other = content.filter(({ path, text }) => !isSame(join(root, path), text)).map(({ path }) => path)
  if (other.length === 0) return []
  const [first, ...rest] = other
  const which = rest.length === 0 ? first : `${first} and ${count(rest.length, 'other file')}`
  return [
    {
      file: 'content/',
      severity: 'warning',
      rule: 'build/drift',
      reason: `${which} ${rest.length === 0 ? 'is' : 'are'} not what the seeds give now: the seeds or the program changed since the last build, or somebody edited what it wrote`,
      hint: 'Build again: dossier build',
    },
  ]
}

/** Compares sizes first, so that no larger file is read. */
function isSame(file: string, text: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text
}
