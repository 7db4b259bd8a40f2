import { expect, test } from 'vitest'
import { readCaveat } from './read-caveat.ts'

/**
 * A caveat as text: its subject, a mark if it concerns only figures, and the words of the claim if they are in the
 * sentence.
 */
function read(text: string): string {
  const caveat = readCaveat(text)
  if (!caveat) return 'none'
  const { about, within, isOfFigures } = caveat
  return [about, isOfFigures ? '(figures)' : '', text.slice(within.start, within.end)].filter(Boolean).join(' ')
}

test.each<[string, string]>([
  ['The Herald could not independently verify the claim.', 'before'],
  ['The Herald couldn’t immediately confirm his account.', 'before'],
  ['The agency has not been able to verify these allegations independently.', 'before'],
  ['The Herald has not independently verified either side’s figures.', 'before (figures)'],
  ['The death toll could not be confirmed.', 'before (figures)'],
  ['The union’s claims have not been independently verified.', 'before'],
  ['But the claim could not be verified.', 'before'],
  ['This could not be immediately confirmed; the line was busy.', 'before'],
  ['There was no independent confirmation of the report.', 'before'],
  ['The ministry was unable to confirm the claim, although it had sent a team.', 'before'],
  ['Nine died, the union said, but the Herald could not verify the claim.', 'opening Nine died, the union said'],
  ['The army said nine died, a claim the Herald could not verify.', 'opening The army said nine died'],
  ['The army said nine died, a figure that could not be confirmed.', 'opening (figures) The army said nine died'],
  ['Police could not confirm that nine had died, but an inquiry was open.', 'clause nine had died'],
  ['Police could not confirm reports that nine had died.', 'clause nine had died.'],
  ['There was no official confirmation that nine had died.', 'clause nine had died.'],
])('%s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  'The Herald could not verify the video.',
  'The Herald could not verify the identity of the dead.',
  'The Herald could not verify the account, in which nine people drowned.',
  'The Herald could not verify the claim of the second driver.',
  'The ministry would neither confirm nor deny the report.',
  'The ministry could not confirm or deny the report.',
  'The ministry did not confirm the report.',
  'It is not clear if the claim could not be verified.',
  'Unless the claim cannot be confirmed, aid will flow.',
  'The ministry confirmed the report.',
  'The claim could be verified.',
  'The papers, which could not be verified, name Vale.',
  'Letters that could not be verified named nine people.',
])('no doubt is read in: %s', (text) => expect(readCaveat(text)).toBeUndefined())

test('a sentence of any length is read in linear time', () => {
  const text = `the could not be ${'claim, '.repeat(40_000)}`
  expect(readCaveat(text)).toBeUndefined()
  expect(readCaveat(`${'a '.repeat(40_000)}could not verify ${'the '.repeat(40_000)}`)).toBeUndefined()
})
