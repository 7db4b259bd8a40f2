import { expect, test } from 'vitest'
import type { Dossier } from '../model/dossier.ts'
import type { FigureRow, FigureTable } from '../model/figure.ts'
import { sampleDossier, sampleSource } from '../test/samples/sample-dossier.ts'
import { askAboutFigures } from './ask-between-sources.ts'

const A = sampleSource('seeds/articles/a.txt', { texts: ['The flood killed nine people.'] })
const B = sampleSource('seeds/articles/b.txt', { texts: ['Police said that 14 had died.'] })
const nine = { file: A.file, passage: 1, start: 17, end: 21 }
const fourteen = { file: B.file, passage: 1, start: 17, end: 19 }

const table = (key: string, at: FigureRow['at'][], more: Partial<FigureTable> = {}) =>
  ({ key, rows: at.map((one) => ({ at: one })), beside: [], ...more }) as unknown as FigureTable
const likely: FigureTable['likely'] = [{ figures: [nine, fourteen], rule: 'figure/likely-quantity', reason: 'So.' }]
const ask = (figures: FigureTable[]) => askAboutFigures({ ...sampleDossier([A, B], []), figures } as unknown as Dossier)

test('two figures of two tables are a question, with the correction that joins them', () => {
  const [question] = ask([table('a', [nine]), table('b', [fourteen], { likely })])
  expect(question!.text).toBe('Do “nine” in seeds/articles/a.txt ¶ 1 and “14” in seeds/articles/b.txt ¶ 1 differ? So.')
  expect(question!.choices[0]!.item).toMatchObject({
    kind: 'comparison',
    figures: [
      { article: A.file, exact: 'nine' },
      { article: B.file, exact: '14' },
    ],
    is: 'differ',
  })
})

test('two figures that an editor joined are not a question', () => {
  expect(ask([table('a', [nine, fourteen], { likely })])).toEqual([])
})
