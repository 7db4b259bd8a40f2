import { expect, test } from 'vitest'
import { shareImagePath } from './published-file.ts'

test.each([
  ['/', '/share/index.png'],
  ['/search/', '/share/search.png'],
  ['/people/ines-okafor-3k9m2p7x/', '/share/people/ines-okafor-3k9m2p7x.png'],
  ['/404.html', '/share/404.png'],
])('%s', (page, image) => expect(shareImagePath(page)).toBe(image))
