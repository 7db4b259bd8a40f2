import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installTools } from './load-tool.ts'
import { pathOf } from './package-files.ts'

/*
 * Runs a command of the packages in `lint/`: `biome` or `astro-check`. The two weigh 140 MB and neither building nor
 * testing needs them, so they are installed here, from a lock of their own with hashes.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome/bin/biome',
  'astro-check': '@astrojs/check/bin/astro-check.js',
}

const [name = '', ...options] = process.argv.slice(2)
const script = COMMANDS[name]
if (script === undefined)
  throw new Error(`Unknown tool "${name}", expected one of: ${Object.keys(COMMANDS).join(', ')}`)
const { status } = spawnSync(process.execPath, [join(installTools('lint'), 'node_modules', script), ...options], {
  cwd: pathOf('.'),
  stdio: 'inherit',
})
process.exitCode = status ?? 1
