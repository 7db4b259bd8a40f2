import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ExportedFile } from '../model/exported-file.ts'
import type { WrittenFile } from '../model/written-file.ts'
import { compare } from '../text/compare.ts'

const KNOWN: Readonly<Record<string, Pick<ExportedFile, 'what' | 'format' | 'quotes'>>> = parse(
  readFileSync(new URL('./files.yml', import.meta.url), 'utf8'),
)

/** Describes each file of the `data/` folder, by name: what it holds, its size and its hash. */
export function describeFiles(files: readonly WrittenFile[]): ExportedFile[] {
  return files.map(describeFile).toSorted((a, b) => compare(a.name, b.name))
}

function describeFile({ path, text }: WrittenFile): ExportedFile {
  const name = path.slice('data/'.length)
  const known = KNOWN[name]
  if (!known) throw new Error(`Unexpected file ${path}, expected one that files.yml describes`)
  return { name, ...known, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
}
