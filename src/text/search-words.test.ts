import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningKeys, foldText, joinHyphens, indexKey, listKeys, listWords, stemKey } from './search-words.ts'

test.each([
  ['Çelik’s cease-fire', 'celik cease fire'],
  ["Shi'ite O’Neill's engineers’", 'shiite oneill engineers'],
  ['Łódź Bjørn Đorđe Ægir Þórsson', 'lodz bjorn dorde aegir thorsson'],
  ['Straße, ÉTÉ (2021)', 'strasse ete 2021'],
  ['İzmir Iğdır', 'izmir igdir'],
  ['oﬃce ﬁrm ＡＢＣ', 'office firm abc'],
  ['al-Qa‘ida al-Qaʿida', 'al qaida al qaida'],
  ['the U.N. and U.S.-backed men', 'the un and us backed men'],
  ['so on.A new line', 'so on a new line'],
  ['13,000 and 1,234,567', '13000 and 1234567'],
  ['3,14 and 1,2345', '3 14 and 1 2345'],
  ['45 per cent, 20 %', '45 percent 20 percent'],
  ['per century', 'per century'],
  ['$3 and €4', 'dollar 3 and euro 4'],
  ['الاتفاق والمفاوضات الله', 'اتفاق مفاوضات الله'],
  ['東京で', '東 京 で'],
  ['がか', 'が か'],
  ['Йод Ёлка', 'иод елка'],
  ['a 🔥', 'a u1f525'],
  ['…—“”', ''],
])('%s', (text, folded) => expect(foldText(text)).toBe(folded))

test('places are those of the text', () =>
  expect(listWords('“Vale’s boat”')[0]).toEqual({ form: 'vale', start: 1, end: 7 }))

test('words are in order, do not overlap and are within the text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let end = 0
      for (const word of listWords(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end)
        expect(word.end).toBeGreaterThan(word.start)
        end = word.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  ))

test('a folded word folds to itself', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aßłøÉñZ’İæ가ي') }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  ))

test.each([
  ['cease-fire', ['ceasefire']],
  ['a state-of-the-art crane', ['stateoftheart']],
  ['crane - harbour', []],
  ['crane driver', []],
])('joined: %s', (text, joined) => expect(joinHyphens(text, listWords(text)).map(({ form }) => form)).toEqual(joined))

test.each([
  ['talks', 'talk', true],
  ['negotiations', 'negotiating', true],
  ['militants', 'militias', false],
  ['general', 'generals', true],
])('%s and %s share a stem: %s', (a, b, is) => expect(stemKey(a, 'en') === stemKey(b, 'en')).toBe(is))

test('the key of a stem is a prefix of every form of it, and of nothing else', () => {
  for (const form of ['talk', 'talks', 'talked', 'talking'])
    expect(indexKey(form, 'en').startsWith(stemKey('talks', 'en'))).toBe(true)
  for (const form of ['tal', 'talc', 'talon'])
    expect(indexKey(form, 'en').startsWith(stemKey('talks', 'en'))).toBe(false)
})

test.each(['negotiation', 'negotiations', 'hoping', 'carrying', 'happily', 'families', 'harbours', 'generously'])(
  'every beginning of %s is asked for so that it is found',
  (word) => {
    for (let end = 3; end <= word.length; end += 1) {
      const asked = beginningKeys(word.slice(0, end), 'en')
      expect(asked.some((key) => indexKey(word, 'en').startsWith(key))).toBe(true)
    }
  },
)

test('only English words are stemmed', () => expect(stemKey('talks', 'de')).not.toBe(stemKey('talk', 'de')))

test('a passage as the index holds it: words, joined words behind gaps, entities and dates', () => {
  const keys = listKeys(
    { text: 'A cease-fire', entities: ['aaaa1111', 'aaaa1111'], dates: ['2017-02-13', '2017-03'] },
    'de',
  )
  expect(keys).toEqual([
    'aˑˑ',
    'ceaseˑˑ',
    'fireˑˑ',
    'ˑˑ',
    'ceasefireˑˑ',
    'ˑeaaaa1111ˑ',
    'ˑd20170213ˑ',
    'ˑm0213ˑ',
    'ˑd201703ˑ',
  ])
})
