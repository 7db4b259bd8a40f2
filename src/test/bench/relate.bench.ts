/** Times the whole stage on invented sources: `node src/test/bench/relate.bench.ts [sources]`. */
import { formatDay } from '../../text/calendar.ts'
import { inventDossier, locate } from '../../pipeline/5-relate/invent-dossier.fixture.ts'
import { relate } from '../../pipeline/5-relate/relate-dossier.ts'

const VERBS = [
  'met',
  'attacked',
  'sued',
  'freed',
  'signed a truce with',
  'opened talks with',
  'killed 12 men of',
  'denied that he met',
]
const START = 18_000

/** A number that looks drawn but is the same in every run (Knuth's multiplicative hash). */
function draw(seed: number, size: number): number {
  return Math.floor((((seed * 2_654_435_761) % 4_294_967_296) / 4_294_967_296) * size)
}

function inventSentence(seed: number, day: number): string {
  const [one, other, city] = [draw(seed, 400), draw(seed + 7, 400), draw(seed + 13, 60)]
  const verb = VERBS[draw(seed + 29, VERBS.length)]!
  return `{Name${one}=person:name${one}} ${verb} {Front${other}=organisation:front${other}} in {City${city}=place:city${city}} on {day ${day}@${formatDay(day)}}.`
}

function inventMany(count: number) {
  const articles = Array.from({ length: count }, (_, index): [string, ...string[]] => {
    const day = START + draw(index, 900)
    const told = Array.from({ length: 12 }, (__, at) => inventSentence(index * 5 + at, day - draw(index + at, 20)))
    return [
      formatDay(day),
      ...told,
      `“We of group ${index % (count / 4)} shall hold the river until the spring has come again,” one said.`,
    ]
  })
  const dossier = inventDossier(articles)
  for (const [index, { findings }] of dossier.sources.map(
    (_, at) => [at, { findings: dossier.findings[at]! }] as const,
  )) {
    const words = `We of group ${index % (count / 4)} shall hold the river until the spring has come again`
    findings.quotations.push({ spans: [locate(dossier, index, words)], mode: 'direct', rule: 'quotation/invented' })
    for (const { ordinal, text } of dossier.sources[index]!.passages) {
      const start = text.indexOf(' 12 men') + 1
      if (start > 0)
        findings.amounts.push({
          span: { passage: ordinal, start, end: start + 2 },
          low: 12,
          high: 12,
          unit: 'count',
          counted: 'men',
          measure: 'kill',
          certainty: 'stated',
          rule: 'amount/invented',
        })
    }
  }
  return dossier
}

for (const count of process.argv[2] ? [Number(process.argv[2])] : [500, 1000, 2000, 4000]) {
  const { sources, findings, mentions } = inventMany(count)
  const before = performance.now()
  const { datedEvents, quotations, figures } = relate(sources, findings, [], mentions).value
  const seconds = (performance.now() - before) / 1000
  const memory = Math.round(process.memoryUsage().heapUsed / 1e6)
  console.log(
    `${count} sources: ${seconds.toFixed(1)} s, ${memory} MB, ${datedEvents.length} dated events, ${quotations.length} quotations, ${figures.length} tables`,
  )
}
