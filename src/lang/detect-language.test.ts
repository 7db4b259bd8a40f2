import { expect, test } from 'vitest'
import { loadPacks } from './packs.ts'
import { detectLanguage } from './detect-language.ts'

const ENGLISH = 'The harbour of Northport was closed on Monday, and the ships that had left it were told to wait.'
const FRENCH =
  'La grue du port a coûté 3,5 millions d’euros et les ouvriers sont restés dans les rues avec leurs familles.'
const GERMAN = 'Der Hafen ist seit Montag geschlossen, und die Schiffe, die ihn verlassen haben, sind nicht zurück.'
const POLISH =
  'Port jest od poniedziałku zamknięty, a statki, które go opuściły, nie wróciły do tej pory, bo nie było wody.'
const RUSSIAN = 'Порт закрыт с понедельника, и суда, которые из него вышли, не вернулись, как было сказано на встрече.'
const JAPANESE = '港は月曜日から閉鎖されており、出港した船は戻っていない。'
const TAMIL = 'துறைமுகம் திங்கட்கிழமை முதல் மூடப்பட்டுள்ளது '.repeat(10)
const CATALAN =
  'El port és tancat des de dilluns, i els vaixells que n’han sortit no han tornat amb la càrrega a les illes.'

test.each([
  ['English', ENGLISH, 'en'],
  ['French', FRENCH, 'fr'],
  ['German', GERMAN, 'de'],
  ['Polish', POLISH, 'pl'],
  ['Russian', RUSSIAN, 'ru'],
  ['Japanese', JAPANESE, 'ja'],
  ['Catalan', CATALAN, 'ca'],
  ['Tamil, which has no list', TAMIL, 'und'],
])('%s', (_, text, language) => {
  expect(detectLanguage(text, language === 'en' ? 'fr' : 'en')).toMatchObject({
    language,
    rule: 'boilerplate/language',
  })
})

test.each([
  ['nothing', ''],
  ['one name', 'La Paz'],
  ['a headline without a frequent word', 'Northport mayor Ada Vale faces inquiry'],
  ['a table', '2017 3 412 Northport 2018 4 988 Harbour 2019 5 002 Vale '],
])('%s is taken for the dossier’s language', (_, text) => {
  for (const assumed of ['en', 'fr'])
    expect(detectLanguage(text, assumed)).toMatchObject({ language: assumed, rule: 'boilerplate/language-assumed' })
})

test('a name in another language does not make an English text foreign', () => {
  expect(detectLanguage(`${ENGLISH} The paper is Le Monde de la Mer et des Ports.`, 'en').language).toBe('en')
})

test('the dossier’s region is kept', () => expect(detectLanguage(ENGLISH, 'en-GB').language).toBe('en-GB'))

test('a pack brings its own frequent words', async () => {
  const packs = await loadPacks(new URL('./fixtures/', import.meta.url))
  const text = 'La haveno estas fermita, kaj la ŝipoj, kiuj estis en la maro, ne revenis al la urbo.'
  expect(detectLanguage(text, 'en', packs).language).toBe('eo')
  expect(detectLanguage(text, 'en').language).not.toBe('eo')
})
