import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathOf } from './package-files.ts'

/*
 * `npm run check:package`: what people install, from tarballs in empty folders. A new dossier is made and built, and
 * somebody's own Starlight site (`packages/test-site`) is type-checked and built with that dossier in it. Takes minutes and asks the
 * registry for packages, so it is no part of `npm test`.
 */

const folder = mkdtempSync(join(tmpdir(), 'dossier-package-'))
const SITE = join(folder, 'site')
const DOSSIER = join(folder, 'my-dossier')
const QUIET = ['--no-audit', '--no-fund', '--loglevel', 'error']

/** Runs a command and says how long it took; what it prints is shown when it fails. */
function run(cwd: string, command: string, ...args: string[]): void {
  const begun = performance.now()
  try {
    const path = `${join(cwd, 'node_modules/.bin')}:${process.env['PATH']}`
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: path }
    execFileSync(command, args, { cwd, encoding: 'utf8', env, shell: process.platform === 'win32' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  }
  console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${command} ${args.join(' ')}`)
}

/** @throws Error that names each link of the site's pages which leads to no file */
function checkLinks(site: string): void {
  const broken = globSync('**/*.html', { cwd: site }).flatMap((page) =>
    Array.from(readFileSync(join(site, page), 'utf8').matchAll(/(?:href|src)="(\/[^"#?]*)/g), ([, path]) => path!)
      .filter((path) => !existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path)))
      .map((path) => `${page}: ${path}`),
  )
  if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.join('\n')}`)
}

try {
  const { version } = JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as { version: string }
  const engine = join(folder, `dossier-${version}.tgz`)
  run(pathOf('.'), 'npm', 'pack', '--pack-destination', folder)
  run(pathOf('.'), 'npm', 'pack', './packages/create-dossier', '--pack-destination', folder)
  const create = join(folder, `create-dossier-${version}.tgz`)
  run(folder, 'npm', 'exec', '--yes', '--package', create, '--', 'create-dossier', DOSSIER, '--engine', engine)
  run(DOSSIER, 'npm', 'install', ...QUIET)
  run(DOSSIER, 'npm', 'run', 'build')
  checkLinks(join(DOSSIER, 'dist'))
  cpSync(pathOf('packages/test-site'), SITE, { recursive: true })
  cpSync(join(DOSSIER, 'seeds'), join(SITE, 'ferries/seeds'), { recursive: true })
  run(SITE, 'npm', 'install', ...QUIET)
  run(SITE, 'npm', 'run', 'build')
  checkLinks(join(SITE, 'dist'))
  run(SITE, 'npm', 'run', 'types')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
