import { fileURLToPath } from 'node:url'
import { loadTool } from '../packages/load-tool.ts'
import { listBuiltPatterns } from './list-built-patterns.ts'
import { listPatterns } from './list-patterns.ts'
import type { SourcePattern } from './list-patterns.ts'

/** The parts of `recheck` that are used here. */
interface Recheck {
  checkSync(source: string, flags: string, options: object): Verdict
}
type Verdict =
  | { readonly status: 'safe' }
  | {
      readonly status: 'vulnerable'
      readonly complexity: { readonly summary: string }
      readonly attack: { readonly pattern: string }
    }
  | { readonly status: 'unknown'; readonly error: { readonly kind: string } }

const { checkSync } = await loadTool<Recheck>('recheck')

/*
 * Whether the time of any pattern, literal or put together from word lists, can grow faster than the text that it
 * searches. Its automaton proves that where it can be made; where a pattern looks ahead or back, texts are tried that
 * are bred to take long. None may be vulnerable, and none left undecided.
 */
const found = ['pipeline', 'lang', 'text', 'markup', 'publish', 'cite'].flatMap((room) =>
  listPatterns(fileURLToPath(new URL(`../../${room}`, import.meta.url))).map((one) => ({
    ...one,
    at: `${room}/${one.at}`,
  })),
)
const built = await listBuiltPatterns(() => import('../../pipeline/analyse-in-workers.ts'))
const patterns = [...new Map([...found, ...built].map((one) => [`${one.source}/${one.flags}`, one])).values()]

const PROOF = { checker: 'automaton', timeout: 20_000, maxNFASize: 1_000_000, maxPatternSize: 100_000 } as const
const TRIAL = { checker: 'fuzz', timeout: 60_000 } as const

/** The checker does not support the `d` flag or duplicate group names; neither changes the time. */
function judge({ source, flags }: SourcePattern) {
  const known = [source.replaceAll(/\(\?<\w+>/g, '('), flags.replace('d', '')] as const
  const proof = checkSync(...known, PROOF)
  return proof.status === 'unknown'
    ? { by: 'tried' as const, ...checkSync(...known, TRIAL) }
    : { by: 'proven' as const, ...proof }
}

const counts: Record<string, number> = {}
for (const pattern of patterns) {
  const verdict = judge(pattern)
  const outcome = `${verdict.status}, ${verdict.by}`
  counts[outcome] = (counts[outcome] ?? 0) + 1
  if (verdict.status === 'safe') continue
  process.exitCode = 1
  const why =
    verdict.status === 'vulnerable'
      ? `${verdict.complexity.summary}: ${verdict.attack.pattern.slice(0, 200)}`
      : verdict.error.kind
  console.log(`${pattern.at} ${outcome}, ${why} /${pattern.source.slice(0, 100)}/${pattern.flags}`)
}
console.log(
  `${patterns.length} patterns: ${Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join('; ')}`,
)
