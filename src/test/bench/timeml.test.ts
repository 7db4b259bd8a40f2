import { expect, test } from 'vitest'
import { readTimeml, splitParagraphs } from './timeml.ts'

const XML = `<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-02-13">today</TIMEX3></DCT><TEXT>
Vale &amp; Sons <EVENT eid="e1">closed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-02-10">Friday</TIMEX3>
at last.

So be it.
</TEXT></TimeML>`

test('text, creation date and gold spans are read', () => {
  const document = readTimeml(XML)!
  expect(document.created).toBe('2017-02-13')
  expect(document.gold.map(({ start, end, value }) => [document.text.slice(start, end), value])).toEqual([
    ['Friday', '2017-02-10'],
  ])
  expect(document.text).toContain('Vale & Sons closed')
})

test('paragraphs keep their offsets', () => {
  const { text } = readTimeml(XML)!
  const paragraphs = splitParagraphs(text)
  expect(paragraphs).toHaveLength(2)
  expect(text.startsWith('So be it.', paragraphs[1]!.start)).toBe(true)
})

test('a file without text or date is no document', () => {
  expect(readTimeml('<TimeML><TEXT>x</TEXT></TimeML>')).toBeUndefined()
  expect(readTimeml('<DCT><TIMEX3 value="2017-02-13"/></DCT>')).toBeUndefined()
})
