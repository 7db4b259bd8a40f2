import type { Inline, MarkedPassage } from '../../markup/vocabulary.ts'

const entity = (...children: Inline[]): Inline => ({ tag: 'Entity', attributes: { to: 'bbbbbbbb' }, children })
const quote = (...children: Inline[]): Inline => ({ tag: 'Quote', attributes: { by: 'bbbbbbbb' }, children })

/** Every place of the running text that can contain words of a seed. */
const POSITIONS: Readonly<Record<string, (text: string) => Inline[]>> = {
  paragraph: (text) => [{ text }],
  'begin of a paragraph': (text) => [{ text: `${text} said Vale` }],
  'end of a paragraph': (text) => [{ text: `Vale said ${text}` }],
  'between words': (text) => [{ text: `(${text})` }],
  name: (text) => [{ text: 'Before ' }, entity({ text }), { text: ' after' }],
  quotation: (text) => [{ text: '“' }, quote({ text }), { text: '”' }],
  'name in a quotation': (text) => [quote({ text: 'a' }, entity({ text }), { text: 'b' })],
  date: (text) => [
    { tag: 'When', attributes: { edtf: '2019', from: '2019-01-01', to: '2019-12-31' }, children: [{ text }] },
  ],
  figure: (text) => [{ tag: 'Figure', attributes: {}, children: [{ text }] }],
  'before a name': (text) => [{ text }, entity({ text: 'Vale' }), { text }],
}

/** Letters of which no file holds another meaning. */
const LETTERS = 'bcdfghjkmn'

/** A passage for each position, with the text in it. */
export function placeInPassages(text: string): MarkedPassage[] {
  return Object.values(POSITIONS).map((place, index) => ({ id: `p-${LETTERS[index]!.repeat(6)}`, words: place(text) }))
}

/** Front matter with the text in every place that can contain metadata, names, titles and file names. */
export function placeInFrontMatter(text: string): object {
  return {
    id: 'bbbbbbbb',
    title: text,
    file: `seeds/articles/${text}.txt`,
    description: `Vale: ${text}`,
    authors: [text, `${text} Vale`],
    names: [{ words: text, sources: [text] }],
    facts: [{ field: 'headline', value: text, words: `${text} … ${text}` }],
  }
}

/** How many positions there are in the running text and in the front matter. */
export const COUNT = { text: Object.keys(POSITIONS).length, frontMatter: 8 }
