import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkitten'
import type { SetType } from '../../figures/share-card.ts'

/** The parts of one face; each holds other scripts. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']

interface Glyph {
  readonly d: string
  readonly width: number
}

/** Sets text in the regular weight of the face that the pages use, from the package it comes in. What no part of it holds is left out. */
export function openType(): SetType {
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
