import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type {
  ContradictionEntry,
  CoverageEntry,
  FigureEntry,
  DatedEventEntry,
  DatedEventLine,
  OriginEntry,
  QuotationEntry,
  WordChoiceEntry,
} from '../../model/entry.ts'
import { readDatedEvent } from '../../model/entry.ts'
import { dossiers } from './dossiers.ts'

const { digests, originals } = dossiers

/** What one built dossier says side by side, and its pages. */
function openBuilt(root: string) {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const list = <T>(name: string): T[] => JSON.parse(read(`content/${name}.json`))
  return {
    page: (path: string) => read(`dist${path.split('#')[0]}index.html`),
    hasPage: (path: string) => existsSync(join(root, `dist${path}index.html`)),
    timeline: list<DatedEventLine>('timeline').map(readDatedEvent),
    quotations: list<QuotationEntry>('quotations'),
    figures: list<FigureEntry>('figures'),
    words: list<WordChoiceEntry>('words'),
    origins: list<OriginEntry>('origins'),
    coverage: list<CoverageEntry>('coverage'),
    contradictions: list<ContradictionEntry>('contradictions'),
    addresses: new Map<string, string>(
      list<{ id: string; address: string }>('permalinks').map(({ id, address }) => [id, address]),
    ),
  }
}

const linksOf = (html: string): string[] => Array.from(html.matchAll(/href="([^"]+)"/g), ([, href]) => href!)

/** Where a page leads, and what of it can be led to. */
const targetsOf = (html: string): string[] => [
  ...linksOf(html),
  ...Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => `#${id}`),
]

/** A statement of a single source is on the page of that source. */
function expectAnchor(page: (path: string) => string, address: string): void {
  const fragment = address.split('#')[1]
  if (fragment !== undefined) expect(page(address)).toContain(` id="${fragment}"`)
}

describe.each([
  ['the digests', digests],
  ['the originals', originals],
])('side by side, of %s', (_, root) => {
  const run = test.skipIf(root === undefined)

  run('every statement of the ledger links to its passage, on the index and on its own page', () => {
    const { figures, page, addresses } = openBuilt(root!)
    const index = linksOf(page('/figures/'))
    expect(figures.length).toBeGreaterThan(3)
    for (const { id, rows } of figures) {
      const own = targetsOf(page(addresses.get(id)!))
      expectAnchor(page, addresses.get(id)!)
      for (const { passage } of rows)
        for (const links of [index, own])
          expect(
            links.some((href) => href.endsWith(`#${passage}`)),
            `${id} ${passage}`,
          ).toBe(true)
    }
  })

  run('no two statements of one table are of different units', () => {
    const { figures } = openBuilt(root!)
    expect(figures).not.toEqual([])
    for (const { unit, rows } of figures) expect(new Set(rows.map((row) => row.unit))).toEqual(new Set([unit]))
  })

  run('every use of a word links to its passage', () => {
    const { words, page } = openBuilt(root!)
    const links = linksOf(page('/words/'))
    const passages = words.flatMap(({ rows }) =>
      rows.flatMap(({ sources }) => sources.flatMap(({ uses }) => uses.map(({ passage }) => passage))),
    )
    expect(passages.length).toBeGreaterThan(10)
    for (const passage of passages)
      expect(
        links.some((href) => href.endsWith(`#${passage}`)),
        passage,
      ).toBe(true)
  })

  run('every report, and what each plan became, is on the page of its event', () => {
    const { timeline, page, addresses } = openBuilt(root!)
    expect(timeline).not.toEqual([])
    for (const { id, reports, followedBy, contradictedBy, possiblySame } of timeline) {
      const links = targetsOf(page(addresses.get(id)!))
      expectAnchor(page, addresses.get(id)!)
      for (const { passage } of reports)
        expect(
          links.some((href) => href.endsWith(`#${passage}`)),
          `${id} ${passage}`,
        ).toBe(true)
      const linked = addresses.get(id)!.includes('#') ? [] : [...followedBy, ...contradictedBy, ...possiblySame]
      for (const other of linked) expect(links).toContain(addresses.get(other.id))
    }
  })

  run('the timeline has an address for each source that reports a dated event', () => {
    const { timeline, page, addresses, hasPage } = openBuilt(root!)
    expect(timeline).not.toEqual([])
    for (const source of new Set(timeline.flatMap(({ reports }) => reports.map((report) => report.source)))) {
      expect(hasPage(`/timeline/of/${source}/`)).toBe(true)
      const links = linksOf(page(`/timeline/of/${source}/`))
      for (const { id } of timeline.filter(({ reports }) => reports.some((report) => report.source === source)))
        expect(links).toContain(addresses.get(id))
    }
  })

  run('every source belongs to one origin, and no row counts more origins than sources', () => {
    const { origins, coverage } = openBuilt(root!)
    const sources = origins.flatMap((origin) => origin.sources)
    expect(sources).not.toEqual([])
    expect(coverage).not.toEqual([])
    expect(new Set(sources).size).toBe(sources.length)
    for (const { cells, origins: count } of coverage) expect(count).toBeLessThanOrEqual(cells.length)
  })

  run('figures, words and disagreements are one click from the home page', () => {
    const links = linksOf(openBuilt(root!).page('/'))
    for (const path of ['/figures/', '/words/', '/disagreements/', '/timeline/', '/coverage/'])
      expect(links).toContain(path)
  })
})

