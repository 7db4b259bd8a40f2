import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem, Reported } from '../model/problem.ts'
import type { Shard } from '../pipeline/analyse-seeds.ts'
import { hashEngine, openStore, readStore } from '../pipeline/store.ts'
import { hashComposition, takeComposition } from '../publish/composition.ts'
import { publishDossier } from '../publish/publish-dossier.ts'
import type { RenderedShard } from '../publish/render/render-parts.ts'
import { renderShard } from '../publish/render/render-parts.ts'
import { explainStore } from './analyse.ts'
import type { CommandResult, Options } from './options.ts'
import { count, printProblems, startProgress } from './options.ts'

/** Builds a dossier up to its pages, and leaves it in the store. */
export function compose(options: Options): Promise<CommandResult> {
  const store = options.store!
  return withScratch(options, async (scratch) => {
    await openStore(store, hashEngine(), scratch)
    const { value, problems } = await publishDossier({ ...options, isOnlyComposed: true, report: startProgress() })
    const done = `The dossier is composed.\nRender its pages with:  dossier render --store ${store}`
    return { value: value && done, problems }
  })
}

/** Renders the pages of one task: see `renderShard`. */
export function render(options: Options, shard: Shard): Promise<CommandResult> {
  const { root } = options
  const store = options.store!
  return withScratch(options, async (scratch) => {
    const key = hashComposition(root)
    const [shared, tellDamaged] = await readStore(join(scratch, 'store'), store, key)
    const composition = await takeComposition(shared, scratch, ['content', 'trees'])
    if (!composition) return { value: undefined, problems: [...tellDamaged(), explainMissing(store)] }
    const pages = join(scratch, 'pages')
    mkdirSync(pages)
    const into = await openStore(store, key, join(scratch, 'store'))
    const { value, problems } = await renderShard({ root, content: join(scratch, 'content') }, shard, into, pages)
    return { value: value && describe(value, store, shard), problems }
  })
}

const explainMissing = (store: string): Problem => ({
  file: store,
  severity: 'error',
  rule: 'store/not-composed',
  reason: 'Unexpected store without these seeds composed by this version of the program',
  hint: `Compose them there first:  dossier compose --store ${store}`,
})

function describe({ parts, own, known }: RenderedShard, store: string, { part, parts: of }: Shard): string {
  const share = `Shard ${part} of ${of}: ${own} of ${count(parts, 'part')} of the site, ${known} of them rendered before.`
  return `${share}\nWhen all are rendered, build with:  dossier build --store ${store}`
}

/** Runs a step that leaves its results in the store. @param step gives what to print, or why there is nothing */
async function withScratch(
  { root, store }: Options,
  step: (scratch: string) => Promise<Reported<string | undefined>>,
): Promise<CommandResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'dossier-render-'))
  try {
    const { value, problems } = await step(scratch)
    const text = [...(problems.length > 0 ? [printProblems(problems)] : []), ...(value ? [value] : [])].join('\n\n')
    const isDone = value !== undefined
    return { code: isDone ? 0 : 1, text: `${text}\n`, json: { ok: isDone, root, store, problems } }
  } catch (error) {
    const problems = [explainStore(store!, error)]
    return { code: 1, text: `${printProblems(problems)}\n`, json: { ok: false, root, store, problems } }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
