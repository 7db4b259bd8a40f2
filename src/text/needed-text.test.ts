import { expect, test } from 'vitest'
import { readNeeded } from './needed-text.ts'

test.each([
  ['sign up', ['sign up']],
  ['^Sign up$', ['sign up']],
  ['sign\\b up', ['sign up']],
  ['signs? up', ['sign']],
  ['newsletters?', ['newsletter']],
  ['e-?mail', ['mail']],
  ['go+gle', ['gle']],
  ['x{2}yz', ['yz']],
  ['(?:click|tap) here', [' here']],
  ['(?:clicking|tapping) on', ['clicking', 'tapping']],
  ['(?:clicking|tapping){0,3} on', [' on']],
  ['(?:clicking|\\w+) on', [' on']],
  ['(?<name>clicking) on', ['clicking']],
  ['.{0,60}\\byour inbox\\b.{0,20}', ['your inbox']],
  ['(?=.*reader)by', ['by']],
  ['(?!reader)by', ['by']],
  ['(?<!reader)by', ['by']],
  ['x \\(formerly\\)', ['x (formerly)']],
  ['a\\.b', ['a.b']],
  ['[A|)]', ['a', '|', ')']],
  ['[^abc]de', ['de']],
  ['[a-c]de', ['de']],
  ['[\\]a]de', ['de']],
  ['\\p{L}de\\u0041', ['de']],
  ['one|two', ['one', 'two']],
])('%s needs %j', (pattern, needed) => expect(readNeeded(pattern)).toEqual(needed))

test.each([[''], ['.*'], ['\\d{1,3}'], ['(?:page )?\\d'], ['one|\\d'], ['one|'], ['(?:one)*'], ['é'], ['[é]']])(
  '%s needs no text that could be looked for',
  (pattern) => expect(readNeeded(pattern)).toBeUndefined(),
)
