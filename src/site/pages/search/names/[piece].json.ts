import type { APIRoute, GetStaticPaths } from 'astro'
import type { SearchNames } from '../../../../model/search-index.ts'
import { openDossier } from '../../../dossier/dossier.ts'
import { divideNames, nameOf } from '../../../search/list-texts.ts'

/** Every entity with its names, by which the search finds what passages call otherwise; in pieces by the words of the names. */
export const getStaticPaths = (async () => {
  const pieces = divideNames((await openDossier()).entities.map(nameOf))
  return pieces.map(({ piece }, index) => ({ params: { piece: String(index) }, props: { piece } }))
}) satisfies GetStaticPaths

export const GET: APIRoute<{ piece: SearchNames }> = ({ props }) =>
  new Response(JSON.stringify(props.piece), { headers: { 'content-type': 'application/json' } })
