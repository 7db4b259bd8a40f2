import { isUtf8 } from 'node:buffer'
import { collectReads, reads } from '../loader/reads.ts'
import { stampPage } from '../loader/stamps.ts'
import type { PageInPart } from './page-parts.ts'
import { countParts, openPart, sliceParts, writePart } from './page-parts.ts'
import type { SitePath, SiteProgram } from './program.ts'
import { digestGiven, listSiteFiles } from './site-files.ts'

/**
 * Renders the parts of one task, and prints `part 5 of 40` as each is finished.
 *
 * @param target the folder that they go into
 * @param shard as `3/16`
 * @param done numbers of parts that are there already
 */
export async function renderParts(
  program: SiteProgram,
  target: string,
  shard: string,
  done: readonly number[],
): Promise<void> {
  const [task, tasks] = shard.split('/').map(Number) as [number, number]
  const files = await listSiteFiles(program)
  for (const [number, slice] of sliceParts(files)) {
    if (number % tasks !== task - 1 || done.includes(number)) continue
    const part = openPart()
    for (const { file, path } of slice) {
      const page = await renderPage(path, program, part.numberOf)
      if (page !== undefined) part.add(file, page)
    }
    writePart(target, number, part.close())
    process.stdout.write(`part ${number} of ${countParts(files.length)}\n`)
  }
}

/** Null for a page that has nothing to show; nothing for bytes that JSON cannot carry, which the build renders itself. */
async function renderPage(
  path: SitePath,
  program: SiteProgram,
  numberOf: (name: string) => number,
): Promise<PageInPart | null | undefined> {
  const { value: rendered, numbers } = await collectReads(() => program.render(path))
  if (!rendered) return null
  const { bytes, stamps } = stampPage(rendered)
  if (!isUtf8(bytes)) return undefined
  const named = numbers.map((read) => numberOf(reads.names[read]!))
  return { text: bytes.toString(), given: digestGiven(path), reads: named, stamps }
}
