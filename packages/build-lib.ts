import { execFileSync } from 'node:child_process'
import { cpSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installTools } from '../src/test/packages/load-tool.ts'

/*
 * `prepack`: makes `lib/`, which is `src/` as JavaScript with declarations, beside the word lists, components and styles
 * it reads. Node strips no types under `node_modules`, so TypeScript cannot be published as it is.
 */

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const LIB = fileURLToPath(new URL('../lib', import.meta.url))

/** What no installed dossier needs. */
const NOT_PUBLISHED = /^(?:test|train|pictures|vitest\.config\.ts)(?:\/|$)|\/(?:expected|fixtures)(?:\/|$)/

/** A path of a program, as an import, a `new URL` or a script of a component names it. */
const PROGRAM_PATH = /(?<=(?:from |import |import\(|new URL\(|<script src=)['"`][^'"`\n]*\.)ts(?=['"`])/g

rmSync(LIB, { recursive: true, force: true })
cpSync(SRC, LIB, { recursive: true, filter: (path) => isPublished(path.slice(SRC.length + 1)) })
compile()
// Astro takes every file among the pages for a page, and asks `[piece].json.d.ts` for its paths.
for (const file of globSync('site/pages/**/*.d.ts', { cwd: LIB })) rmSync(join(LIB, file))
for (const file of readdirSync(LIB, { recursive: true, encoding: 'utf8' }))
  if (/\.(?:js|mjs|astro|d\.ts)$/.test(file)) renameImports(join(LIB, file))

function isPublished(path: string): boolean {
  return !NOT_PUBLISHED.test(path) && (!path.endsWith('.ts') || path.endsWith('.d.ts'))
}

function compile(): void {
  const tsc = join(installTools('lint'), 'node_modules/typescript/bin/tsc')
  const config = fileURLToPath(new URL('tsconfig.json', import.meta.url))
  execFileSync(process.execPath, [tsc, '--project', config], { stdio: 'inherit' })
}

function renameImports(file: string): void {
  const text = readFileSync(file, 'utf8')
  const renamed = text.replaceAll(PROGRAM_PATH, 'js')
  if (renamed !== text) writeFileSync(file, renamed)
}
