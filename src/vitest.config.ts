import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))
const acceptance = `${root}src/test/acceptance/`
/** Workers, and the commands that tests start, keep compiled modules: a third of a short command's time. */
process.env['NODE_COMPILE_CACHE'] ??= `${root}node_modules/.cache/compiled`

/** They load the program anew in one process, or read what Vite writes into the site's code. */
const throughVite = [
  'src/desk/preview.test.ts',
  'src/site/source/describe-source.test.ts',
  'src/test/trust/patterns.test.ts',
  'src/text/remember.test.ts',
]
/** Files share workers. Each core has one, so more V8 threads would only compete for it. */
const workers = { isolate: false, execArgv: ['--single-threaded-gc'] }
/** Node runs the tests as it runs the program: a fifth less of the processor than through Vite. */
const natively = { viteModuleRunner: false, nodeLoader: false }

/**
 * A worker ends when the next file is of another project: all files of one follow each other. Those of `vite` run while
 * the dossiers of `src/test/acceptance` are built; of the others, those of that folder come first, the longest before all.
 */
const LONG = [
  'reading',
  'desk',
  'documentation',
  'verify',
  'search',
  'open-browser',
  'search-queries',
  'pack',
  'sixth-article',
  'preview',
  'hostile-files',
  'analyse-seeds',
  'exchange',
  'corrections',
  'joint-corrections',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? LONG.length : at
    }
    const group = ({ project, moduleId }: TestSpecification) =>
      project.name === 'vite' ? 0 : moduleId.startsWith(acceptance) ? 1 : 2
    return usual.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b))
  }
}

/**
 * Modules keep no state, so files share the loaded program and its model. `vite`: those that need modules of their own.
 * `node`: all others; those of `src/test/acceptance` ask of built dossiers, and are left out with `--mode unit`.
 */
export default defineConfig(({ mode }) => ({
  root,
  test: {
    /* One more than cores: those that wait for a browser or another process leave theirs idle. */
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts'],
          exclude: mode === 'unit' ? [...throughVite, `${acceptance}**`] : throughVite,
          ...workers,
          experimental: natively,
          globalSetup: 'src/test/acceptance/build-dossiers.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: { name: 'vite', include: throughVite, ...workers, testTimeout: 60_000 },
      },
    ],
  },
}))
