import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathOf, readText } from './package-files.ts'

/*
 * `npm run check:package`: installs the tarballs in empty folders, as users do. Runs the commands of the tutorial,
 * and type-checks and builds a Starlight site (`packages/test-site`) with a dossier in it. Takes minutes and needs
 * the registry, so it is not part of `npm test`.
 */

const folder = mkdtempSync(join(tmpdir(), 'dossier-package-'))
const SITE = join(folder, 'site')
const HOST = join(folder, 'host.git')

/** Git needs a user, and the tutorial's host is a folder here. */
const WALKER = {
  ASTRO_TELEMETRY_DISABLED: '1',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [`GIT_${who}_NAME`, `GIT_${who}_EMAIL`].map((name) => [name, 'walker'])),
  ),
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: `url.${HOST}.insteadOf`,
  GIT_CONFIG_VALUE_0: 'https://github.com/your-name/my-dossier.git',
}

/**
 * Runs a script in a folder and prints how long it took; its output is shown if it fails. @returns the folder it ends
 * in
 */
function run(cwd: string, script: string): string {
  const begun = performance.now()
  const end = join(folder, 'end')
  try {
    const env = { ...process.env, ...WALKER }
    execFileSync('bash', ['-e', '-c', `${script}\npwd > ${end}`], { cwd, encoding: 'utf8', env, stdio: 'pipe' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`In ${cwd}:\n${script}\n${stdout}${stderr}`)
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${seconds.padStart(6)} s  ${script.trim().replaceAll('\n', '; ')}`)
  return readFileSync(end, 'utf8').trim()
}

/** Does what the tutorial says, in order. @returns the folder of the dossier */
function walkTutorial(): string {
  const [first = '', ...steps] = readText('docs/start.md').split(/^## /m).slice(1)
  const dossier = followStep(first, folder)
  savePages(join(dossier, 'seeds/articles'))
  for (const step of steps) followStep(step, dossier)
  return dossier
}

/** A server is looked at, not walked through. */
const SERVER = /^npm run preview$/m

function followStep(step: string, begin: string): string {
  let cwd = begin
  for (const [, before = '', kind, block = ''] of step.matchAll(/([^]*?)^```(sh|yaml)\n([^]*?)^```$/gm)) {
    const file = Array.from(before.matchAll(/`(seeds\/[\w/.-]+\.yml)`/g), ([, path]) => path!).at(-1)
    if (kind === 'yaml') writeFileSync(join(cwd, file!), block)
    else if (!SERVER.test(block)) cwd = run(cwd, block)
  }
  return cwd
}

/** Five invented reports as a browser saves them. */
function savePages(articles: string): void {
  for (const name of ['crane', 'letters', 'night', 'talks', 'wind']) {
    const [headline, ...text] = readText(`src/test/acceptance/search-dossier/articles/${name}.txt`)
      .trim()
      .split(/\n\n+/)
    const body = text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
    const html = `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>\n${body}\n</article></body></html>\n`
    writeFileSync(join(articles, `${name}.html`), html)
  }
}

/** @throws Error that names each link of the site's pages which leads to no file */
function checkLinks(site: string, base = ''): void {
  const pages = globSync('**/*.html', { cwd: site })
  const broken = pages.flatMap((page) =>
    Array.from(readFileSync(join(site, page), 'utf8').matchAll(/(?:href|src)="(\/[^"#?]*)/g), ([, path]) => path!)
      .map((path) => path.slice(base.length))
      .filter((path) => !existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path)))
      .map((path) => `${page}: ${path}`),
  )
  if (broken.length > 0 || pages.length < 10)
    throw new Error(`${pages.length} pages. Links that lead nowhere:\n${broken.join('\n')}`)
}

try {
  run(pathOf('.'), `npm pack --pack-destination ${folder}`)
  run(pathOf('.'), `npm pack ./packages/create-dossier --pack-destination ${folder}`)
  run(folder, `git init --quiet --bare --initial-branch main ${HOST}`)
  const dossier = walkTutorial()
  checkLinks(join(dossier, 'dist'), '/my-dossier')
  run(folder, `git --git-dir ${HOST} cat-file -e main:content/permalinks.json`)

  cpSync(pathOf('packages/test-site'), SITE, { recursive: true })
  mkdirSync(join(SITE, 'ferries'))
  cpSync(pathOf('packages/create-dossier/template/seeds'), join(SITE, 'ferries/seeds'), { recursive: true })
  appendFileSync(join(SITE, 'ferries/seeds/dossier.yml'), 'site: https://example.org/ferries/\n')
  run(SITE, 'npm install')
  run(SITE, 'npm run build')
  checkLinks(join(SITE, 'dist'))
  run(SITE, 'npm run types')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
