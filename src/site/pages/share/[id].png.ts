import type { APIRoute, GetStaticPaths } from 'astro'
import { openDossier } from '../../view/dossier.ts'
import { drawShareImage } from '../../view/draw-share-image.ts'
import { listShareCards, type ShownCard } from '../../view/list-share-cards.ts'

/** An image for each page that has one; none in a dossier without a site, for an image's address must be absolute. */
export const getStaticPaths = (async () => {
  const cards = import.meta.env.SITE ? listShareCards(await openDossier()) : []
  return cards.map((card) => ({ params: { id: card.id }, props: { card } }))
}) satisfies GetStaticPaths

/** Draws one image. */
export const GET: APIRoute<{ card: ShownCard }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await drawShareImage(card)), { headers: { 'content-type': 'image/png' } })
