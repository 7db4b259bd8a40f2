import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const lastOf = (text: string, language = 'en') =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: { language } },
    { language: 'en', rights: 'full' },
  ).value.passages.at(-1)!.text

test.each<[what: string, text: string, expected: string]>([
  [
    'words that the language knows',
    'The minis-\nter said that the re-\nport was wrong.',
    'The minister said that the report was wrong.',
  ],
  [
    'a name',
    'The minister, Jo-\nnas Tarr, said that it was wrong.',
    'The minister, Jonas Tarr, said that it was wrong.',
  ],
  [
    'a name that only the text knows',
    'Quillby is a town. The mayor of Quill-\nby left it.',
    'Quillby is a town. The mayor of Quillby left it.',
  ],
  ['a compound', 'A state-of-the-\nart ship will be used here.', 'A state-of-the-art ship will be used here.'],
  [
    'a name of two',
    'A ship of Anglo-\nDutch firms will be used here.',
    'A ship of Anglo-Dutch firms will be used here.',
  ],
  ['a point of the compass', 'It lies in the north-\neast of the bay.', 'It lies in the north-east of the bay.'],
  [
    'a compound that the text writes elsewhere',
    'A co-op is a shop. Every co-\nop shut.',
    'A co-op is a shop. Every co-op shut.',
  ],
  ['a word that nobody knows', 'The zorb-\nquil fell in the night.', 'The zorb-quil fell in the night.'],
  ['a dash', 'Nobody knew it -\nnot even the mayor.', 'Nobody knew it - not even the mayor.'],
  ['a soft hyphen', 'The minis\u00AD\nter said that it was wrong.', 'The minister said that it was wrong.'],
])('a hyphen at the line end: %s', (_, text, expected) => expect(lastOf(text)).toBe(expected))

test('without a pack only the words of the text are known', () => {
  expect(lastOf('Le ministre est parti. Le minis-\ntre ne dit rien.', 'fr')).toBe(
    'Le ministre est parti. Le ministre ne dit rien.',
  )
  expect(lastOf('Le minis-\ntre ne dit rien.', 'fr')).toBe('Le minis-tre ne dit rien.')
})
