import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const GOODS = [
  'timber',
  'copper',
  'grain',
  'salt',
  'wool',
  'paper',
  'glass',
  'cement',
  'coal',
  'rice',
  'cotton',
  'marble',
  'rubber',
]
const SHIPS = ['barges', 'lorries', 'wagons', 'trawlers', 'tugs', 'cranes', 'ferries']
const QUAYS = ['North Quay', 'Mill Quay', 'Salt Quay', 'Long Quay', 'Tar Quay']
const PAPERS = ['Northport Gazette', 'Lenn Valley Times', 'Harbour Post']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Undated clippings, then dated ones: a few in each month of two years, and many in one month. */
const UNDATED = 154
const EVERY_MONTH = ['2014', '2015'].flatMap((year) =>
  MONTHS.map((_, month) => `${year}-${String(month + 1).padStart(2, '0')}-07`),
)
const BUSY_MONTH = Array.from({ length: 28 }, (_, day) => `2016-05-${String(day + 1).padStart(2, '0')}`)
const QUOTED_ON_A_BUSY_DAY = 4

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length]!

function wordDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** One invented article; no two say the same words or the same number. */
function writeArticle(number: number, day: string | undefined): string {
  const [goods, ships, quay] = [pick(GOODS, number), pick(SHIPS, number), pick(QUAYS, number)]
  const told = wordDay(
    day ??
      `20${10 + (number % 4)}-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`,
  )
  const quoted = Array.from(
    { length: day?.startsWith('2016') ? QUOTED_ON_A_BUSY_DAY : 1 },
    (_, index) =>
      `“We counted load ${number * 10 + index} of ${pick(GOODS, number + index)} at ${quay}, and we will count again,” Amina Vale said.`,
  )
  return `${[
    `Load ${number} Of ${goods.charAt(0).toUpperCase()}${goods.slice(1)} Reaches ${quay}`,
    `At least ${1000 + number} ${ships} of ${goods} were unloaded at ${quay} in Northport on ${told}, Amina Vale told the harbour board.`,
    ...quoted,
  ].join('\n\n')}\n`
}

/** Writes the seeds of an invented dossier whose every list is longer than a page holds: the same at every call. */
export function writeLongDossier(root: string): void {
  const articles = join(root, 'seeds/articles')
  mkdirSync(articles, { recursive: true })
  writeFileSync(
    join(root, 'seeds/dossier.yml'),
    'title: The harbour loads\ndescription: Invented clippings. How long is a long list?\n',
  )
  const days = [...Array.from({ length: UNDATED }, () => undefined), ...EVERY_MONTH, ...BUSY_MONTH]
  for (const [number, day] of days.entries()) {
    const name = String(number).padStart(3, '0')
    writeFileSync(join(articles, `${name}.txt`), writeArticle(number, day))
    writeFileSync(join(articles, `${name}.yml`), `publisher: ${pick(PAPERS, number)}\n${day ? `date: "${day}"\n` : ''}`)
  }
}
