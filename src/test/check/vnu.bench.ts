import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

/*
 * Whether the Nu Html Checker of the W3C finds an error in a page of the site: `npm run bench:vnu [SITE]` checks every
 * page of `dist`, or of the folder given. It needs a Java runtime of version 11 or later (Debian: `apt-get install
 * default-jre-headless`) and installs the checker, 31 MB, from the registry when it first runs. One page at least of
 * every kind must be there: the repository's own dossier has them.
 */

const VERSION = '26.9.27'
/** Pages to a run of the checker: a command has so much room for their names. */
const AT_ONCE = 400

interface Message {
  readonly url: string
  readonly lastLine?: number
  readonly message: string
  readonly extract?: string
}

function findChecker(): string {
  const folder = join(tmpdir(), `dossier-bench-vnu-${VERSION}`)
  const jar = join(folder, 'node_modules/vnu-jar/build/dist/vnu.jar')
  if (existsSync(jar)) return jar
  mkdirSync(folder, { recursive: true })
  const install = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `vnu-jar@${VERSION}`]
  execFileSync('npm', install, { stdio: 'inherit' })
  return jar
}

/** The errors of pages, without warnings. */
function check(jar: string, pages: readonly string[]): Message[] {
  const args = ['-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', ...pages]
  const { stderr, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (error) throw error
  return (JSON.parse(stderr) as { messages: Message[] }).messages
}

if (spawnSync('java', ['-version']).error) {
  console.error(
    'Missing program java, expected a Java runtime of version 11 or later: apt-get install default-jre-headless',
  )
  process.exit(2)
}
const site = resolve(process.argv[2] ?? 'dist')
const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
const pages = files.sort().map((name) => join(site, name))
const jar = findChecker()
const errors: Message[] = []
for (let at = 0; at < pages.length; at += AT_ONCE) errors.push(...check(jar, pages.slice(at, at + AT_ONCE)))
for (const [message, of] of Map.groupBy(errors, (one) => one.message)) {
  const { url, lastLine, extract = '' } = of[0]!
  console.log(`${of.length} times: ${message}`)
  console.log(`    first in ${relative(site, url.replace(/^file:/, ''))}:${lastLine} ${extract.replaceAll('\n', ' ')}`)
}
console.log(`${pages.length} pages, ${errors.length} errors`)
if (errors.length > 0) process.exitCode = 1
