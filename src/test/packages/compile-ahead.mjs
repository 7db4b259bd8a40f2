import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * `prepare`, after `npm ci`: compiles the site of this folder and the one that most tests share, at once, so that neither
 * the first build nor the first run of the tests has to.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const shared = mkdtempSync(join(tmpdir(), 'dossier-'))
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')
try {
  const { compileSite } = await import('../../publish/render/compile-site.ts')
  cpSync(join(root, 'src/test/acceptance/search-dossier/pages'), join(shared, 'seeds/pages'), { recursive: true })
  await Promise.all([root, shared].map((folder) => compileSite({ root: folder, content: join(root, 'content') })))
} catch {
  /* The build that needs the site says what is wrong. */
} finally {
  rmSync(shared, { recursive: true })
}
