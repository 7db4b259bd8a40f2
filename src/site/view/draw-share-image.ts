import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkitten'
import sharp from 'sharp'
import { drawShareCard, type SetType, type ShareCard } from '../../figures/share-card.ts'

const COLOURS: Readonly<Record<string, string>> = {
  person: '#1c248e', organisation: '#925f95', place: '#377e67', event: '#672514', work: '#48424d',
}
const INK = '#1d1b18'

let set: SetType | undefined

/** Sets type in the regular weight of a font from a package. */
function openFont(path: string): SetType {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(path)))
  if (font.isCollection) throw new Error(`Unexpected collection ${path}, expected one font`)
  return (text, size) => {
    let x = 0
    const shapes = [...text].filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0)!)).map((character) => {
      const glyph = font.glyphForCodePoint(character.codePointAt(0)!)
      const shape = { d: glyph.path.toSVG(), x }
      x += glyph.advanceWidth
      return shape
    })
    return { shapes, scale: size / font.unitsPerEm, width: (x * size) / font.unitsPerEm }
  }
}

/** The image that stands for a page where its link is shared: a PNG of 1200 by 630 pixels, the same on every machine. */
export async function drawShareImage({ kind, ...card }: Omit<ShareCard, 'colour'> & { kind?: string | undefined }): Promise<Buffer> {
  set ??= openFont('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2')
  const svg = drawShareCard({ ...card, colour: COLOURS[kind ?? ''] ?? INK }, set)
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32 }).toBuffer()
}
