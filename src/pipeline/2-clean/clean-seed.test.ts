import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Seed, Source } from '../../model/source.ts'
import { anyText } from '../../text/any-text.fixture.ts'
import { cleanSeed } from './clean-seed.ts'

const DEFAULTS = { language: 'en', rights: 'full' } as const

function seedOf(text: string, rest: Partial<Seed> = {}): Seed {
  return {
    file: 'seeds/articles/a.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: {},
    ...rest,
  }
}

const clean = (text: string, rest: Partial<Seed> = {}): Source => cleanSeed(seedOf(text, rest), DEFAULTS).value
const bodyOf = (source: Source): string[] => source.passages.map(({ text }) => text)

/** Fails unless every character that is not white space is in exactly one segment or range that was left out. */
function expectNothingVanished(source: Source): void {
  const holders = new Array<number>(source.text.length).fill(0)
  for (const { start, end } of [...source.passages.flatMap(({ segments }) => segments), ...source.setAside]) {
    for (let at = start; at < end; at += 1) holders[at]! += 1
  }
  const wrong = holders.findIndex((count, at) => count > 1 || (count === 0 && /\S/.test(source.text[at]!)))
  expect(wrong, `offset ${wrong}: ${source.text.slice(Math.max(0, wrong - 20), wrong + 20)}`).toBe(-1)
}

function expectTracedText(source: Source): void {
  for (const { text, segments } of source.passages) {
    let at = 0
    for (const segment of segments) {
      expect(['', ' ']).toContain(text.slice(at, segment.at))
      at = segment.at + segment.end - segment.start
      const words = source.text.slice(segment.start, segment.end).replace(/\p{Zs}/gu, ' ')
      const isEntity =
        words.endsWith('&') &&
        source.setAside.some(({ start, rule }) => start === segment.end && rule === 'boilerplate/entity')
      expect(text.slice(segment.at, isEntity ? at - 1 : at)).toBe(isEntity ? words.slice(0, -1) : words)
    }
    expect(at).toBe(text.length)
    expect(text).toBe(text.trim())
  }
}

const LINES = [
  'Northport Council Votes To Move The Harbour',
  'The council of Northport voted on Monday to move the harbour, officials said.',
  'Ada Vale, who leads the council, told reporters that "nobody',
  'will lose a home" in the move.',
  'the harbour\u00A0 of Northport and',
  'Read more: Harbour in pictures',
  'By Ada Vale and Femi Okafor',
  'Monday, 4 March 2019 10:15 GMT',
  'NORTHPORT, March 4 (AP) - A storm closed the harbour on Sunday.',
  'Ships wait outside Northport, March 3, 2019. (AFP photo)',
  'Video: Storm over the harbour',
  '* Storm closes harbour (Adds detail)',
  'The port opens again in May. (Reporting by Ada Vale; Editing by Femi Okafor)',
  '[caption id="a"] The port at night[/caption]',
  '<p>The port &amp; the town&nbsp;wait.</p> -->',
  '&quot;The port&#8217;s gate,&quot; &amp;ldquo;they&amp;rdquo; said &lt;b&gt;.',
  'soft\u00ADhyphen and zero\u200Bwidth',
  '# A heading',
  '**Bold** and *leaning* [words](http://x.example/a)',
  '---',
  '> quoted',
  '- item',
  '',
  '',
  '\t',
  '×',
]

const soup = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: anyText({ maxLength: 40 }) }),
    { maxLength: 30 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)))

test.each(['text', 'markdown'] as const)('nothing vanishes from any %s', (format) => {
  fc.assert(
    fc.property(soup, (text) => {
      const source = clean(text, { format })
      expectNothingVanished(source)
      expectTracedText(source)
      expect(source.passages.map(({ ordinal }) => ordinal)).toEqual(expectedOrdinals(source))
    }),
    { numRuns: 120, seed: 7 },
  )
})

function expectedOrdinals({ passages }: Source): number[] {
  const first = passages[0]?.kind === 'headline' ? 0 : 1
  return passages.map((_, index) => index + first)
}

test('a seed in which nothing is text is a problem', () => {
  expect(cleanSeed(seedOf('Subscribe\n\nShare'), DEFAULTS).problems).toMatchObject([
    { rule: 'source/no-text', file: 'seeds/articles/a.txt' },
  ])
})

test('the sidecar wins as the editor', () => {
  const source = clean('By Ada Vale\n\nThe port of the town was closed on Monday.', {
    sidecar: { authors: ['F. Okafor'], date: '2019-03' },
  })
  expect(source.metadata.authors).toMatchObject({ value: ['F. Okafor'], certainty: 'editor' })
  expect(source.metadata.date).toMatchObject({ value: '2019-03', certainty: 'editor' })
  expect(bodyOf(source)).toEqual(['The port of the town was closed on Monday.'])
})

const HEAD = 'Harbour of Northport closes after storm'
const VOTE = 'The council of Northport voted on Monday to close the harbour for a month, its mayor said.'
const REST = 'Two ships sank at the mouth of the river, and nine people were killed by the waves that night.'

test.each<[rule: string, lines: readonly string[], left: string | undefined]>([
  ['boilerplate/end-mark', [HEAD, VOTE, REST, '-30-'], '-30-'],
  ['boilerplate/end-mark', [HEAD, VOTE, 'The end was near.', REST], undefined],
  ['boilerplate/wire-note', [HEAD, `(Adds quotes, details) ${VOTE}`, REST], '(Adds quotes, details)'],
  ['boilerplate/wire-note', [HEAD, `(All of them) ${VOTE}`, REST], undefined],
  [
    'boilerplate/caption-below-label',
    [HEAD, VOTE, 'Photo', 'Ships lie at the mouth of the river', REST],
    'Ships lie at the mouth of the river',
  ],
  ['boilerplate/caption-below-label', [HEAD, VOTE, 'Photo', REST], undefined],
])('%s: %j', (rule, lines, left) => {
  const text = lines.join('\n\n')
  const { setAside } = clean(text)
  expect(setAside.filter((one) => one.rule === rule).map(({ start, end }) => text.slice(start, end))).toEqual(
    left === undefined ? [] : [left],
  )
})

test('a line that only names an agency credits it', () => {
  const text = [HEAD, 'By Ada Vale', 'Associated Press', VOTE, REST].join('\n\n')
  const { metadata } = clean(text)
  expect([metadata.credits?.rule, metadata.credits?.value]).toEqual(['metadata/agency-line', ['Associated Press']])
})
