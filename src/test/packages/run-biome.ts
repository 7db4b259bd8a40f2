import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installTools } from './load-tool.ts'
import { pathOf } from './package-files.ts'

/*
 * `npm run lint` and `npm run format`. Biome weighs 97 MB and a build never needs it, so it is installed here, from a
 * lock of its own with hashes.
 */
const biome = join(installTools('lint'), 'node_modules/@biomejs/biome/bin/biome')
const { status } = spawnSync(process.execPath, [biome, ...process.argv.slice(2)], {
  cwd: pathOf('.'),
  stdio: 'inherit',
})
process.exitCode = status ?? 1
