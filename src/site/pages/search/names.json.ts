import type { APIRoute } from 'astro'
import { nameToken } from '../../../model/kind.ts'
import { openDossier } from '../../dossier/dossier.ts'
import { listNames } from '../../entity/list-mentions.ts'

/** Every entity with its names, by which the search page finds what passages call otherwise. */
export const GET: APIRoute = async () => {
  const { entities } = await openDossier()
  const names = entities.map((entity) => ({
    token: nameToken(entity.id),
    name: entity.name,
    wordings: listNames(entity),
  }))
  return new Response(JSON.stringify(names), { headers: { 'content-type': 'application/json' } })
}
