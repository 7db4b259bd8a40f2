import type { ResolvedMention } from '../../../model/entity.ts'
import type { Happening, Telling } from '../../../model/happening.ts'
import type { Source } from '../../../model/source.ts'
import { positionAt } from '../../../text/lines.ts'
import { stemWord } from '../../../text/stem.ts'
import { splitWords } from '../../../text/words.ts'
import { isWeakAct, readActs } from '../read-acts.ts'
import { dayWithinYear, readDays } from './read-days.ts'
import type { NamedDay } from './read-days.ts'
import type { Finding } from './raise-contradiction.ts'

/** Days by which a line and a sentence must differ at most to be taken for two dates of one thing. */
const NEAR = 3

interface Dated {
  readonly happening: Happening
  readonly telling: Telling
  readonly day: number
}

/**
 * Finds lines that sum up a report and give a day that its sentences do not give. Such lines are set aside from the
 * text, yet readers saw them; where a sentence gives the line's day too, nothing is at odds.
 */
export function checkSummaries(
  sources: readonly Source[],
  mentions: readonly ResolvedMention[],
  happenings: readonly Happening[],
): Finding[] {
  const named = Map.groupBy(mentions, ({ file }) => file)
  const dated = Map.groupBy(happenings.flatMap(listDays), ({ telling }) => telling.sentence.file)
  return sources.flatMap((source) =>
    source.setAside
      .filter(({ kind }) => kind === 'bullet')
      .flatMap((line) =>
        readDays(source.text.slice(line.start, line.end)).flatMap((day) =>
          compareLine(source, line, day, dated.get(source.file) ?? [], named.get(source.file) ?? []),
        ),
      ),
  )
}

function listDays(happening: Happening): Dated[] {
  const { lo, hi, timex, tellings } = happening
  const day = lo === undefined ? dayWithinYear(timex) : lo === hi ? dayWithinYear(lo) : undefined
  return day === undefined ? [] : tellings.map((telling) => ({ happening, telling, day }))
}

function compareLine(
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
  { words, number }: NamedDay,
  dated: readonly Dated[],
  mentions: readonly ResolvedMention[],
): Finding[] {
  const line = source.text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  const names = new Set(mentions.filter((mention) => line.includes(mention.words)).map(({ entity }) => entity))
  const near = dated.filter(({ day }) => day !== number && Math.abs(day - number) <= NEAR)
  const alike = near.map((one) => ({ ...one, shared: shareWith(source, line, names, one) }))
  return alike.flatMap(({ telling, shared }) => {
    if (shared.acts.length === 0 || shared.names.length === 0 || isSaidElsewhere(dated, number, telling)) return []
    const said = wordsOf(source, telling.date)
    return [
      {
        rule: 'relate/summary-date',
        severity: 'warning',
        reason: `A line that sums up the report says “${words}”, its text “${said}”. Both speak of ${[...shared.acts].join(' and ')}.`,
        passages: [telling.sentence],
        entities: shared.names,
        about: `${words} ${said} ${shared.names.join(' ')}`,
        aside: { file: source.file, line: positionAt(source.text, start).line, words: line },
      },
    ]
  })
}

/** Whether a sentence other than that of the telling gives the day. */
function isSaidElsewhere(dated: readonly Dated[], number: number, { sentence }: Telling): boolean {
  return dated.some(({ day, telling: { sentence: other } }) => day === number && (other.passage !== sentence.passage || other.start !== sentence.start))
}

function shareWith(source: Source, line: string, names: ReadonlySet<string>, { happening, telling }: Dated) {
  const acts = readStrongActs(wordsOf(source, telling.sentence))
  return {
    acts: readStrongActs(line).filter((act) => acts.includes(act)),
    names: happening.entities.filter((entity) => names.has(entity)),
  }
}

const readStrongActs = (text: string): string[] =>
  [...readActs(splitWords(text).map(({ key }) => stemWord(key))).keys()].filter((act) => !isWeakAct(act))

function wordsOf({ passages }: Source, { passage, start, end }: Telling['date']): string {
  return passages.find(({ ordinal }) => ordinal === passage)?.text.slice(start, end) ?? ''
}
