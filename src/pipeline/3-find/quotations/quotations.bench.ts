import { readdirSync, readFileSync } from 'node:fs'
import { attributeQuoted, type Attribution } from './attribute-quoted.ts'
import { prepareSpeakers } from './resolve-speaker.ts'
import { readParagraph } from './read-paragraph.ts'
import { pairQuotationMarks } from '../../../text/quotation-marks.ts'
import type { Passage } from '../../../model/passage.ts'

const ROOT = process.argv[2] ?? ''
const VERBOSE = Number(process.argv[3] ?? 0)
const ONLY = process.argv[4]

interface Gold { source: number[][]; content: number[][] }

function readGold(path: string): Gold[] {
  const spans = new Map<string, number[][]>()
  const gold: Gold[] = []
  for (const line of readFileSync(path, 'utf8').split('\n').sort((a, b) => (a[0] === 'E' ? 1 : 0) - (b[0] === 'E' ? 1 : 0))) {
    const [id = '', body = ''] = line.split('\t')
    if (id.startsWith('T')) {
      const m = /^\S+ (.+)$/.exec(body)!
      spans.set(id, m[1]!.split(';').map((x) => x.split(' ').map(Number)))
    } else if (id.startsWith('E')) {
      const g: Gold = { source: [], content: [] }
      for (const a of body.split(' ')) {
        const [k = '', v = ''] = a.split(':')
        if (k.startsWith('Source')) g.source.push(...spans.get(v)!)
        if (k.startsWith('Content')) g.content.push(...spans.get(v)!)
      }
      gold.push(g)
    }
  }
  return gold
}

const tally = { all: [0, 0, 0], five: [0, 0, 0] } as Record<string, number[]>
const byRule = new Map<string, number[]>()
let printed = 0
let nogold = [0, 0]
const seen = new Set<string>()
for (const file of readdirSync(`${ROOT}/attributions`).sort()) {
  const base = file.replace(/_[0-9a-f]{4}\.ann$/, '')
  if (seen.has(base)) continue
  seen.add(base)
  const text = readFileSync(`${ROOT}/text/${base}.txt`, 'utf8')
  const gold = readGold(`${ROOT}/attributions/${file}`)
  const passages: Passage[] = []
  const offsets: number[] = []
  for (const m of text.matchAll(/[^\n]+/g)) {
    const lead = m[0].length - m[0].trimStart().length
    passages.push({ ordinal: passages.length + 1, kind: 'paragraph', text: m[0].trim(), segments: [{ start: 0, end: 1, at: 0 }] })
    offsets.push(m.index + lead)
  }
  const paragraphs = passages.map(readParagraph)
  const resolve = prepareSpeakers(paragraphs, [])
  const attributions = attributeQuoted(paragraphs)
  passages.forEach((passage, p) => {
    for (const pair of pairQuotationMarks(passage.text)) {
      const start = pair.start + offsets[p]!, end = pair.end + offsets[p]!
      const words = passage.text.slice(pair.start, pair.end).split(/\s+/).filter((w) => /\w/.test(w)).length
      let best: Gold | undefined, bo = 0
      for (const g of gold) for (const [s, e] of g.content) {
        const ov = Math.min(e!, end) - Math.max(s!, start)
        if (ov > bo && (!best || g.source.length || !best.source.length)) { bo = ov; best = g }
      }
      const a: Attribution | undefined = attributions.find((x) => x.paragraph === p && paragraphs[p]!.quoted[x.quoted]!.start === pair.start)
      if (!best || bo < 0.5 * (end - start)) { if (words <= 3) { nogold[0]! += 1; if (a?.phrase) nogold[1]! += 1 } continue }
      if (!best.source.length) continue
      const speaker = a?.phrase && resolve(a.phrase, a.rule, false)
      const span = speaker && (speaker.as ?? speaker.span)
      const at = span ? offsets[span.passage - 1]! : 0
      const hits = (x: any) => best.source.some(([s, e]) => Math.min(e!, offsets[x.passage - 1]! + x.end) > Math.max(s!, offsets[x.passage - 1]! + x.start))
      const hit = speaker !== undefined && (hits(speaker.span) || (speaker.as && hits(speaker.as)))
      for (const k of words >= 5 ? ['all', 'five'] : ['all']) { tally[k]![0]! += 1; if (span) tally[k]![1]! += 1; if (hit) tally[k]![2]! += 1 }
      const rule = a?.rule ?? 'name'
      const r = byRule.get(rule) ?? [0, 0]
      byRule.set(rule, r); r[0]! += 1; if (hit) r[1]! += 1
      if (!hit && printed < VERBOSE && (!ONLY || rule.includes(ONLY))) {
        printed += 1
        console.log('--', rule, words, '| pred:', span ? text.slice(at + span.start, at + span.end) : '-', '| gold:', best.source.map(([s, e]) => text.slice(s, e)).join(' / '))
        console.log('      ', passage.text.slice(Math.max(0, pair.start - 160), pair.start) + '[[' + passage.text.slice(pair.start, pair.end).slice(0, 80) + ']]' + passage.text.slice(pair.end, pair.end + 120))
      }
    }
  })
}
for (const [k, [n, p, h]] of Object.entries(tally)) console.log(k, n, 'accuracy', (100 * h! / n!).toFixed(1), 'precision', (100 * h! / p!).toFixed(1))
console.log('short without gold, given a speaker', nogold[1], 'of', nogold[0])
for (const [r, [n, h]] of [...byRule].sort((a, b) => b[1][0]! - a[1][0]!)) console.log('  ', r.padEnd(34), h, '/', n, (100 * h! / n!).toFixed(1))
