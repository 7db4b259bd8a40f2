import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'
import { checkPromises } from '../pipeline/6-address/check-promises.ts'
import { openAnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { publish, resumePublishing } from '../pipeline/8-write/publish.ts'
import { writeFiles } from '../pipeline/8-write/write-files.ts'
import { indexSearch } from '../render/index-search.ts'
import { readPages } from '../render/read-pages.ts'
import { runAstro } from '../render/run-astro.ts'
import type { Options, Outcome } from './options.ts'
import { isFatal, printProblems } from './print-problems.ts'
import { startProgress } from './progress.ts'
import { tellContradictions } from './tell-contradictions.ts'

/**
 * Builds a dossier: seeds to `content/`, `content/` to the site. Everything is made beside what is published and takes
 * its place only when all of it is there; a dossier with errors leaves the published one as it was.
 */
export async function build(options: Options): Promise<Outcome> {
  const workshop = join(options.root, '.dossier')
  const report = startProgress()
  resumePublishing(workshop)
  const cache = openAnalysisCache(join(workshop, 'analysis'))
  const built = await buildDossier(options.root, { cache, engine: hashEngine(), report })
  const problems = [...built.problems, ...tellContradictions(built.dossier).filter(({ severity }) => severity === 'error')]
  if (isFatal(problems, options.strict)) return refuse(problems, options)
  cache.sweep()
  const staged = stage(options, workshop)
  writeFiles(staged.root, built.content)
  report('Rendering the site')
  const failures = await runAstro({ root: options.root, content: staged.content, out: staged.out })
  if (failures.length > 0) return refuse([...built.problems, ...failures], options)
  writeFiles(staged.out, built.data)
  const broken = checkPromises(built.record, readPages(staged.out), built.versions)
  if (broken.length > 0) return refuse([...built.problems, ...broken], options)
  report('Indexing for search')
  await indexSearch(staged.out)
  report('Publishing')
  publish(workshop, [
    { staged: staged.content, target: join(options.root, 'content') },
    { staged: staged.out, target: options.out },
  ])
  return tell(built, options)
}

/** The folders in which a build waits to be published, on the same file systems as their targets. */
function stage(options: Options, workshop: string): { root: string; content: string; out: string } {
  const root = join(workshop, 'next')
  const out = join(dirname(options.out), `.${basename(options.out)}.next`)
  for (const folder of [root, out]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  return { root, content: join(root, 'content'), out }
}

function refuse(problems: readonly Problem[], { root, out, json }: Options): Outcome {
  const kept = existsSync(out) ? ' The last published site is untouched.' : ''
  const text = `${printProblems(problems)}\n\n${count(problems.length, 'problem')}. Nothing was published.${kept}\n`
  return { code: 1, text: json ? '' : text, json: { ok: false, root, problems } }
}

function tell({ dossier, problems }: BuiltDossier, { root, out }: Options): Outcome {
  const place = relative(process.cwd(), out) || out
  const warnings = problems.length > 0 ? `${printProblems(problems)}\n\n${count(problems.length, 'warning')}.\n\n` : ''
  const counts = `${count(dossier.sources.length, 'source')}, ${count(dossier.entityRelations.length, 'name')}, ${count(dossier.quotations.length, 'quotation')}, ${count(dossier.happenings.length, 'dated statement')}.`
  const text = `${warnings}${dossier.settings.title}: ${counts}\nThe site is in ${place}/\nLook at it:  npx sirv ${place} --port 4321   then open http://localhost:4321/\n`
  return { code: 0, text, json: { ok: true, root, out, problems } }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
