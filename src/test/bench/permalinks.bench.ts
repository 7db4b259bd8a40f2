/**
 * Measures how addresses survive: thirteen kinds of edit over real passages, look-alikes, changes that break a promise
 * and changes that do not, ids over orders and folders, and citations over formats.
 */
import { countSurvivors } from '../../cite/generate-records.fixture.ts'
import { BREAKING } from './permalinks/breaking-changes.ts'
import { EDITS } from './permalinks/edits.ts'
import { HARMLESS } from './permalinks/harmless-changes.ts'
import { loadTexts } from './permalinks/load-texts.ts'
import { countRecords } from './permalinks/measure-ids.ts'
import { measureSurvival } from './permalinks/measure-survival.ts'
import { measureTraps, TRAPS } from './permalinks/measure-traps.ts'
import { startRandom } from './permalinks/random.ts'
import { publishWorld, rebuild } from './permalinks/world.ts'

const texts = loadTexts()
const count = texts.reduce((sum, passages) => sum + passages.length, 0)
const SEEDS = [7, 14, 21]
const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2))

if (count === 0) console.log('No texts: the data sets are not beside the project.')
console.log(`${count} passages of ${texts.length} texts`)
console.log(`worst of ${SEEDS.length} runs              right %  marked %  wrong %  buried %  lost`)
for (const [name, edit] of Object.entries(EDITS)) {
  const runs = SEEDS.map((seed) => measureSurvival(texts, edit, startRandom(seed)))
  const worst = runs.reduce((a, b) => (b.right / b.surviving < a.right / a.surviving ? b : a))
  const [wrong, lost] = [Math.max(...runs.map((run) => run.wrong)), Math.max(...runs.map((run) => run.lost))]
  const cells = [
    percent(worst.right, worst.surviving).padStart(7),
    percent(worst.marked, worst.surviving).padStart(9),
    percent(wrong, count).padStart(8),
    percent(worst.buried, worst.deleted).padStart(9),
    String(lost).padStart(5),
  ]
  console.log(name.padEnd(30) + cells.join(' '))
}

console.log('\ntrap                                            cases  wrong %  marked as changed %')
for (const [name, trap] of Object.entries(TRAPS)) {
  const { cases, wrong, marked } = measureTraps(texts, trap, startRandom(11))
  console.log(
    name.padEnd(46) +
      [String(cases).padStart(7), percent(wrong, cases).padStart(8), percent(marked, cases).padStart(9)].join(' '),
  )
}

const world = publishWorld()
for (const [kind, changes] of Object.entries({ 'break a promise': BREAKING, 'are harmless': HARMLESS })) {
  const stopped = Object.entries(changes)
    .filter(([, change]) => rebuild(change(world), world.record).errors.length > 0)
    .map(([name]) => name)
  console.log(`\n${Object.keys(changes).length} kinds of change that ${kind}: ${stopped.length} stop the build`)
  const odd = kind === 'are harmless' ? stopped : Object.keys(changes).filter((name) => !stopped.includes(name))
  for (const name of odd) console.log(`  not as it should be: ${name}`)
}

const { builds, records } = countRecords(texts.slice(0, 60), startRandom(13))
console.log(`\n${builds} builds in five orders and three folders gave ${records} different record(s)`)

const formats = countSurvivors(5000)
for (const [format, survived] of Object.entries(formats))
  console.log(`${survived} of 5000 generated citations are the same after CSL -> ${format} -> CSL`)
