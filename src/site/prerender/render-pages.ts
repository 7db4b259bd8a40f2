import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SitePath } from './program.ts'
import { openProgram } from './program.ts'

/*
 * Renders every page of the site: `node render-pages.ts PROGRAM SITE`. The dossier's folders come in the environment, as
 * for `astro build`. What a page throws is printed in the words of Astro.
 */

const [program, site] = process.argv.slice(2) as [string, string]

/** The file of the site that holds a page, or that a route makes. */
function fileOf({ pathname, route }: SitePath): string {
  const path = pathname.replaceAll(/^\/|\/$/g, '')
  if (route.type === 'endpoint') return path
  return path === '404' ? '404.html' : join(path, 'index.html')
}

async function renderPages(): Promise<void> {
  const { listPaths, render } = await openProgram(program)
  const made = new Map<string, string>()
  for (const path of await listPaths()) {
    const file = fileOf(path)
    const other = made.get(file)
    if (other !== undefined)
      throw new Error(`Unexpected second /${file} by ${path.route.component}, expected only that of ${other}`)
    made.set(file, path.route.component)
    const rendered = await render(path)
    if (!rendered) continue
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), rendered)
  }
}

try {
  await renderPages()
} catch (error) {
  console.error(`[ERROR] ${error}\n${(error as Error).stack}`)
  process.exitCode = 1
}
