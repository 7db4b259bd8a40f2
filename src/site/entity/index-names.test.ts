import { expect, test } from 'vitest'
import type { SourceEntry } from '../../model/entry.ts'
import { replaceFiles } from './index-names.ts'

const source = (file: string, position: number, publisher?: string) =>
  ({ file, position, publisher, title: 'Bridge Shut For Third Week After Engineers Find Rust' }) as SourceEntry
const dossier = {
  sources: [
    source('seeds/articles/a 1.txt', 2),
    source('seeds/articles/b.txt', 1, 'Ledger'),
    source('seeds/articles/c.txt', 3),
  ],
}

test.each([
  [
    'seeds/articles/b.txt and seeds/articles/c.txt both name “Vale”.',
    'Source 1 (Ledger) and Source 3 (Bridge Shut For Third Week After…) both name “Vale”.',
  ],
  ['seeds/articles/d.txt names “Vale”.', 'seeds/articles/d.txt names “Vale”.'],
  ['“Ms Vale” follows “Amina Vale” in the same source.', '“Ms Vale” follows “Amina Vale” in the same source.'],
])('%s', (reason, named) => expect(replaceFiles(reason, dossier)).toBe(named))
