/**
 * Scores `findDates` on TimeBank and AQUAINT as TempEval-3 does (UzZaman et al. 2013, task A): a found date is
 * relaxed-right when it overlaps a gold one, strict-right when both ends agree, value-right when it overlaps and
 * the TIMEX3 value is equal; `same value` also takes two spellings of one value as equal (`1949-XX` and `1949`, `196X` and
 * `196`, `W7` and `W07`). `DOSSIER_SHARED` names the folder that holds `data/dates`; `--errors missed|spurious|span|value` lists mistakes,
 * `--write` puts the figures of TimeBank on the method page.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DateMention } from '../../model/date.ts'
import { findDates } from '../../lang/en/dates/find-dates.ts'
import { readTimeml, splitParagraphs, toSource } from './timeml.ts'
import { writeMeasured } from './write-measured.ts'
import type { GoldTimex, TimemlDocument } from './timeml.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = join(process.env['DOSSIER_SHARED'] ?? join(root, '../shared'), 'data/dates')
const shown = process.argv.includes('--errors') ? process.argv[process.argv.indexOf('--errors') + 1] : undefined

/** Gold gives a fiscal year the value of the calendar year with its number. */
const FISCAL = /^FY/

interface Found {
  start: number
  end: number
  value: string
  rule: string
}

interface Tally {
  same: number
  gold: number
  found: number
  relaxed: number
  strict: number
  value: number
}

for (const set of ['TimeBank', 'AQUAINT']) {
  if (existsSync(join(folder, set))) report(set, readSet(set))
  else console.log(`${set}: absent (looked in ${folder})`)
}

function readSet(set: string): TimemlDocument[] {
  const files = readdirSync(join(folder, set))
    .filter((file) => file.endsWith('.tml') && !file.startsWith('.'))
    .sort()
  return files.flatMap((file) => readTimeml(readFileSync(join(folder, set, file), 'utf8')) ?? [])
}

function report(set: string, documents: readonly TimemlDocument[]): void {
  const started = performance.now()
  const results = documents.map((document) => locate(document, findDates(toSource(document))))
  const seconds = (performance.now() - started) / 1000
  const tally: Tally = { gold: 0, found: 0, relaxed: 0, strict: 0, value: 0, same: 0 }
  documents.forEach((document, index) => score(document, results[index]!, tally))
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  if (set === 'TimeBank') {
    const of = { texts: 'TimeBank, news', command: 'npm run bench:dates', cases: tally.gold }
    writeMeasured({ part: 'dates', ...of }, tally.relaxed, tally.found)
    writeMeasured({ part: 'days', ...of }, tally.value, tally.found)
  }
  const figures = (['relaxed', 'strict', 'value', 'same'] as const).map(
    (key) => `${key === 'same' ? 'same value' : key} ${spellF1(tally[key], tally)}`,
  )
  console.log(
    `${set}: ${documents.length} documents, gold ${tally.gold}, found ${tally.found}; P/R/F1 ${figures.join(', ')}; ` +
      `value accuracy ${percent(tally.value / tally.relaxed)}; ${Math.round(words / seconds)} words/s`,
  )
}

/** Moves spans from passages back to the document's text. */
function locate(document: TimemlDocument, dates: readonly DateMention[]): Found[] {
  const paragraphs = splitParagraphs(document.text)
  return dates.flatMap(({ span, timex, rule }) => {
    const { start } = paragraphs[span.passage - 1]!
    const found = { start: start + span.start, end: start + span.end, value: timex ?? '', rule }
    return splitRange(document.text, found)
  })
}

/** TIMEX3 has no ranges: where the two ends of one are words of their own, gold marks each. */
function splitRange(text: string, found: Found): Found[] {
  const [from, to] = found.value.split('/')
  const joint = /\s(?:and|to|through|until)\s/.exec(text.slice(found.start, found.end))
  if (!from || !to || !joint) return [found]
  const cut = found.start + joint.index
  return [
    { ...found, end: cut, value: from },
    { ...found, start: cut + joint[0].length, value: to },
  ]
}

function score({ text, gold, created }: TimemlDocument, found: readonly Found[], tally: Tally): void {
  const used = new Set<Found>()
  tally.gold += gold.length
  tally.found += found.length
  for (const timex of gold.map((timex) => trim(text, timex))) {
    const hit = found.find((date) => !used.has(date) && date.start < timex.end && date.end > timex.start)
    if (hit) used.add(hit)
    tallyHit(text, timex, hit, tally, created)
  }
  for (const date of found) if (!used.has(date)) show('spurious', text, date, `${date.value} ${date.rule}`)
}

function tallyHit(text: string, gold: GoldTimex, hit: Found | undefined, tally: Tally, created: string): void {
  if (!hit) return show('missed', text, gold, `${gold.value} @${created}`)
  const trimmed = trim(text, hit)
  const isStrict = trimmed.start === gold.start && trimmed.end === gold.end
  tally.relaxed += 1
  if (isStrict) tally.strict += 1
  else show('span', text, gold, `found ${JSON.stringify(text.slice(hit.start, hit.end))} ${hit.rule}`)
  const value = hit.value.replace(FISCAL, '')
  if (spellOnce(value) === spellOnce(gold.value)) tally.same += 1
  if (value === gold.value) tally.value += 1
  else show('value', text, gold, `gold ${gold.value} found ${hit.value} ${hit.rule} @${created}`)
}

/** One spelling of a value: gold writes some in the manner of TIMEX2, or with parts that are not known. */
function spellOnce(value: string): string {
  return value
    .replace(/^(\d{4}(?:-\d\d)?)(?:-XX)+$/, '$1')
    .replace(/^(\d{3})X$|^(\d{2})XX$/, '$1$2')
    .replace(/-W(\d)$/, '-W0$1')
    .replace(/T(\d\d)$/, 'T$1:00')
}

/** Gold spans are not consistent about a stop, comma or space at their ends. */
function trim<T extends { start: number; end: number }>(text: string, span: T): T {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  let end = span.end
  while (end > start && ' \n.,'.includes(text[end - 1]!)) end -= 1
  return { ...span, start, end }
}

function show(kind: string, text: string, { start, end }: { start: number; end: number }, note: string): void {
  if (shown !== kind) return
  const around = `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`
  console.log(`  ${around.replaceAll('\n', ' ')} | ${note}`)
}

function spellF1(right: number, { gold, found }: Tally): string {
  const [precision, recall] = [right / found, right / gold]
  return [precision, recall, (2 * precision * recall) / (precision + recall)].map(percent).join('/')
}

function percent(part: number): string {
  return (100 * part).toFixed(1)
}
