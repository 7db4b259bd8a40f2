import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const rooms = ['markup', 'text', 'pipeline/{1-read,6-address,8-write}', 'export', 'cite', 'render']

/**
 * The tests beside the modules that guard, with their properties cut short. The battery of hostile strings, the readers
 * that judge every export and the tests that start programs would kill mutants too, but are slow and tell less of where:
 * a room must notice its own faults. No kind of mutant is left out: static values and wordings are mutated too. Of the
 * addresses those modules are, that say, check and lead; how texts are aligned is measured by `bench:permalinks`. What
 * loads the styles of citations guards nothing, and half of it only saves time; whether bytes are on the disk or on
 * their way no test can see.
 *
 * All of it takes hours; one room: `npm run bench:mutation -- cite`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: rooms.map((room) => `src/${room}/**/*.test.ts`), exclude: ['src/export/{export-dossier,judges}.test.ts'], setupFiles: 'src/trust/shorten-properties.fixture.ts', testTimeout: 30_000 },
})
