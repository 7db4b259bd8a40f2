import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { create } from 'fontkitten'
import type { StartTag } from 'parse5-sax-parser'
import { SAXParser } from 'parse5-sax-parser'
import sharp from 'sharp'
import type { ResultCache } from '../../cache/result-cache.ts'
import type { SetType } from '../../figures/share-card.ts'
import { drawShareCard } from '../../figures/share-card.ts'
import { KINDS } from '../../model/kind.ts'
import { shareImagePath } from '../../model/published-file.ts'
import { sha256Of } from '../../text/hash.ts'

const COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { colour }]) => [kind, colour]),
)
const INK = '#1d1b18'

/**
 * Draws the share image of every page that names one (`og:image`): title, kind and counts, on 800 by 420 pixels in
 * sixteen colours. Only a dossier with a host has them, because the address of an image must be absolute.
 *
 * @param folder the rendered site
 * @param cache finished images in base64, by the hash of their drawing
 */
export async function drawShareImages(folder: string, cache: ResultCache): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
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
  if (cards.length > 0) cache.sweep()
}

async function drawImage({ kind = '', ...card }: PageCard, set: SetType, cache: ResultCache): Promise<Buffer> {
  const svg = drawShareCard({ ...card, colour: COLOURS[kind] ?? INK }, set)
  const key = sha256Of(`${sharp.versions.sharp} ${svg}`)
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

/** The content of a share image. All of it is on the page, so it contains nothing withheld. */
export interface PageCard {
  readonly title: string
  /** Kind and counts of the page, as it words them: "Person", "named in 3 of 5 sources". */
  readonly parts: readonly string[]
  readonly foot: string
  /** Kind of the entity, where it is about one. */
  readonly kind?: string
}

const SEPARATOR = '\u0000'

/** Reads the title of a page and the line above its heading; `undefined` if the page names no image. */
export function readShareCard(html: string): PageCard | undefined {
  const meta = new Map<string, string>()
  let kicker = ''
  let kind: string | undefined
  let isInside = false
  const parser = new SAXParser()
  parser.on('startTag', (tag) => {
    const attribute = (name: string) => attributeOf(tag, name)
    if (tag.tagName === 'meta') meta.set(attribute('property') ?? '', attribute('content') ?? '')
    if (attribute('class') === 'kicker' && kicker === '') {
      isInside = true
      kind = attribute('data-kind')
    }
  })
  parser.on('text', ({ text }) => (kicker += isInside ? text : ''))
  parser.on('endTag', ({ tagName }) => {
    if (isInside) kicker += SEPARATOR
    if (tagName === 'p') isInside = false
  })
  parser.end(html)
  if (!meta.has('og:image')) return undefined
  const parts = kicker
    .split(SEPARATOR)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  return {
    title: meta.get('og:title') ?? '',
    parts,
    foot: meta.get('og:site_name') ?? '',
    ...(kind !== undefined && { kind }),
  }
}

function attributeOf({ attrs }: StartTag, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** The parts of one face; each holds other scripts. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']

interface Glyph {
  readonly d: string
  readonly width: number
}

/** Sets text in the regular weight of the face that the pages use, from the package it comes in. What no part of it holds is left out. */
function openType(): SetType {
  const { resolve } = createRequire(import.meta.url)
  const fonts = PARTS.map((part) =>
    openFont(resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${part}-wght-normal.woff2`)),
  )
  const glyphs = new Map<string, Glyph | undefined>()
  const glyphOf = (character: string) => {
    if (!glyphs.has(character)) glyphs.set(character, drawGlyph(fonts, character))
    return glyphs.get(character)
  }
  const { unitsPerEm } = fonts[0]!
  return (text, size) => {
    let x = 0
    const shapes = [...text].flatMap((character) => {
      const glyph = glyphOf(character)
      if (!glyph) return []
      x += glyph.width
      return [{ d: glyph.d, x: x - glyph.width }]
    })
    return { shapes, scale: size / unitsPerEm, width: (x * size) / unitsPerEm }
  }
}

function openFont(path: string) {
  const font = create(readFileSync(path))
  if (font.isCollection) throw new Error(`Unexpected collection ${path}, expected one font`)
  return font
}

function drawGlyph(fonts: readonly ReturnType<typeof openFont>[], character: string): Glyph | undefined {
  const code = character.codePointAt(0)!
  const glyph = fonts.find((font) => font.hasGlyphForCodePoint(code))?.glyphForCodePoint(code)
  return glyph && { d: glyph.path.toSVG(), width: glyph.advanceWidth }
}
