import { expect, test } from 'vitest'
import { indexVerbForms } from './verb-forms.ts'

const index = indexVerbForms({
  say: 'said',
  quip: 'quipped',
  slam: null,
  argue: null,
  deny: null,
  admit: 'admitted',
  show: 'showed shown',
  kill: null,
  agree: null,
  reach: null,
  stress: null,
  read: 'read',
})

const rows: [string, string | undefined][] = [
  ['said', 'say past'],
  ['saying', 'say ing'],
  ['quipped', 'quip past'],
  ['quipping', 'quip ing'],
  ['slammed', 'slam past'],
  ['argued', 'argue past'],
  ['arguing', 'argue ing'],
  ['denies', 'deny present'],
  ['denied', 'deny past'],
  ['denying', 'deny ing'],
  ['admitting', 'admit ing'],
  ['shown', 'show past'],
  ['killing', 'kill ing'],
  ['agreeing', 'agree ing'],
  ['reaches', 'reach present'],
  ['stressed', 'stress past'],
  ['read', 'read past'],
  ['admiting', undefined],
  ['killling', undefined],
]

test.each(rows)('%s', (word, expected) => {
  const verb = index.get(word)
  expect(verb && `${verb.lemma} ${verb.form}`).toBe(expected)
})
