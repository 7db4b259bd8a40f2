import { cpSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem.ts'
import { compileSite } from './compile-site.ts'
import type { Folders } from './run-node.ts'
import { runNode } from './run-node.ts'

/** The folders that one rendering reads and writes; all absolute. */
export interface Rendering extends Folders {
  /** Where the site goes. */
  readonly out: string
  /** The site of the last build, and the record of what its pages were made from; both may be missing. */
  readonly last: string
  readonly lastRecord: string
  /** Where the record of this one goes. */
  readonly record: string
  /** Gives the folder of the pages that other machines rendered, if there is one: see `fetchParts`. */
  readonly findParts?: ((assets: string) => Promise<string | undefined>) | undefined
}

/** Name of the record, in the state folder and in the staging area. */
export const PAGE_RECORD = 'pages.jsonl'

/**
 * Renders the site with the compiled program, in a separate process. Unchanged pages are taken from the last site.
 *
 * @returns undefined on success; else the error, most often a hand-written page that names something
 * that the dossier does not have
 */
export async function renderSite(rendering: Rendering): Promise<Problem[]> {
  const { out, last, lastRecord, record, findParts, root, content } = rendering
  const folders = { root, content }
  const compiled = await compileSite(folders)
  if ('code' in compiled) return [explainFailure(compiled.output, root)]
  const { program, assets } = compiled
  cpSync(assets, out, { recursive: true })
  const renderer = join(program, 'render-pages.mjs')
  const parts = (await findParts?.(assets)) ?? ''
  const { code, output } = await runNode([renderer, program, out, last, lastRecord, record, parts], root, folders)
  return code === 0 ? [] : [explainFailure(output, root)]
}

/** Moves a file or folder, to another file system too. */
export function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true })
  }
}

/** The first error in Astro's output, and the output from there on as the hint. */
export function explainFailure(output: string, root: string): Problem {
  const page = /Caught error rendering \/(\S*?)\/?: /.exec(output)?.[1]
  const written =
    page !== undefined && existsSync(join(root, `seeds/pages/${page}.mdx`)) ? `seeds/pages/${page}.mdx` : undefined
  const [first = 'Astro stopped without an error message'] = /(?<=\[ERROR\] )(?:\[\w+\] )?.+/.exec(output) ?? []
  const reason = first.replace(/^(?:\[\w+\] )?(?:Caught error rendering \S+ )?(?:Error: )?/, '')
  const isOurs = written !== undefined && first.length > 0
  return {
    file: written ?? `/${page ?? ''}`,
    severity: 'error',
    rule: 'page/not-rendered',
    reason,
    ...(!isOurs && {
      hint: output
        .slice(Math.max(0, output.indexOf('[ERROR]')))
        .trim()
        .slice(-4000),
    }),
  }
}
