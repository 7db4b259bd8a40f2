import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests beside the modules that guard, without those that take long. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['src/markup/**/*.test.ts', 'src/pipeline/{6-address,8-write}/**/*.test.ts', 'src/render/**/*.test.ts', 'src/text/invisible.test.ts'], testTimeout: 30_000 },
})
