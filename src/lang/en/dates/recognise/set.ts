import { spellDuration } from '../../../dates/calendar-unit.ts'
import { readCount } from '../shift.ts'
import { pad } from '../../../../text/calendar.ts'
import { readSet } from '../../../dates/reading.ts'
import { recognise } from '../pattern.ts'
import type { Recogniser } from '../pattern.ts'

/** Things that come again: "every Monday", "daily", "each year". */
export const SET_RECOGNISERS: Recogniser[] = [
  recognise(
    'every-weekday',
    '(?:each|every) (?:other)? {weekday:weekday} {part:partOfDay}?',
    (match) => () => readSet(`XXXX-WXX-${match.value('weekday')}${match.has('part') ? `T${match.value('part')}` : ''}`),
  ),
  recognise('every-weekday', '{weekday:weekdays}', (match) => () => readSet(`XXXX-WXX-${match.value('weekday')}`)),
  recognise(
    'every-weekday',
    '{weekday:fullWeekday} {part:partsOfDay}',
    (match) => () => readSet(`XXXX-WXX-${match.value('weekday')}T${match.value('part')}`),
  ),
  recognise(
    'every-weekday',
    '{weekday:fullWeekday} (?=(?:and|or|{comma}) {fullWeekday} {part:partsOfDay})',
    (match) => () => readSet(`XXXX-WXX-${match.value('weekday')}T${match.value('part')}`),
  ),
  recognise(
    'every-month',
    '(?:each|every) {month:month}',
    (match) => () => readSet(`XXXX-${pad(match.number('month'), 2)}`),
  ),
  recognise(
    'every-unit',
    '(?:each|every|per) {unit:unit}',
    (match) => () => readSet(spellDuration(1, match.value('unit')!)),
  ),
  recognise(
    'every-unit',
    '(?:each|every) (?<count>{number}|{cardinal}|few) {units:units}',
    (match) => () => readSet(spellDuration(readCount(match.words('count')), match.value('units')!)),
  ),
  recognise(
    'frequency',
    '(?<!{dash}) {frequency:frequency} (?!{name})',
    (match) => () => readSet(match.value('frequency')!),
  ),
]
