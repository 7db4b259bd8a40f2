import { expect, test } from 'vitest'
import { cutMarkdown, isDeepMarkdown } from './cut-markup.ts'

const lists = Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')

test.each<[string, string, boolean]>([
  ['words', 'Ines Okafor *signed* the [contract](https://a.example).\n\n'.repeat(5000), false],
  ['a list of links', '- [a](b)\n'.repeat(300), false],
  ['nested quotations', `${'> '.repeat(40)}x`, false],
  ['quotations by the hundred', `${'>'.repeat(5000)}x`, true],
  ['lists in lists by the hundred', lists, true],
  ['asterisks by the thousand', `a ${'*'.repeat(20_000)}b${'*'.repeat(20_000)}`, true],
  ['brackets by the thousand', `a ${'['.repeat(20_000)}`, true],
  ['backticks by the thousand', `a ${'`b``'.repeat(5000)}`, true],
  ['open tags by the thousand', 'a <b '.repeat(5000), true],
  ['marks by the thousand over lines', 'a *b\n'.repeat(5000), true],
])('%s', (_, text, expected) => expect(isDeepMarkdown(text)).toBe(expected))

test.each(['*a ', '[a ', '`a ', '<a ', '![a](', '_a_ ', '&a', '\\a'])(
  'what is not deep is read in bounded time: %s',
  (piece) => {
    const text = `${piece.repeat((1990 / (piece.match(/[[\]*_`<!~\\&]/g)?.length ?? 1)) | 0)}\n\n`.repeat(3)
    expect(isDeepMarkdown(text)).toBe(false)
    const start = performance.now()
    cutMarkdown(text)
    expect(performance.now() - start).toBeLessThan(5000)
  },
)
