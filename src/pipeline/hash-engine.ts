import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../text/compare.ts'

const SOURCES = ['../model', '../text', '../lang', './2-clean', './3-find']

/**
 * Hash of everything that decides what the analysis of a seed finds: the code of stages 2 and 3 with their word lists
 * and model. When one of them changes, no earlier analysis is used again.
 */
export function hashEngine(): string {
  const hash = createHash('sha256')
  for (const folder of SOURCES) {
    const root = new URL(`${folder}/`, import.meta.url).pathname
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted(compare)) {
      if (/\.(?:ts|yml|bin|gz|json)$/.test(file) && !/\.(?:test|bench|fixture)\.ts$/.test(file))
        hash.update(file).update(readFileSync(join(root, file)))
    }
  }
  return hash.digest('hex')
}
