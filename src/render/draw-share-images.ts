import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { drawShareCard, type SetType } from '../figures/share-card.ts'
import { shareImagePath } from '../model/share-image.ts'
import { openType } from './set-type.ts'
import { readShareCard, type PageCard } from './read-share-card.ts'

/** Images by the hash of their drawing, in base64. */
export interface ImageCache {
  readonly read: (key: string) => unknown
  readonly write: (key: string, value: unknown) => void
}

const COLOURS: Readonly<Record<string, string>> = {
  person: '#1c248e',
  organisation: '#925f95',
  place: '#377e67',
  event: '#672514',
  work: '#48424d',
}
const INK = '#1d1b18'

/**
 * Draws the image of every page of a rendered site that names one: its title, its kind and its counts, on 800 by 420
 * pixels in sixteen colours. Only pages of a dossier with a site name one, for the address of an image must be absolute.
 *
 * @returns how many were drawn or taken from the cache
 */
export async function drawShareImages(folder: string, cache: ImageCache): Promise<number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !file.startsWith('pagefind/'),
  )
  const cards = files.flatMap((file) => {
    const card = readShareCard(readFileSync(join(folder, file), 'utf8'))
    return card ? [{ path: shareImagePath(`/${file.replace(/index\.html$/, '')}`), card }] : []
  })
  const set = cards.length > 0 ? openType() : undefined
  const waiting = cards.values()
  const work = async () => {
    for (const { path, card } of waiting) writeImage(join(folder, path), await drawImage(card, set!, cache))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return cards.length
}

async function drawImage({ kind = '', ...card }: PageCard, set: SetType, cache: ImageCache): Promise<Buffer> {
  const svg = drawShareCard({ ...card, colour: COLOURS[kind] ?? INK }, set)
  const key = createHash('sha256').update(`${sharp.versions.sharp} ${svg}`).digest('hex')
  const known = cache.read(key)
  if (typeof known === 'string') return Buffer.from(known, 'base64')
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 9 })
    .toBuffer()
  cache.write(key, png.toString('base64'))
  return png
}

function writeImage(path: string, png: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, png)
}
