/*
 * Measures the attribution of quoted words on the development part of PolNeAR (Newell and others 2018), which is
 * read from the folder named on the command line and is no part of this repository.
 * The rules were written on these texts, so each is judged by the worse of two halves; `--write` puts that figure beside
 * the rule (`rules.yml`), where it decides what is printed as stated.
 * Annotations whose source is a bare "said" are slips, in which verb and source changed places, and are left out.
 * Right: the words credited with a quotation, or the antecedent found for them, overlap a source in the gold standard.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { findQuotations } from '../../lang/en/quotations/find-quotations.ts'
import type { Passage, Range, Span } from '../../model/passage.ts'
import type { QuotationMention, Speaker } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import { pairQuotationMarks } from '../../text/quotation-marks.ts'
import { writeMeasured } from './write-measured.ts'

const FOLDER = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '../shared/data/quotations/dev'
const RULES = new URL('../../lang/en/quotations/rules.yml', import.meta.url)
const isListed = process.argv.includes('--list')
/** Words from which on a quotation counts in the second row. */
const LONG = 5

interface Attribution {
  readonly sources: readonly Range[]
  readonly contents: readonly Range[]
}

interface Tally {
  total: number
  given: number
  right: number
}

/** Reads one stand-off file in brat format: `T` lines are spans, `E` lines join source, cue and content. */
function readAttributions(path: string): Attribution[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
  const spans = new Map(lines.flatMap(([id = '', body = '']) => (id.startsWith('T') ? [[id, readRanges(body)]] : [])))
  const rangesOf = (body: string, role: string) =>
    body
      .split(' ')
      .flatMap((part) => (part.startsWith(role) ? (spans.get(part.slice(part.indexOf(':') + 1)) ?? []) : []))
  return lines.flatMap(([id = '', body = '']) =>
    id.startsWith('E') ? [{ sources: rangesOf(body, 'Source'), contents: rangesOf(body, 'Content') }] : [],
  )
}

function readRanges(body: string): Range[] {
  return body
    .slice(body.indexOf(' ') + 1)
    .split(';')
    .map((pair) => {
      const [start = 0, end = 0] = pair.split(' ').map(Number)
      return { start, end }
    })
}

/** The passages of a text; in this corpus the first line is the headline. */
const readPassages = (text: string): Passage[] =>
  [...text.matchAll(/\S[^\n]*/gu)].map(({ 0: line, index }, at) => {
    const end = index + line.trimEnd().length
    const kind = at === 0 ? 'headline' : 'paragraph'
    return { ordinal: at + 1, kind, text: line.trimEnd(), segments: [{ start: index, end, at: 0 }] }
  })

const overlap = (a: Range, b: Range) => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The attribution with most of the quotation in its content, when that is half and it has a source. */
function goldOf(quoted: Range, gold: readonly Attribution[]): Attribution | undefined {
  const covered = ({ contents }: Attribution) => Math.max(0, ...contents.map((content) => overlap(content, quoted)))
  const best = gold.filter(({ sources }) => sources.length > 0).sort((a, b) => covered(b) - covered(a))[0]
  return best && covered(best) >= (quoted.end - quoted.start) / 2 ? best : undefined
}

/** Each half, made of every other text, and all. */
const halves = [new Map<string, Tally>(), new Map<string, Tally>()] as const
const tallies = new Map<string, Tally>()

function count(into: Map<string, Tally>, names: readonly string[], isGiven: boolean, isRight: boolean): void {
  for (const name of names) {
    const tally = into.get(name) ?? { total: 0, given: 0, right: 0 }
    into.set(name, {
      total: tally.total + 1,
      given: tally.given + Number(isGiven),
      right: tally.right + Number(isRight),
    })
  }
}

