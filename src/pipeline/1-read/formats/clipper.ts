import { parseDocument } from 'yaml'
import type { Provenance, Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import { languageTag, readLabel } from '../labels.ts'

const BETWEEN_NAMES = readLabel('between-clipped-names')

/** Metadata of a clipped page from the front matter of a web clipper. */
export interface Clipping {
  readonly stated: readonly Stated[]
  readonly provenance: Provenance
}

/** Keys that clippers write and sidecars do not know. */
const OWN = ['title', 'source', 'author', 'published', 'created', 'clipped', 'tags', 'site', 'source_url', 'link']
const KEYS: Readonly<
  Record<'headline' | 'url' | 'authors' | 'date' | 'publisher' | 'language' | 'accessed', readonly string[]>
> = {
  headline: ['title', 'headline'],
  url: ['source', 'url', 'source_url', 'link', 'canonical'],
  authors: ['author', 'authors', 'byline'],
  date: ['published', 'date', 'date_published', 'publish_date'],
  publisher: ['site', 'publisher', 'site_name', 'publication'],
  language: ['language', 'lang'],
  accessed: ['clipped', 'created', 'accessed', 'date_saved', 'saved'],
}

/**
 * Reads the front matter of a note that a web clipper made. One that only has keys of a sidecar is a sidecar, and one
 * that cannot be read is left to be reported as one.
 */
export function readClipping(text: string): Clipping | undefined {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([^]{0,20000}?)\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[1]
  const fields = yaml === undefined ? undefined : parse(yaml)
  if (
    !fields ||
    !OWN.some((key) => key in fields) ||
    !KEYS.url.some((key) => /^https?:\/\//.test(wordsOf(fields[key])[0] ?? ''))
  )
    return undefined
  const first = (use: keyof typeof KEYS) =>
    KEYS[use].map((key) => [key, wordsOf(fields[key])] as const).find(([, words]) => words.length > 0)
  const say = (field: Stated['field'], read: (words: readonly string[]) => string | string[] | undefined): Stated[] => {
    const [key, words] = first(field as keyof typeof KEYS) ?? []
    const value = words && read(words)
    return value === undefined || value.length === 0 ? [] : [{ field, value, place: `front matter, ${key}` }]
  }
  const accessed = findDay(first('accessed')?.[1][0] ?? '')
  return {
    stated: [
      ...say('headline', ([title]) => title),
      ...say('publisher', ([site]) => site),
      ...say('authors', (names) => names.flatMap((name) => name.split(BETWEEN_NAMES)).filter(Boolean)),
      ...say('date', ([day]) => findDay(day ?? '')),
      ...say('url', (addresses) => addresses.find((one) => /^https?:\/\//.test(one))),
      ...say('language', ([tag]) => languageTag(tag ?? '')),
    ],
    provenance: accessed ? { accessed } : {},
  }
}

function parse(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = parseDocument(yaml, { prettyErrors: false })
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Values as words; links of a notebook (`[[Name]]`) are freed of their brackets. */
function wordsOf(value: unknown): string[] {
  return [value]
    .flat()
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map((one) =>
      String(one)
        .replaceAll(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
        .trim(),
    )
    .filter(Boolean)
}
