import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../text/compare.ts'

const SOURCES = ['../model', '../text', '../lang', './1-read', './2-clean', './3-find']

/** Names the versions of the libraries that read files of other formats. */
const VERSIONS = new URL('../../package.json', import.meta.url)

/**
 * Hash of everything that decides what a file is read as and what its analysis finds: the code of stages 1 to 3 with
 * their word lists and models, and the versions of the libraries. When one of them changes, no earlier result is used
 * again.
 */
export function hashEngine(): string {
  const hash = createHash('sha256').update(readFileSync(VERSIONS))
  for (const folder of SOURCES) {
    const root = new URL(`${folder}/`, import.meta.url).pathname
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted(compare)) {
      if (/\.(?:[jt]s|yml|bin|gz|json)$/.test(file) && !/\.(?:test|bench|fixture|d)\.ts$/.test(file))
        hash.update(file).update(readFileSync(join(root, file)))
    }
  }
  return hash.digest('hex')
}
