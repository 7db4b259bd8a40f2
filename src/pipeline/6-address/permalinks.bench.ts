/**
 * Measures how addresses survive: thirteen kinds of edit over real passages, look-alikes, changes that break a promise
 * and changes that do not, and ids over orders and folders.
 */
import { EDITS } from './bench/edits.ts'
import { loadTexts } from './bench/load-texts.ts'
import { measureSurvival } from './bench/measure-survival.ts'
import { startRandom } from './bench/random.ts'

const texts = loadTexts()
const count = texts.reduce((sum, passages) => sum + passages.length, 0)
const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2))

if (count === 0) console.log('No texts: the data sets are not beside the project.')
console.log(`${count} passages of ${texts.length} texts`)
console.log('edit                          right %  marked %  wrong %  buried %  lost')
for (const [name, edit] of Object.entries(EDITS)) {
  const { surviving, right, marked, wrong, deleted, buried, lost } = measureSurvival(texts, edit, startRandom(7))
  const cells = [percent(right, surviving).padStart(7), percent(marked, surviving).padStart(9), percent(wrong, count).padStart(8), percent(buried, deleted).padStart(9), String(lost).padStart(5)]
  console.log(name.padEnd(30) + cells.join(' '))
}
