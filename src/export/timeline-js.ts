import type { Published } from '../markup/vocabulary.ts'
import type { DatedEventEntry } from '../model/entry.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { safeJson } from '../text/escape.ts'
import { isAnchor } from '../model/permalink.ts'
import { addressOfPassage, datePrefix, fullAddressOf, pathOf } from './view.ts'

/** A date of TimelineJS: month and day as far as they are known. */
interface SlideDate {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

/** TimelineJS draws every slide at once. Of more, it gets the events that have a page: those that join sources. */
const MOST_SLIDES = 500

/** The dated statements as the JSON that TimelineJS reads. It takes its texts for HTML, so they are escaped. */
export function exportTimeline(view: Published): WrittenFile {
  const titles = new Map(view.sources.map(({ entry }) => [entry.id, entry.title]))
  const placed = view.datedEvents.filter(({ isPlaced }) => isPlaced)
  const shown = placed.length > MOST_SLIDES ? placed.filter(({ id }) => !isAnchor(pathOf(view, id))) : placed
  const events = shown.map((datedEvent) => slideOf(view, titles, datedEvent))
  const { title, description } = view.settings
  return {
    path: 'data/timeline.timelinejs.json',
    text: `${safeJson({ title: { text: { headline: escapeHtml(title), text: escapeHtml(description) } }, events })}\n`,
  }
}

function slideOf(
  view: Published,
  titles: ReadonlyMap<string, string>,
  { id, lo, hi, summary, mode, reports }: DatedEventEntry,
): object {
  const prefix = datePrefix({ lo, hi })
  const sources = reports.map((report) =>
    linkTo(addressOfPassage(view, report), `${titles.get(report.source)} ¶ ${report.ordinal}`),
  )
  return {
    unique_id: id,
    start_date: dateOf(prefix ?? lo ?? hi!),
    ...(prefix === undefined && lo && hi && { end_date: dateOf(hi) }),
    ...(prefix === undefined && {
      display_date: [lo && `not before ${lo}`, hi && `not after ${hi}`].filter(Boolean).join(', '),
    }),
    text: {
      headline: escapeHtml(summary),
      text: `<p>${[linkTo(fullAddressOf(view, id), mode), ...sources].join(' · ')}</p>`,
    },
    group: mode,
  }
}

function dateOf(prefix: string): SlideDate {
  const [year, month, day] = prefix.split('-').map(Number)
  return { year: year!, month, day }
}

function linkTo(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (mark) => ESCAPES[mark]!)
}
