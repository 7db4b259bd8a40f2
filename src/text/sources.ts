import type { Source } from '../model/source.ts'
import { compare } from './compare.ts'

/**
 * The order in which sources are read side by side: by publication date, undated ones last, then by file.
 *
 * @param sources any sources
 * @returns place of each file, from 0
 */
export function orderSources(sources: readonly Source[]): Map<string, number> {
  const sorted = [...sources].sort((a, b) => compare(dateKey(a), dateKey(b)) || compare(a.file, b.file))
  return new Map(sorted.map(({ file }, place) => [file, place]))
}

/** Publication date, as far as it is known: `2017`, `2017-02` or `2017-02-13`. */
export function publishedOn(source: Source): string | undefined {
  return source.metadata.date?.value
}

function dateKey(source: Source): string {
  return publishedOn(source) ?? '~'
}

/** Where a person writes about a source: its sidecar, and for one article of several the keys that lead to it there. */
export function sidecarOf({ file, container }: Pick<Source, 'file' | 'container'>): {
  file: string
  within?: readonly string[]
} {
  const sidecar = `${(container?.file ?? file).replace(/\.[^./]+$/, '')}.yml`
  return container ? { file: sidecar, within: ['articles', container.locator] } : { file: sidecar }
}

const LENGTH = 70

/**
 * The name of a source in lists: its headline, or its first words if it has none. A made title is marked, so that
 * nobody takes it for the publisher's.
 */
export function titleOf({ metadata, passages, file }: Source): { title: string; isTitleMade: boolean } {
  if (metadata.headline) return { title: metadata.headline.value, isTitleMade: false }
  const text = passages.find(({ kind }) => kind === 'paragraph')?.text ?? file
  return { title: firstWords(text), isTitleMade: true }
}

function firstWords(text: string): string {
  if (text.length <= LENGTH) return text
  const cut = text.lastIndexOf(' ', LENGTH)
  return `${text.slice(0, cut > 0 ? cut : LENGTH)} …`
}
