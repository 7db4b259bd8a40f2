import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const acceptance = 'src/test/acceptance/**/*.test.ts'

/**
 * `unit`: beside each file, no disk but temporary folders; modules keep no state, so files share workers and their
 * loaded model. `acceptance`: the whole program on built dossiers.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: '100%',
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
          globalSetup: 'src/test/acceptance/build-dossiers.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
