import type { APIRoute, GetStaticPaths } from 'astro'
import type { SourceEntry } from '../../../../model/entry.ts'
import { PAGES_PER_FILE } from '../../../../model/search-index.ts'
import { openDossier } from '../../../dossier/dossier.ts'
import { listHandWritten, sourceText } from '../../../search/list-texts.ts'

/** The texts that the search finds and shows: sources by date, then the pages written by hand, a few to a file. */
export const getStaticPaths = (async () => {
  const { sources } = await openDossier()
  const pages: Item[] = [...sources, ...(await listHandWritten())]
  return Array.from({ length: Math.ceil(pages.length / PAGES_PER_FILE) }, (_, file) => ({
    params: { file: String(file) },
    props: { pages: pages.slice(file * PAGES_PER_FILE, (file + 1) * PAGES_PER_FILE) },
  }))
}) satisfies GetStaticPaths

type Item = SourceEntry | Awaited<ReturnType<typeof listHandWritten>>[number]

export const GET: APIRoute<{ pages: readonly Item[] }> = ({ props }) =>
  new Response(JSON.stringify(props.pages.map((page) => ('parts' in page ? page : sourceText(page)))), {
    headers: { 'content-type': 'application/json' },
  })
