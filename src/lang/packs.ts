import type { LanguagePack } from './pack.ts'
import { listLanguages } from './language-files.ts'

const FOLDER = new URL('./', import.meta.url)

/** The packs of this program, by language. */
export const PACKS: ReadonlyMap<string, LanguagePack> = await loadPacks(FOLDER)

/**
 * Loads every pack of a folder: each subfolder named by a language code exports its `pack` from `index.ts`.
 *
 * @throws when a pack's language is not its folder's name
 */
export async function loadPacks(folder: URL): Promise<Map<string, LanguagePack>> {
  const packs = new Map<string, LanguagePack>()
  for (const language of listLanguages(folder)) {
    const { pack }: { pack: LanguagePack } = await import(new URL(`${language}/index.ts`, folder).href)
    if (pack.language !== language) throw new Error(`The pack in ${language}/ says it is ${pack.language}`)
    packs.set(language, pack)
  }
  return packs
}

/**
 * The pack of a language.
 *
 * @param language BCP 47 tag; region and script are ignored: `en-GB` uses `en`
 * @returns undefined if there is none: then nothing that depends on the language is annotated
 */
export function packFor(language: string, packs = PACKS): LanguagePack | undefined {
  return packs.get(language) ?? packs.get(language.toLowerCase().split('-')[0]!)
}
