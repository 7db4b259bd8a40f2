import { expect, test } from 'vitest'
import { agreeInDocument } from './document.ts'
import type { NameType, TokenSpan } from './labels.ts'

const split = (text: string): string[] => text.split(' ')
const span = (first: number, last: number, type: NameType): TokenSpan => ({ first, last, type })

test('the type borne most often wins', () => {
  const sentences = ['Vale left', 'Vale stayed', 'in Vale'].map(split)
  const found = [[span(0, 0, 'PER')], [span(0, 0, 'PER')], [span(1, 1, 'LOC')]]
  expect(agreeInDocument(sentences, found)[2]).toEqual([span(1, 1, 'PER')])
})

test('a name is a name wherever its words are not part of another', () => {
  const sentences = ['Ada Vale left', 'so did Ada Vale , Ada said', 'the Ada Vale Fund'].map(split)
  const found = [[span(0, 1, 'PER')], [], [span(1, 3, 'ORG')]]
  expect(agreeInDocument(sentences, found)).toEqual([[span(0, 1, 'PER')], [span(2, 3, 'PER')], [span(1, 3, 'ORG')]])
})

test('small letters are never filled in', () => {
  expect(agreeInDocument([split('Vale left'), split('a vale')], [[span(0, 0, 'PER')], []])[1]).toEqual([])
})

test('a name is found in capitals too, unless it is too short to be distinguished from a word', () => {
  const sentences = [split('Vale left'), split('( VALE / Ada )')]
  expect(agreeInDocument(sentences, [[span(0, 0, 'ORG')], []])[1]).toEqual([span(1, 1, 'ORG')])
  expect(agreeInDocument([split('Ida left'), split('IDA')], [[span(0, 0, 'PER')], []])[1]).toEqual([])
})
