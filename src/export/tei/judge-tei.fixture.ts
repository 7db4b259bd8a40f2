import { readFileSync } from 'node:fs'
import { validateXML } from 'xmllint-wasm'

const SUBSET = readFileSync(new URL('./tei-subset.rng', import.meta.url), 'utf8')

/** Faults of TEI documents: what libxml2 finds against the part of TEI that is written, and references that lead nowhere. */
export async function judgeTei(texts: readonly string[]): Promise<string[]> {
  const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema: SUBSET, extension: 'relaxng', maxMemoryPages: 8192 })
  return [...errors.map(({ rawMessage }) => rawMessage), ...texts.flatMap(judgeReferences)]
}

function judgeReferences(text: string, index: number): string[] {
  const ids = Array.from(text.matchAll(/ xml:id="([^"]+)"/g), ([, id]) => id)
  const known = new Set(ids)
  const lost = Array.from(text.matchAll(/ (?:ref|target|corresp)="#([^"]+)"/g), ([, id]) => id).filter(
    (id) => !known.has(id),
  )
  return [
    ...lost.map((id) => `${index}.xml: #${id} leads nowhere`),
    ...(known.size < ids.length ? [`${index}.xml: an id twice`] : []),
  ]
}
