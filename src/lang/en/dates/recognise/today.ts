import { timePeriod } from '../../../dates/period.ts'
import { placeFromNarrative, placeFromPublication } from '../../../dates/place.ts'
import type { Reading, Resolve } from '../../../dates/reading.ts'
import { readInferred } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { recognise } from '../pattern.ts'

const EDGE = '(?:(?:early|late|mid|earlier|later) {dash}? (?:on)?)?'

/** Days and their parts as seen from the day of writing: "yesterday", "late tonight", "this morning". */
export const TODAY_RECOGNISERS: Recogniser[] = [
  recognise('day-word', `${EDGE} {day:dayWord} {part:partOfDay}?`, (match) =>
    readDay(match.number('day'), match.value('part')),
  ),
  recognise('day-word', `{part:partOfDay} {day:dayWord}`, (match) => readDay(match.number('day'), match.value('part'))),
  recognise('day-word', `mid {dash}? {part:partOfDay} {day:dayWord}`, (match) =>
    readDay(match.number('day'), match.value('part')),
  ),
  recognise('day-word', '(?:the)? day before yesterday', () => readDay(-2)),
  recognise('day-word', '(?:the)? day after tomorrow', () => readDay(2)),
  recognise('tonight', `${EDGE} tonight`, () => readDay(0, 'NI')),
  recognise('this-part', `${EDGE} this {part:partOfDay}`, (match) => readDay(0, match.value('part'))),
  recognise('last-night', `${EDGE} last {part:partOfDay}`, (match) => readDay(-1, match.value('part'))),
  recognise('overnight', '(?<!{dash}) overnight (?!{dash}|{name})', () => readDay(-1, 'NI')),
  recognise('that-part', `(?:${EDGE} (?:that|the same)|later that) {part:partOfDay}`, (match) => readToldDay(0, match)),
  recognise('next-part', '(?:the)? (?:next|following) {part:partOfDay}', (match) => readToldDay(1, match)),
  recognise('previous-part', 'the previous {part:partOfDay}', (match) => readToldDay(-1, match)),
]

function readDay(shift: number, part?: string): Resolve {
  return (context) => withPart(placeFromPublication(context, 'day', shift), part)
}

function readToldDay(shift: number, match: Match): Resolve {
  return (context) => withPart(placeFromNarrative(context, 'day', shift), match.value('part'))
}

function withPart(reading: Reading, part: string | undefined): Reading {
  if (!part || !reading.period || !reading.anchor) return part ? { ...reading, type: 'TIME' } : reading
  return readInferred(timePeriod(reading.period.lo, part), reading.anchor, reading.reason)
}
