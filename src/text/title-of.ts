import type { Source } from '../model/source.ts'

const LENGTH = 70

/**
 * What a source is called in lists: its headline, or its first words when it has none.
 * A made title says so, for no reader should take it for the publisher's.
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
