import type { Source } from '../../../model/source.ts'
import { parseDay } from '../../../text/calendar.ts'
import { groupByEach } from '../../../text/group-by-each.ts'
import { partitionPoint } from '../../../text/partition-point.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentences } from '../sentences.ts'
import { sentencesInOrder } from '../sentences.ts'
import type { Stories } from '../stories/group-stories.ts'

/** Maximum number of days between a claim and its denial. */
const WEEK = 7
/** Sentences at the head of a source whose names give its subject. */
const OPENING = 5
/** A name that more sources open with is too common. */
const RARE = 5

/** Reads the other sources of a source's story, and those of the week before that open with two of its names or a rare one. */
export function relatedSources(sources: readonly Source[], sentences: Sentences, stories: Stories) {
  const names = new Map(sources.map((source) => [source.file, openingNames(source, sentences)]))
  const days = new Map(sources.map((source) => [source.file, parseDay(publishedOn(source) ?? '')]))
  const byName = groupByEach(names.keys(), (file) => names.get(file)!)
  const byStory = Map.groupBy(sources, ({ file }) => stories.get(file))
  const datedOf = new Map(
    [...byName].map(([name, held]) => [name, held.filter((file) => days.get(file) !== undefined)]),
  )
  return (file: string): string[] => {
    const counts = new Map<string, number>()
    for (const name of names.get(file)!) {
      const weight = byName.get(name)!.length <= RARE ? 2 : 1
      for (const one of ofWeekBefore(days.get(file), datedOf.get(name)!, days))
        counts.set(one, (counts.get(one) ?? 0) + weight)
    }
    const near = [...counts].flatMap(([other, count]) => (count > 1 ? [other] : []))
    return [...new Set([...byStory.get(stories.get(file))!.map((one) => one.file), ...near])].filter(
      (other) => other !== file,
    )
  }
}

function openingNames(source: Source, sentences: Sentences): Set<string> {
  const opening = sentencesInOrder(source, sentences).slice(0, OPENING)
  const own = opening.flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))
  return new Set(own.map(({ entity }) => entity.replace(/ \(\d+\)$/, '')))
}

/** Those of some sources, by day of publication, that were published on a day or in the week before it. */
function ofWeekBefore(
  day: number | undefined,
  files: readonly string[],
  days: ReadonlyMap<string, number | undefined>,
) {
  if (day === undefined) return []
  const from = partitionPoint(files.length, (at) => days.get(files[at]!)! < day - WEEK)
  return files.slice(
    from,
    partitionPoint(files.length, (at) => days.get(files[at]!)! <= day),
  )
}
