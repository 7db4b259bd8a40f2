import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { close, createIndex } from 'pagefind'
import type { Catalogue, CataloguePage, SearchPage, SearchWords } from '../../model/search-text.ts'
import { packCatalogue, SEARCH_FILES } from '../../model/search-text.ts'
import { compare } from '../../text/compare.ts'
import { listKeys, listWords } from '../../text/search-words.ts'

/**
 * Of what Pagefind writes, the site keeps the index and the program that reads it. The texts come from the site's own
 * files, which need no copy, and the search page has its own form.
 */
const KEPT = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]+\.pf_meta|index\/.*)$/

/**
 * Builds the search index of a rendered site into its `pagefind/` folder, from the texts that the site holds for its
 * search, and writes beside them the catalogue of its pages. Pagefind gets each page as the words that `listKeys` makes
 * of it, so that folding, stems and dates are the site's own; it is told no language, which would fold them again.
 *
 * @param folder the site
 * @param language the dossier's, whose words are taken apart
 * @throws Error when Pagefind refuses a page
 */
export async function indexSearch(folder: string, language: string): Promise<void> {
  const pages = readTexts(join(folder, SEARCH_FILES.texts))
  const { index, errors } = await createIndex({ maxFragments: 1 })
  if (!index) throw new Error(errors.join('\n'))
  try {
    const { lengths, words } = await addPages(index, pages, language)
    await writeIndex(index, join(folder, 'pagefind'))
    const vocabulary = writeVocabulary(words, join(folder, SEARCH_FILES.words))
    const catalogue = { ...makeCatalogue(pages, lengths), vocabulary }
    writeFileSync(join(folder, SEARCH_FILES.catalogue), JSON.stringify(packCatalogue(catalogue)))
  } finally {
    await close()
  }
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** The texts in order: the files are numbered from 0. */
function readTexts(folder: string): SearchPage[] {
  const count = existsSync(folder) ? readdirSync(folder).length : 0
  return Array.from({ length: count }, (_, file) => readJson<SearchPage[]>(join(folder, `${file}.json`))).flat()
}

/** What was read of the pages as they were added. */
interface AddedPages {
  /** How many words each part of each page has. */
  readonly lengths: readonly (readonly number[])[]
  /** How many pages print each word. */
  readonly words: ReadonlyMap<string, number>
}

/** Adds each page under its number, by which the engine sorts. */
async function addPages(index: PagefindIndex, pages: readonly SearchPage[], language: string): Promise<AddedPages> {
  const lengths: number[][] = []
  const counts = new Map<string, number>()
  for (const [number, { parts }] of pages.entries()) {
    const words = parts.map(({ text }) => listWords(text))
    const keys = parts.map((part, at) => listKeys(part, language, words[at]))
    for (const form of new Set(words.flat().map((word) => word.form))) counts.set(form, (counts.get(form) ?? 0) + 1)
    const { errors } = await index.addCustomRecord({
      url: String(number),
      content: keys.flat().join(' '),
      language: 'unknown',
      meta: {},
      sort: { number: String(number) },
    })
    if (errors.length > 0) throw new Error(errors.join('\n'))
    lengths.push(keys.map((part) => part.length))
  }
  return { lengths, words: counts }
}

/** Words to a piece of the vocabulary: some 8 kB as it travels. */
const WORDS_PER_PIECE = 2500
/** What is shorter or no word of letters is not offered for a misspelled word. */
const OFFERED = /^\p{L}{4,24}$/u

/** Writes the words that a search offers for misspelled ones, in pieces. @returns the first word of each piece */
function writeVocabulary(counts: ReadonlyMap<string, number>, folder: string): string[] {
  const words = [...counts].filter(([word]) => OFFERED.test(word)).sort(([a], [b]) => compare(a, b))
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: Math.ceil(words.length / WORDS_PER_PIECE) }, (_, number) => {
    const piece = words.slice(number * WORDS_PER_PIECE, (number + 1) * WORDS_PER_PIECE)
    writeFileSync(join(folder, `${number}.json`), JSON.stringify(Object.fromEntries(piece) satisfies SearchWords))
    return piece[0]![0]
  })
}

/** Not with Pagefind's own program, which exits without an error when the disk is full. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles()
  if (errors.length > 0) throw new Error(errors.join('\n'))
  for (const { path, content } of files.filter((file) => KEPT.test(file.path))) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** What a search needs of the pages that it does not show. */
export function makeCatalogue(
  pages: readonly SearchPage[],
  lengths: readonly (readonly number[])[],
): Omit<Catalogue, 'vocabulary'> {
  const kinds = listValues(pages.map(({ kind }) => kind))
  const publishers = listValues(pages.map(({ publisher }) => publisher))
  const years = listValues(pages.map(({ date }) => date?.slice(0, 4)))
  const rows = pages.map(
    ({ kind, publisher, date, parts }, number): CataloguePage => ({
      kind: kinds.indexOf(kind),
      publisher: publishers.indexOf(publisher ?? ''),
      year: years.indexOf(date?.slice(0, 4) ?? ''),
      shown: parts.filter((part) => part.kind !== 'left out').length,
      hasHeadline: parts[1]?.kind === 'headline',
      lengths: lengths[number]!,
    }),
  )
  return { kinds, publishers, years, pages: rows }
}

const listValues = (values: readonly (string | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
]
