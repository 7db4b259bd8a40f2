import { readdirSync, rmSync } from 'node:fs'

/*
 * `prepare`, after `npm ci`: the packages that bring Node carry 67 MB of C headers for native add-ons, and nothing here
 * is compiled. Plain JavaScript, for it runs under whichever Node npm was started with.
 */
const modules = new URL('../../../node_modules/', import.meta.url)
for (const name of readdirSync(modules))
  if (/^node-(?:bin-)?\w+-\w+$/.test(name))
    rmSync(new URL(`${name}/include`, modules), { recursive: true, force: true })