describe('known cases of the originals', () => {
  const run = test.skipIf(originals === undefined)
  const wordsOf = ({ reports }: DatedEventEntry) => reports.map(({ words }) => words)
  const built = () => openBuilt(originals!)
  const dated = (timeline: readonly DatedEventEntry[], words: string) =>
    timeline.find((datedEvent) => wordsOf(datedEvent).includes(words))!

  run('one sentence of an official stands in two sources as one quotation with two spellings', () => {
    const { quotations, page } = built()
    const reprinted = quotations.filter(
      ({ occurrences }) => new Set(occurrences.map(({ source }) => source)).size === 2,
    )
    expect(reprinted).toHaveLength(1)
    const [first, second] = reprinted[0]!.occurrences
    expect(reprinted[0]).toMatchObject({ mode: 'direct', speakerWords: expect.stringContaining('Free Syrian Army') })
    expect(reprinted[0]!.speaker).toBeUndefined()
    const [difference, ...others] = [first!, second!].flatMap(({ differs }) => differs ?? [])
    expect(others).toEqual([])
    expect([difference!.first, second!.words.slice(difference!.start, difference!.end)].sort()).toEqual([
      'cease-fire',
      'ceasefire',
    ])
    expect(page('/disagreements/')).toContain('spelling: “ceasefire” in the first appearance')
  })

  run('the truce has two dates and they are not joined', () => {
    const { timeline, figures, page } = built()
    const [announced, other] = [dated(timeline, 'December 29'), dated(timeline, '30 December')]
    expect(announced.id).not.toBe(other.id)
    expect(announced.possiblySame.map(({ id }) => id)).toContain(other.id)
    const table = figures.find(({ unit }) => unit === 'date')!
    expect(table.isCompatible).toBe(false)
    expect(table.rows.map(({ words }) => words).sort()).toEqual(['30 December', 'December 29'])
    for (const { passage } of table.rows) expect(page('/disagreements/')).toContain(`#${passage}`)
  })

  run('the dead of one year and those of the whole war are not one quantity', () => {
    const { figures, page, addresses } = built()
    const year = figures.find(({ rows }) => rows.some(({ words }) => words.includes('50,000')))!
    const war = figures.find(({ rows }) => rows.some(({ words }) => words.includes('300,000')))!
    expect(year.id).not.toBe(war.id)
    expect(year.beside.find(({ id }) => id === war.id)?.reason).toContain('times differ')
    for (const { id } of [year, war]) expect(linksOf(page('/figures/'))).toContain(addresses.get(id))
    expect(year.rows[0]).toMatchObject({ high: 50000, credited: { words: expect.stringContaining('Observatory') } })
    expect(war.rows[0]).toMatchObject({ low: 300000 })
  })

  run('a meeting that the summary dates otherwise than the text is reported', () => {
    const { contradictions, page } = built()
    const found = contradictions.find(({ rule }) => rule === 'contradiction/summary-date')!
    expect(found.reason).toMatch(/“Feb\. 20”.*“Feb\. 23”/)
    expect(found.passages).toHaveLength(2)
    for (const { passage } of found.passages) expect(page('/disagreements/')).toContain(`#${passage}`)
  })

  run('rounds of talks with other numbers or places stay apart', () => {
    const { timeline } = built()
    const rounds = timeline.filter(({ reports }) =>
      reports.some(({ sentence }) => /\b(?:fourth|eighth) round\b/.test(sentence)),
    )
    expect(rounds).toHaveLength(3)
    for (const { reports } of rounds) expect(reports).toHaveLength(1)
  })

  run('a spokesman who could not confirm is no report of what he could not confirm', () => {
    const { quotations, addresses, page } = built()
    const doubt = quotations.find(({ words }) => words.includes('could not confirm'))!
    expect(doubt).toMatchObject({ mode: 'reported', speaker: { name: 'Dmitry Peskov' } })
    expect(page('/quotations/')).toContain(addresses.get(doubt.id))
  })

  run('attendance announced and later denied stands side by side', () => {
    const { timeline, page } = built()
    const plan = timeline.find(
      ({ mode, contradictedBy, reports }) =>
        mode === 'plan' && contradictedBy.length > 0 && reports.some(({ words }) => words === 'next week'),
    )!
    const denial = timeline.find(({ id }) => id === plan.contradictedBy[0]!.id)!
    expect(denial.mode).toBe('denied')
    expect(new Set([...plan.reports, ...denial.reports].map(({ source }) => source)).size).toBe(2)
    const html = page('/disagreements/')
    for (const { passage } of [...plan.reports, ...denial.reports]) expect(html).toContain(`#${passage}`)
  })
})
