import { expect, test } from 'vitest'
import type { Inline } from '../../markup/vocabulary.ts'
import type { Findings } from '../../model/dossier.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Span } from '../../model/passage.ts'
import type { Addresses, PageAddress } from '../../model/permalink.ts'
import type { QuotationMention, Speaker } from '../../model/quotation.ts'
import type { Rights } from '../../model/source.ts'
import { sampleDossier, sampleEntity, sampleSource } from '../../test/samples/sample-dossier.ts'
import { startComposition } from './composition.ts'
import { markWords } from './mark-words.ts'

const FILE = 'seeds/articles/a.txt'
const TEXT =
  'On 4 March 2023 Ada Vale closed the harbour. “Nobody leaves,” the mayor said. The storm had sunk 11 ships. Ms Vale left.'
const VALE = sampleEntity('person', 'Ada Vale')

const spanOf = (words: string): Span => {
  const start = TEXT.indexOf(words)
  return { passage: 1, start, end: start + words.length }
}
const mention = (words: string, more: object = {}) =>
  ({
    file: FILE,
    span: spanOf(words),
    words,
    entity: VALE.key,
    kind: 'person',
    form: 'name',
    certainty: 'stated',
    ...more,
  }) as ResolvedMention
const quoted = (words: string, more: object) =>
  ({ spans: [spanOf(words)], mode: 'direct', ...more }) as QuotationMention

const FOUND = {
  file: FILE,
  mentions: [],
  dates: [
    {
      span: spanOf('4 March 2023'),
      type: 'DATE',
      edtf: '2023-03-04',
      lo: '2023-03-04',
      hi: '2023-03-04',
      certainty: 'stated',
    },
    { span: spanOf('storm'), type: 'DURATION', certainty: 'stated' },
  ],
  amounts: [{ span: spanOf('11 ships') }],
  quotations: [
    quoted('“Nobody leaves,”', { speaker: { form: 'named', words: 'Ada Vale', span: spanOf('Ada Vale') } as Speaker }),
    quoted('The storm had sunk 11 ships', { mode: 'reported' }),
  ],
  roles: [],
} as unknown as Findings

const MENTIONS = [mention('Ada Vale'), mention('Ms Vale', { form: 'nominal', certainty: 'inferred' })]

/** A passage in the markup of the pages, without their other attributes. */
function show(words: readonly Inline[]): string {
  return words
    .map((node) => {
      if ('text' in node) return node.text
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${value}`)
      return `<${node.tag}${attributes.join('')}>${show(node.children)}</>`
    })
    .join('')
}

function mark(rights: Rights, within?: { start: number; end: number }): string {
  const source = sampleSource(FILE, { texts: [TEXT], rights })
  const page = { id: 'va1evale', slug: 'ada-vale', address: '/people/ada-vale-va1evale/' } as PageAddress
  const addresses = { entities: new Map([[VALE.key, page]]) } as unknown as Addresses
  const dossier = { ...sampleDossier([source], [VALE]), findings: [FOUND], mentions: MENTIONS }
  return show(markWords(startComposition(dossier, addresses, new Map()), FILE, source.passages[0]!, within))
}

const CLOSED =
  'On <When from=2023-03-04 to=2023-03-04 edtf=2023-03-04 certainty=stated>4 March 2023</> <Entity to=va1evale>Ada Vale</> closed the harbour.'
const LEFT = '<Entity to=va1evale form=nominal certainty=inferred>Ms Vale</> left.'

test('names, dates with a day, quotations with their speaker and figures are marked', () => {
  expect(mark('full')).toBe(
    `${CLOSED} <Quote by=va1evale>“Nobody leaves,”</> the mayor said. The storm had sunk <Figure>11 ships</>. ${LEFT}`,
  )
})

test('a part of a passage has its own marks, cut at its ends', () => {
  const { start, end } = spanOf('Vale closed')
  expect(mark('full', { start, end })).toBe('<Entity to=va1evale>Vale</> closed')
})

test('no words of a text that is only cited are shown', () => expect(mark('citation')).toBe('[withheld]'))

test('an excerpt shows sentences in which something was found, up to a quarter of the text', () => {
  expect(mark('excerpt')).toBe(`The storm had sunk <Figure>11 ships</>.`)
})
