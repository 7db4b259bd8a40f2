import { existsSync, readdirSync } from 'node:fs'
import { readData } from '../text/read-data.ts'
import { compare } from '../text/compare.ts'

const FOLDER = new URL('./', import.meta.url)

/** The languages that have a folder in a folder, in order. */
export function listLanguages(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}$/.test(entry.name))
    .map(({ name }) => name)
    .sort(compare)
}

/** The languages that have a folder here. */
export const LANGUAGES: readonly string[] = listLanguages(FOLDER)

/**
 * Reads a word list of a language without loading its pack, so that a pack's own code can ask for it too.
 *
 * @param language tag of BCP 47; region and script do not matter
 * @param name of a YAML file in the language's folder
 * @returns undefined when the language has no folder or its folder no such file
 */
export function readLanguageFile<T>(language: string, name: string): T | undefined {
  const file = new URL(`${language.toLowerCase().split('-')[0]}/${name}`, FOLDER)
  return LANGUAGES.some((known) => file.pathname.startsWith(`${FOLDER.pathname}${known}/`)) && existsSync(file)
    ? readData<T>(file.href, FOLDER)
    : undefined
}