function measureText(text: string, gold: readonly Attribution[], half: Map<string, Tally>): void {
  const passages = readPassages(text)
  const inFile = ({ passage, start, end }: Span): Range => {
    const offset = passages[passage - 1]!.segments[0]!.start
    return { start: offset + start, end: offset + end }
  }
  const isRight = ({ span, as }: Speaker, { sources }: Attribution) =>
    [span, as].some((one) => one && sources.some((source) => overlap(source, inFile(one)) > 0))
  const found = findQuotations({ passages } as unknown as Source, []).filter(({ mode }) => mode !== 'reported')
  for (const passage of passages) {
    for (const { inner } of pairQuotationMarks(passage.text)) {
      const answer = goldOf(inFile({ ...inner, passage: passage.ordinal }), gold)
      if (!answer || isSlip(text, answer)) continue
      const quotation = quotationAt(found, passage.ordinal, inner)
      const words = passage.text.slice(inner.start, inner.end).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
      const names = [
        'all quoted',
        ...(words >= LONG ? [`${LONG} words and more`] : []),
        quotation?.rule ?? 'no quotation',
      ]
      const speaker = quotation?.speaker
      if (speaker && !isRight(speaker, answer) && isListed)
        console.log(
          `${speaker.rule} | ${speaker.words} | ${passage.text.slice(Math.max(0, inner.start - 100), inner.end + 120)}`,
        )
      for (const into of [tallies, half])
        count(into, names, speaker !== undefined, speaker !== undefined && isRight(speaker, answer))
    }
  }
}

/** Whether the annotators marked the verb as the source. */
const isSlip = (text: string, { sources }: Attribution) =>
  sources.every(({ start, end }) => /^(?:said|says)$/.test(text.slice(start, end)))

const quotationAt = (found: readonly QuotationMention[], passage: number, { start }: Range) =>
  found.find(({ spans }) => spans.some((span) => span.passage === passage && span.start === start))

function measureFolder(): void {
  const seen = new Set<string>()
  for (const file of readdirSync(`${FOLDER}/attributions`).sort()) {
    const name = file.replace(/_[0-9a-f]{4}\.ann$/, '')
    if (seen.has(name)) continue
    seen.add(name)
    measureText(
      readFileSync(`${FOLDER}/text/${name}.txt`, 'utf8'),
      readAttributions(`${FOLDER}/attributions/${file}`),
      halves[seen.size % 2]!,
    )
  }
  const share = (part: number, whole: number) =>
    `${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %`.padStart(8)
  console.log(`${'quotations'.padEnd(32)} total given right accuracy precision`)
  for (const [name, { total, given, right }] of [...tallies].sort((a, b) => b[1].total - a[1].total)) {
    console.log(
      name.padEnd(32),
      String(total).padStart(5),
      String(given).padStart(5),
      String(right).padStart(5),
      share(right, total),
      share(right, given),
    )
  }
}

/** Precision of a rule in percent in its worse half, and on how many speakers given in all it rests. */
function judge(rule: string): { precision: number; cases: number } {
  const shares = halves.flatMap((half) => {
    const { given = 0, right = 0 } = half.get(rule) ?? {}
    return given > 0 ? [Math.round((1000 * right) / given) / 10] : []
  })
  return { precision: Math.min(...shares), cases: tallies.get(rule)?.given ?? 0 }
}

/** Writes the figures beside the rules that were measured. */
function writeFigures(): void {
  const blocks = readFileSync(RULES, 'utf8').split(/(?=^- name: )/m)
  const written = blocks.map((block) => {
    const rule = /^- name: (\S+)/.exec(block)?.[1]
    const bare = block.replace(/^ {2}(?:precision|cases): .*\n/gm, '')
    if (rule === undefined || !tallies.get(rule)?.given) return rule === undefined ? block : bare
    const { precision, cases } = judge(rule)
    return `${bare}  precision: ${precision}\n  cases: ${cases}\n`
  })
  writeFileSync(RULES, written.join(''))
}

if (existsSync(FOLDER)) {
  measureFolder()
  for (const rule of [...tallies.keys()].filter((name) => name.startsWith('quotation/')))
    console.log(`${rule.padEnd(32)} worse half ${judge(rule).precision} % of ${judge(rule).cases}`)
  if (process.argv.includes('--write')) writeFigures()
  const { total, given, right } = tallies.get('all quoted')!
  writeMeasured(
    {
      part: 'speakers',
      texts: 'PolNeAR, political news; the rules were written on these texts',
      command: 'npm run bench:quotations',
      cases: total,
    },
    right,
    given,
  )
} else console.log(`No quotations to measure: ${FOLDER} is absent`)
