import { expect, test } from 'vitest'
import type { QuotationMention } from '../../model/quotation.ts'
import { arrangeSentences } from './sentences.ts'
import { inventDossier, locate, oneStory } from './invent-dossier.fixture.ts'
import { relateCaveats } from './relate-caveats.ts'
import { relateFigures } from './relate-figures.ts'
import { relateDatedEvents } from './relate-dated-events.ts'
import { relateQuotations } from './relate-quotations.ts'

/** Relates paragraphs; `[…]` marks a quotation, `<…>` a number. */
function caveat(paragraphs: readonly string[], mode: QuotationMention['mode'] = 'reported'): string[] {
  const plain = (text: string) => text.replaceAll(/[[\]<>]/g, '')
  const dossier = inventDossier([['2020-03-12', ...(paragraphs.map(plain) as [string])]])
  const found = dossier.findings[0]!
  for (const text of paragraphs) {
    for (const [, words] of text.matchAll(/\[([^\]]+)\]/g))
      found.quotations.push({
        spans: [locate(dossier, 0, plain(words!.replaceAll(/\{([^=@}]+)[^}]*\}/g, '$1')))],
        mode,
        rule: 'quotation/invented',
      })
    for (const [, words] of text.matchAll(/<([^>]+)>/g))
      found.amounts.push({
        span: locate(dossier, 0, words!),
        low: 1,
        unit: 'count',
        measure: 'kill',
        certainty: 'stated',
        rule: 'amount/invented',
      })
  }
  const { sources, findings, mentions } = dossier
  const sentences = arrangeSentences(sources, mentions)
  const figures = relateFigures(sources, findings, sentences, oneStory(dossier))
  const related = relateCaveats(
    {
      ...relateDatedEvents(sources, findings, sentences, new Map()),
      quotations: relateQuotations(sources, findings, [], mentions),
      figures,
    },
    sentences,
    findings,
  )
  const all = [
    ...related.quotations.flatMap(({ occurrences }) =>
      occurrences.map(({ words, caveat }) => ({ what: `said: ${words}`, caveat })),
    ),
    ...[...related.datedEvents, ...related.unplaced].flatMap(({ reports }) =>
      reports.map(({ date, caveat }) => ({
        what: `told: ${sources[0]!.passages.find(({ ordinal }) => ordinal === date.passage)!.text.slice(date.start, date.end)}`,
        caveat,
      })),
    ),
    ...related.figures.flatMap(({ rows }) => rows.map(({ words, caveat }) => ({ what: `figure: ${words}`, caveat }))),
  ]
  return all
    .filter(({ caveat }) => caveat)
    .map(({ what, caveat }) => `${what} (${caveat!.rule.slice('caveat/'.length)} ¶ ${caveat!.sentence.passage})`)
}

const SAID = '{Vale=person:vale} said [<nine> people were killed by the army in Northport on {3 March@2020-03-03}].'
const WHOLE = ['said: nine people were killed by the army in Northport on 3 March', 'told: 3 March', 'figure: nine']
const all = (rule: string) => WHOLE.map((what) => `${what} (${rule})`)

test.each<[string, string[], string[]]>([
  ['the claim of the sentence before', [`${SAID} The Herald could not verify the claim.`], all('in-next-sentence ¶ 1')],
  ['the claim of the paragraph before', [SAID, 'The Herald could not verify the claim.'], all('in-next-sentence ¶ 2')],
  ['its figures only', [SAID, 'The figures could not be verified.'], ['figure: nine (in-next-sentence ¶ 2)']],
  [
    'a clause, whoever tells it',
    ['Police could not confirm that <nine> people were killed by the army on {3 March@2020-03-03}.'],
    ['told: 3 March (on-clause ¶ 1)', 'figure: nine (on-clause ¶ 1)'],
  ],
  [
    'the opening of its own sentence',
    [
      '{Vale=person:vale} said [<nine> were killed by the army on {3 March@2020-03-03}, but the Herald could not verify the claim].',
    ],
    ['told: 3 March (on-opening ¶ 1)', 'figure: nine (on-opening ¶ 1)'],
  ],
  [
    'nothing was claimed before',
    ['<Nine> people were killed by the army on {3 March@2020-03-03}. The Herald could not verify the claim.'],
    [],
  ],
  ['another sentence stands between', [`${SAID} The road is open. The Herald could not verify the claim.`], []],
  ['the video, not the claim', [SAID, 'The Herald could not verify the video.'], []],
  [
    'the day of the speech is not doubted',
    [
      '{Vale=person:vale} said on {3 March@2020-03-03} [the army killed <nine> people]. The Herald could not verify the claim.',
    ],
    ['said: the army killed nine people (in-next-sentence ¶ 1)', 'figure: nine (in-next-sentence ¶ 1)'],
  ],
  [
    'somebody says that he could not confirm something',
    [SAID, '{Okafor=person:okafor} said [he could not confirm the report].'],
    [],
  ],
])('%s', (_, paragraphs, expected) => expect(caveat(paragraphs)).toEqual(expected))

test('a doubt in quoted words is the speaker’s, not the source’s', () => {
  expect(caveat([SAID, '“[We cannot confirm the claim],” {Okafor=person:okafor} said.'], 'direct')).toEqual([])
})

test('a number credited to somebody is a claim', () => {
  const text = 'The union put the dead at nine. The Herald could not verify the toll.'
  const dossier = inventDossier([['2020-03-12', text]])
  const credited = { words: 'The union', span: locate(dossier, 0, 'The union') }
  dossier.findings[0]!.amounts.push({
    span: locate(dossier, 0, 'nine'),
    low: 9,
    unit: 'count',
    certainty: 'stated',
    rule: 'amount/invented',
    credited,
  })
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const figures = relateFigures(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  const related = relateCaveats({ quotations: [], datedEvents: [], unplaced: [], figures }, sentences, dossier.findings)
  expect(related.figures[0]!.rows[0]!.caveat).toMatchObject({
    words: 'could not verify',
    sentence: { passage: 1, start: 32 },
  })
})
