import { pad } from '../../../../text/calendar.ts'
import { spellDuration } from '../../../dates/calendar-unit.ts'
import { readSet, readVague } from '../../../dates/reading.ts'
import type { Recogniser } from '../pattern.ts'
import { readCount, recognise } from '../pattern.ts'

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

const read =
  (timex: string): Recogniser['read'] =>
  () =>
  () =>
    readVague(timex)

/** Words that say past, present or future and no more. */
export const VAGUE_RECOGNISERS: Recogniser[] = [
  recognise('present', '(?<!then|{dash}) (?:right)? {presentWord} (?!{dash})', read('PRESENT_REF')),
  recognise('present', '(?:at present|at the moment|these days|the present (?:time|day)?)', read('PRESENT_REF')),
  recognise('present', '(?<!then|{dash}) current (?!{dash}|affairs|account)', read('PRESENT_REF')),
  // "as recently as May", "most recently last May": the date says it.
  recognise(
    'past',
    '(?<!as) (?:more|most)? {pastWord} (?!(?:in|on)? (?:{before}|{during}|{weekday}|{month}|{dayWord}|{year}))',
    read('PAST_REF'),
  ),
  recognise('past', 'then {dash}? current', read('PAST_REF')),
  recognise('past', '(?<!the|most) recent (?!{units})', read('PAST_REF')),
  recognise(
    'past',
    '(?<=in|of|from|with|to|like) the (?:recent|distant)? past (?!{unit}|{units}|{number}|{cardinal}|{fewOf}|{season})',
    read('PAST_REF'),
  ),
  recognise(
    'future',
    '(?:the (?:near|immediate|distant)?|(?<=in|near|of)) future (?!{units}|{name})',
    read('FUTURE_REF'),
  ),
  // "The trickle soon became a flood": the future as seen from the past.
  recognise(
    'future',
    '(?<!as|too|how|was|were|had) (?:very)? {futureWord} (?!after|before|afterward|afterwards|{past}|{ed})',
    read('FUTURE_REF'),
  ),
  recognise('future', '(?<=to|{future}|{modal}|might|could|should|may|can|{hoping}) one day', read('FUTURE_REF')),
  recognise('future', 'one day (?={future}|{modal}|might|could|should|can) (?!would)', read('FUTURE_REF')),
  recognise('future', 'as soon as possible|the (?:near|short|long|medium) term', read('FUTURE_REF')),
]
