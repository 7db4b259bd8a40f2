import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { pathOf } from './package-files.ts'

/*
 * Runs the steps of the workflows that `create-dossier` writes in a real git repository, with fakes for npm and
 * hosts.
 */

const TEMPLATE = pathOf('packages/create-dossier/template')

/** A fake npx: `build` writes, `diff` prints its arguments, and all calls are recorded. */
const NPX = `#!/usr/bin/env bash
echo "$*" >> "$CALLS"
case "$2" in
  build) mkdir -p content dist; cp seeds/state content/permalinks.json; touch dist/index.html ;;
  diff) echo "$(cat "$3/content/permalinks.json") to $(cat "$4/content/permalinks.json")" ;;
esac
`
const NOTE = '#!/usr/bin/env bash\necho "$(basename "$0") $*" >> "$CALLS"\n'

/** The workflows need git, which somebody who unpacked an archive may not have. */
const hasGit = spawnSync('git', ['--version']).status === 0

/** Ignores this machine's git configuration. */
const GIT = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

let start: string
let folder: string
let clone: string
let env: NodeJS.ProcessEnv = GIT
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd,
    encoding: 'utf8',
    env,
    stdio: 'pipe',
  })
const at = (name: string) => join(folder, name)
const calls = () => readFileSync(at('calls'), 'utf8').trim().split('\n')

beforeAll(() => {
  start = mkdtempSync(join(tmpdir(), 'workflows-'))
  mkdirSync(join(start, 'bin'))
  const stands = { npx: NPX, npm: NOTE, gh: NOTE, curl: NOTE }
  for (const [name, text] of Object.entries(stands)) writeFileSync(join(start, 'bin', name), text, { mode: 0o755 })
  if (hasGit) startRepository()
})
afterAll(() => rmSync(start, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  clone = at('clone')
  cpSync(start, folder, { recursive: true })
  env = { ...GIT, PATH: `${at('bin')}:${process.env['PATH']}`, CALLS: at('calls') }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A repository whose main branch says “old”, with a branch of a pull request checked out that says “new”. */
function startRepository(): void {
  const first = join(start, 'clone')
  for (const part of ['seeds', 'content']) mkdirSync(join(first, part), { recursive: true })
  cpSync(join(TEMPLATE, 'gitignore'), join(first, '.gitignore'))
  for (const file of ['seeds/state', 'content/permalinks.json']) writeFileSync(join(first, file), 'old')
  git(start, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git')
  git(first, 'init', '--quiet', '--initial-branch', 'main')
  git(first, 'add', '.')
  git(first, 'commit', '--quiet', '-m', 'Old')
  git(first, 'remote', 'add', 'origin', '../origin.git')
  git(first, 'push', '--quiet', '--set-upstream', 'origin', 'main')
  writeFileSync(join(first, 'seeds/state'), 'new')
}

interface Step {
  readonly run?: string
  readonly if?: string
}

/** The commands of a job, one shell each, as GitHub runs them. */
function stepsOf(job: 'propose' | 'publish'): string[] {
  const { jobs } = parse(readFileSync(join(TEMPLATE, '.github/workflows/dossier.yml'), 'utf8')) as {
    jobs: Record<string, { steps: Step[] }>
  }
  return jobs[job]!.steps.flatMap(({ run }) => run ?? [])
}

/** The commands of a job, in one shell, as GitLab runs them. */
function scriptOf(job: 'propose' | 'pages'): string {
  const file = parse(readFileSync(join(TEMPLATE, '.gitlab-ci.yml'), 'utf8')) as Record<string, { script: string[] }> & {
    default: { before_script: string[] }
  }
  return [...file.default.before_script, ...file[job]!.script].join('\n')
}

function run(script: string, more: NodeJS.ProcessEnv = {}): number | null {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: clone, env: { ...env, ...more } }).status
}

describe.skipIf(!hasGit)('GitHub', () => {
  test('a pull request is checked and built, and gets a comment with its changes', () => {
    const more = { GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: at('summary'), NUMBER: '7' }
    expect(stepsOf('propose').map((step) => run(step, more))).toEqual([0, 0, 0, 0, 0])
    expect(calls()).toEqual([
      'npm ci',
      'dossier check',
      'dossier build',
      'dossier diff ../before .',
      'gh pr comment 7 --body-file ../changes.md --edit-last --create-if-none',
    ])
    expect(readFileSync(at('changes.md'), 'utf8')).toBe('old to new\n')
    expect(readFileSync(at('summary'), 'utf8')).toBe('old to new\n')
  })

  test('a push publishes, and keeps the record of addresses', () => {
    expect(stepsOf('publish').map((step) => run(step))).toEqual([0, 0, 0])
    expect(git(folder, '--git-dir', 'origin.git', 'show', 'main:content/permalinks.json')).toBe('new')
    expect(run(stepsOf('publish').at(-1)!)).toBe(0)
  })
})

describe.skipIf(!hasGit)('GitLab', () => {
  const more = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_API_V4_URL: 'https://git.example/api/v4' }

  test.each([
    ['without a token', {}, false],
    ['with a token', { DOSSIER_TOKEN: 'x' }, true],
  ])('what a merge request changes is kept as a file and, %s, commented: %j', (_, token, isCommented) => {
    expect(run(scriptOf('propose'), { ...more, ...token })).toBe(0)
    expect(readFileSync(join(clone, 'changes.md'), 'utf8')).toBe('old to new\n')
    expect(calls().some((call) => call.startsWith('curl'))).toBe(isCommented)
  })

  test('a build whose content is not committed is refused; one whose content is, is published', () => {
    expect(run(scriptOf('pages'))).not.toBe(0)
    expect(existsSync(join(clone, 'public'))).toBe(false)
    git(clone, 'commit', '--quiet', '-am', 'New')
    expect(run(scriptOf('pages'))).toBe(0)
    expect(existsSync(join(clone, 'public/index.html'))).toBe(true)
  })
})
