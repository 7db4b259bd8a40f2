import { beforeAll, expect, test } from 'vitest'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { buildFiles } from '../test/corrections/build-corrected.ts'
import { listQuestions } from './list-questions.ts'
import { answerQuestions, idOf } from './question.ts'

const FILES = {
  'articles/a.txt': `Ferry sinks off Northport

Nine people were killed when a ferry sank off Northport on 13 March 2023, Coastline News Agency reported.

Marta Vale, the mayor of Northport, will meet Hugo Brandt, the minister, on 14 March 2023.
`,
  'articles/a.yml': 'date: 2023-03-13\n',
  'articles/b.txt': `Ferry disaster

Twelve people were killed when a ferry sank off Northport on 13 March 2023, Coastline News Agency reported.

On 14 March 2023 Marta Vale, the mayor of Northport, met Hugo Brandt, the minister.
`,
  'articles/b.yml': 'date: 2023-03-16\n',
}
const CORRECTIONS = 'seeds/register/corrections.yml'

const ask = ({ dossier }: BuiltDossier) =>
  listQuestions(dossier, []).filter(({ topic }) => ['figure', 'difference', 'event', 'origin'].includes(topic))

let plain: BuiltDossier
beforeAll(async () => {
  plain = await buildFiles(FILES)
}, 60_000)

test('differing figures and possibly equal events are questions, with their words', () => {
  expect(ask(plain).map(({ topic, text, shown }) => [topic, text.split('.')[0], shown])).toMatchInlineSnapshot(`
    [
      [
        "event",
        "Are these one event? Both mention a meeting, Marta Vale, Northport, Hugo Brandt, “mayor” and “minister”, but one is reported as planned, the other as reported",
        "Marta Vale, the mayor of Northport, will meet Hugo Brandt, the minister, on 14 March 2023. / On 14 March 2023 Marta Vale, the mayor of Northport, met Hugo Brandt, the minister.",
      ],
    ]
  `)
})

test('each answer is a valid correction, and its question is not asked again', async () => {
  for (const question of ask(plain)) {
    const answers = question.choices.flatMap(({ file }, at) =>
      file === CORRECTIONS ? [String.fromCharCode(97 + at)] : [],
    )
    expect(answers.length).toBeGreaterThan(0)
    for (const letter of answers) {
      const { files } = answerQuestions([question], [`${idOf(question)}=${letter}`], 'Looked up.', () => undefined)
      const built = await buildFiles({ ...FILES, 'register/corrections.yml': files[0]!.text })
      expect(built.problems.filter(({ file }) => file === CORRECTIONS)).toEqual([])
      expect(built.dossier.edits).toMatchObject([
        { kind: question.topic === 'event' ? 'event' : 'comparison', reason: 'Looked up.' },
      ])
      expect(ask(built).map(({ key }) => key)).not.toContain(question.key)
    }
  }
}, 60_000)

test('a dismissed question is not asked again', () => {
  const left = ask(plain).map(({ key }) => ({ key, reason: 'It stays.' }))
  expect(listQuestions(plain.dossier, left).filter(({ topic }) => topic === 'figure' || topic === 'event')).toEqual([])
})

test('figures of one table that exclude one another are asked about, unless they were adjudicated', () => {
  const deaths = plain.dossier.figures.filter(({ quantity }) => quantity === 'death')
  const rows = deaths.flatMap((one) => one.rows).map((row, at) => ({ ...row, excludes: [1 - at] }))
  const table = { ...deaths[0]!, rows, isCompatible: false }
  const topics = (figures: BuiltDossier['dossier']['figures']) =>
    listQuestions({ ...plain.dossier, figures }, []).filter(({ topic }) => topic === 'difference')
  expect(topics([table]).map(({ text }) => text)).toEqual([
    'Are “Nine” in seeds/articles/a.txt and “Twelve” in seeds/articles/b.txt figures of one thing? The page says that they differ.',
  ])
  expect(topics([{ ...table, isCompatible: true }])).toEqual([])
  expect(topics([{ ...table, adjudication: { status: 'unresolved', note: 'Nobody knows.' } }])).toEqual([])
})
