import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const room = process.env['MUTATED_ROOM'] ?? 'src'

/**
 * The tests beside the modules of the folder that is mutated, with their properties cut short. The hostile
 * strings, the readers that judge every export, the hundred changes to a whole dossier and the tests that start programs
 * would kill mutants too, but are slow and less precise: a folder's tests must notice its own faults. No kind of mutant is
 * left out: static values and wordings are mutated too. What loads the styles of citations guards nothing, and half of
 * it only saves time; whether bytes are on the disk or on their way no test can see.
 *
 * Files share a worker, which is fresh for each mutant, so that what they all import is loaded once.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: [`${room}/**/*.test.ts`],
    exclude: ['src/export/{export-dossier,judges}.test.ts', 'src/pipeline/6-address/changes.test.ts'],
    setupFiles: 'src/test/trust/shorten-properties.fixture.ts',
    isolate: false,
    testTimeout: 30_000,
  },
})
