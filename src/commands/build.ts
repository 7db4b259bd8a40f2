import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Problem } from '../model/problem.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'
import { openAnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { takeLock } from '../pipeline/8-write/lock.ts'
import { publish, resumePublishing } from '../pipeline/8-write/publish.ts'
import { refuseTargets } from '../pipeline/8-write/refuse-targets.ts'
import { makeStage, sweepStages } from '../pipeline/8-write/stage.ts'
import { openWorkshop } from '../pipeline/8-write/workshop.ts'
import { THRIFT } from '../render/run-astro.ts'
import { checkPublished } from './check-published.ts'
import type { Options, Outcome } from './options.ts'
import { isFatal, printProblems } from './print-problems.ts'
import { startProgress } from './progress.ts'
import { renderStage } from './render-stage.ts'
import { tellContradictions } from './tell-contradictions.ts'
import { verifyBuild } from './verify-build.ts'

/**
 * Builds a dossier: seeds to `content/`, `content/` to the site. Everything is made beside what is published and takes
 * its place only when all of it is there and checked; a dossier with errors, a full disk or a second build at the same
 * time leave the published one as it was.
 */
export async function build(options: Options): Promise<Outcome> {
  setFlagsFromString(THRIFT)
  const foreign = refuseTargets(options.root, options.out)
  if (foreign.length > 0) return refuse(foreign, options)
  try {
    return await buildAlone(options)
  } catch (error) {
    return refuse([explainDisk(error)], options)
  }
}

async function buildAlone(options: Options): Promise<Outcome> {
  const workshop = openWorkshop(options.root)
  const lock = takeLock(workshop)
  if (typeof lock === 'number') return refuse([explainBusy(lock)], options)
  try {
    resumePublishing(workshop)
    sweepStages(workshop, options.out)
    return await buildAndPublish(options, workshop)
  } finally {
    sweepStages(workshop, options.out)
    lock()
  }
}

async function buildAndPublish(options: Options, workshop: string): Promise<Outcome> {
  const report = startProgress()
  const cache = openAnalysisCache(join(workshop, 'analysis'))
  const built = await buildDossier(options.root, { cache, engine: hashEngine(), report })
  const problems = [
    ...built.problems,
    ...checkPublished(built, options.out),
    ...tellContradictions(built.dossier).filter(({ severity }) => severity === 'error'),
  ]
  if (isFatal(problems, options.strict)) return refuse(problems, options)
  cache.sweep()
  const stage = makeStage(workshop, options.out)
  const failures = await renderStage(built, stage, options.root, report)
  if (failures.length > 0) return refuse([...built.problems, ...failures], options)
  const different = options.verify ? verifyBuild(options.root, stage.out, report) : []
  if (different.length > 0) return refuse(different, options)
  report('Publishing')
  publish(workshop, [
    { staged: join(stage.root, 'content'), target: join(options.root, 'content') },
    { staged: stage.out, target: options.out },
  ])
  return tell(built, options)
}

const explainBusy = (pid: number): Problem => ({
  file: '.dossier/lock',
  severity: 'error',
  rule: 'write/busy',
  reason: `Unexpected second build: process ${pid} is building this dossier`,
  hint: 'Wait until it has ended.',
})

/** @throws the error itself when it does not come from the disk: then it is a fault of the program */
function explainDisk(error: unknown): Problem {
  const { syscall, path, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) throw error
  return {
    file: path ?? '.',
    severity: 'error',
    rule: 'write/disk',
    reason: message,
    hint: 'Make room or give the right to write there, then build again.',
  }
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
