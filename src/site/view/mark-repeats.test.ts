import { expect, test } from 'vitest'
import { markRepeats } from './mark-repeats.ts'

const link = (id: string, words: string, form = '') =>
  `<a class="entity" href="/people/x-${id}/" data-type="person" data-id="${id}"${form}>${words}</a>`
const count = (html: string, part: string) => html.split(part).length - 1

test('the first naming is whole, later ones are marked', () => {
  const html = markRepeats(
    `${link('aaaaaaaa', 'Ines Okafor')} met ${link('bbbbbbbb', 'Vale')}; ${link('aaaaaaaa', 'Okafor')} left`,
    () => false,
  )
  expect(count(html, 'data-again')).toBe(1)
  expect(html).toContain('data-again>Okafor')
})

test('words that only point to an entity are neither first nor repeat', () => {
  const html = markRepeats(
    `${link('aaaaaaaa', 'Valemarkian', ' data-form="demonym"')} and ${link('aaaaaaaa', 'Valemark')}`,
    () => false,
  )
  expect(html).not.toContain('data-again')
})

test('a link is tied to its card where there is one', () => {
  const html = markRepeats(link('aaaaaaaa', 'Okafor') + link('bbbbbbbb', 'Vale'), (id) => id === 'bbbbbbbb')
  expect(html).toContain('interestfor="card-bbbbbbbb">Vale')
  expect(count(html, 'interestfor')).toBe(1)
})

test('a link that is not an entity stays as it is', () => {
  const html = '<a href="/x/" data-id="aaaaaaaa">x</a>'
  expect(markRepeats(html, () => true)).toBe(html)
})
