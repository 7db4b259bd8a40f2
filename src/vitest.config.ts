import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))
const acceptance = 'src/test/acceptance/**/*.test.ts'

/** The files that take longest, longest first. */
const SLOW = [
  'reading',
  'hostile-files',
  'addresses',
  'desk',
  'search',
  'long-lists',
  'verify',
  'sixth-article',
  'formats',
]

/** Starts with the slow files, so that no core waits for one of them at the end; the others in the usual order. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const at = SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? SLOW.length : at
    }
    return usual.toSorted((a, b) => rank(a) - rank(b))
  }
}

/**
 * `unit`: beside each file, no disk but temporary folders; modules keep no state, so files share workers and their
 * loaded model. `acceptance`: the whole program on built dossiers.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: [acceptance],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'acceptance',
          include: [acceptance],
          isolate: false,
          globalSetup: 'src/test/acceptance/build-dossiers.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
