import { writeFileSync } from 'node:fs'
import { pathOf, readLock } from './package-files.ts'

/*
 * `npm run lock`, after a change of `package.json`. npm compares the `engines` in the lock with the Node that npm itself
 * runs under, and warns of 60 packages where that is Node 20. No script of this project runs under it: each runs under
 * the Node that is installed with the packages. The test of dependencies compares that one with what each package asks
 * for, so the lock need not repeat it. The project's own entry stays as npm writes it.
 */
const lock = readLock()
const packages = Object.fromEntries(
  Object.entries(lock.packages).map(([folder, { engines, ...kept }]) => [
    folder,
    folder === '' ? { engines, ...kept } : kept,
  ]),
)
writeFileSync(pathOf('package-lock.json'), `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
