import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts an npm package of an exact version into a folder, unless it is there, without entering it in package.json.
 *
 * @returns the folder of the package
 */
export function fetchPackage(name: string, version: string, folder: string): string {
  const home = join(folder, 'node_modules', name)
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true })
    const quietly = ['--no-audit', '--no-fund', '--ignore-scripts']
    execFileSync('npm', ['install', ...quietly, '--prefix', folder, `${name}@${version}`])
  }
  const found: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  if (found !== version) throw new Error(`${home} is version ${found}, not ${version}: remove it and run again`)
  return home
}
