import { cutText } from './cut-text.ts'
import type { FoundPage } from './find-in-page.ts'

const wordCount = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What was found, in words that a screen reader announces. */
export function wordStatus(typed: string, pages: readonly FoundPage[], hasFilters: boolean): string {
  const sources = pages.filter(({ page }) => page.meta['position'] !== undefined)
  const passages = sources.reduce((sum, page) => sum + page.passages.length, 0)
  const others = pages.length - sources.length
  const parts = [
    ...(sources.length > 0
      ? [
          passages > 0
            ? `${wordCount(passages, 'passage')} in ${wordCount(sources.length, 'source')}`
            : wordCount(sources.length, 'source'),
        ]
      : []),
    ...(others > 0 ? [wordCount(others, 'other page')] : []),
  ]
  const partly = pages.some(({ holds }) => holds === 'partly') ? 'No source holds all of it; these hold the most: ' : ''
  if (parts.length > 0) return partly + parts.join(', ')
  if (!typed && !hasFilters) return ''
  return `Nothing found${typed ? ` for ${quote(typed)}` : ''}${hasFilters ? ' under these filters' : ''}.`
}

/** What was typed, between quotation marks unless it brings its own. */
function quote(typed: string): string {
  const text = cutText(typed, 120)
  return /["“”«»]/.test(text) ? text : `“${text}”`
}
