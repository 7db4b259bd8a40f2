import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { refuseStore } from '../pipeline/store.ts'
import type { Problem } from '../model/problem.ts'
import type { PublishedDossier } from '../publish/last-build.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'
import { publishDossier } from '../publish/publish-dossier.ts'
import type { Options, CommandResult } from './options.ts'
import { count, printProblems, startProgress } from './options.ts'

/** Builds a dossier and publishes it, or prints why it did not. */
export async function build(options: Options): Promise<CommandResult> {
  const { root, store } = options
  const refused = store === undefined ? undefined : refuseStore(store, hashEngine())
  if (refused !== undefined) return { code: 1, text: `${refused}\n`, json: { ok: false, root, reason: refused } }
  const { value: built, problems } = await publishDossier({ ...options, report: startProgress() })
  return built ? describeSite(built, problems, options) : describeRefusal(problems, options)
}

function describeRefusal(problems: readonly Problem[], { root, out, json }: Options): CommandResult {
  const kept = existsSync(out) ? ' The last published site is untouched.' : ''
  const text = `${printProblems(problems)}\n\n${count(problems.length, 'problem')}. Nothing was published.${kept}\n`
  return { code: 1, text: json ? '' : text, json: { ok: false, root, problems } }
}

/** Told once a build, with what it costs: the site itself is whole. */
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
    count(datedEvents, 'dated statement'),
  ]
  const text = `${warnings}${title}: ${counts.join(', ')}.\nThe site is in ${place}/\nLook at it:  npx sirv ${place} --port 4321   then open http://localhost:4321/\n${hasSite ? '' : NO_SITE}`
  return { code: 0, text, json: { ok: true, root, out, problems } }
}
