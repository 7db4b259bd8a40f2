import type { SearchPage, SearchPart } from '../../model/search-text.ts'
import type { SourceEntry } from '../../model/entry.ts'
import { formatDate } from '../../figures/word-date.ts'
import { listTags, textOf } from '../../markup/vocabulary.ts'
import { addressOf } from '../loader/addresses.ts'
import { markedPassagesOf } from '../loader/read-page.ts'
import { t } from '../text/text.ts'

/** A source as the search finds it: what is known of it, its passages, and the text that was left out. */
export function sourceText(source: SourceEntry): SearchPage {
  const { publisher, authors, date, title, setAside, language } = source
  const passages = listPassages(source)
  const dateWords = date && formatDate(date)
  const about = [publisher, ...authors, dateWords, passages[0]?.kind === 'headline' ? undefined : title]
  return {
    url: addressOf(source.id),
    title,
    kind: t.search.source,
    language,
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(dateWords && { dateWords }),
    parts: [
      { kind: 'about', text: about.filter(Boolean).join(' · '), ...(date && { dates: [date.slice(0, 10)] }) },
      ...passages,
      ...setAside.map(({ text }) => ({ kind: 'left out' as const, text })),
    ],
  }
}

function listPassages(source: SourceEntry): SearchPart[] {
  const marked = markedPassagesOf(source)
  const datesIn = Map.groupBy(source.dates, ({ passage }) => passage)
  return source.passages.map(({ id, ordinal, kind }, index) => {
    const { words } = marked[index]!
    const entities = [...new Set(listTags(words).flatMap(({ attributes }) => attributes['to'] ?? []))]
    const dates = [...new Set((datesIn.get(id) ?? []).flatMap(listDays))]
    return {
      kind: kind === 'headline' ? 'headline' : 'passage',
      id,
      ordinal,
      text: textOf(words),
      ...(entities.length > 0 && { entities }),
      ...(dates.length > 0 && { dates }),
    }
  })
}

const MOST_DAYS = 14

/** The days that a date means, or its month; nothing for what is longer or open. */
function listDays({ lo, hi, precision }: SourceEntry['dates'][number]): string[] {
  if (!lo || !hi) return []
  if (precision === 'month') return [lo.slice(0, 7)]
  const days: string[] = []
  for (let day = lo; day <= hi && days.length <= MOST_DAYS; day = dayAfter(day)) days.push(day)
  return days.length > MOST_DAYS ? [] : days
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
