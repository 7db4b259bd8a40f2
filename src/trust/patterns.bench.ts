import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import { listBuiltPatterns } from './list-built-patterns.ts'
import { listPatterns } from './list-patterns.ts'

/* What recheck says of every pattern, literal or put together from word lists: those it calls vulnerable must only ever see bounded text. */
const found = ['pipeline', 'text', 'markup', 'render', 'cite'].flatMap((room) => listPatterns(fileURLToPath(new URL(`../${room}`, import.meta.url))).map((one) => ({ ...one, at: `${room}/${one.at}` })))
const built = await listBuiltPatterns(() => import('../pipeline/analyse-seed.ts'))
const patterns = [...new Map([...found, ...built].map((one) => [`${one.source}/${one.flags}`, one])).values()]
const counts = { safe: 0, vulnerable: 0, unknown: 0 }
for (const { at, source, flags } of patterns) {
  const { status, ...rest } = checkSync(source, flags, { timeout: 5000 })
  const summary = 'complexity' in rest ? rest.complexity?.summary ?? '' : ''
  counts[status] += 1
  if (status !== 'safe') console.log(`${at} ${status} ${summary} /${source.slice(0, 100)}/${flags}`)
}
console.log(`${patterns.length} patterns: ${counts.safe} safe, ${counts.vulnerable} vulnerable, ${counts.unknown} not decided in five seconds`)
