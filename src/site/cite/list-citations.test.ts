import { expect, test } from 'vitest'
import { listCitations } from './list-citations.ts'

const page = (id: string, body: string) => ({ id, title: id.toUpperCase(), body })

test.each<[what: string, body: string, cited: string[]]>([
  ['in a sentence', 'The board signed (<Cite to="p-4x7k2m" />).', ['p-4x7k2m']],
  ['with words of its own', 'See <Cite to="p-4x7k2m">the *report*</Cite>.', ['p-4x7k2m']],
  ['on a line of its own', '<Cite to="p-4x7k2m" />', ['p-4x7k2m']],
  ['in a list and twice', '- <Cite to="p-4x7k2m" />\n- again <Cite to="p-4x7k2m" />', ['p-4x7k2m']],
  ['of another component', '<Entity to="p-4x7k2m">Vale</Entity>', []],
  ['in code', '`<Cite to="p-4x7k2m" />`', []],
  ['that is computed', '<Cite to={id} />', []],
])('a citation %s', (_, body, cited) => {
  expect([...listCitations([page('a', body)]).keys()]).toEqual(cited)
})

test('each page that cites is listed once, in the order of the pages', () => {
  const cite = '<Cite to="p-4x7k2m" /> and <Cite to="p-4x7k2m" />'
  expect(listCitations([page('a', cite), page('b', 'Nothing.'), page('c', cite)]).get('p-4x7k2m')).toEqual([
    { id: 'a', title: 'A' },
    { id: 'c', title: 'C' },
  ])
})
