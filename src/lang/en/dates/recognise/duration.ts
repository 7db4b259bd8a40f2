import { spellDuration } from '../../../dates/calendar-unit.ts'
import type { Resolve } from '../../../dates/reading.ts'
import { readDuration, readSet } from '../../../dates/reading.ts'
import { codeOfWord } from '../code.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { readCount, recognise } from '../pattern.ts'

const UNIT = '(?:{units:units}|{unit:unit})'
const NOT_AGED = '(?<!aged|age)'
const NO_AGE = '(?!{dash}? (?:old|olds)|of age)'
const MORE =
  '(?:more|additional|further|full|consecutive|straight|successive|trading|working|business|whole|long|solid|fiscal)?'
const WHICH =
  '(?:the|these|those|its|his|her|their|at least the)? (?:past|last|next|previous|preceding|following|first|final|latest|opening|remaining)'

/** Lengths of time: "two years", "a 10-day", "the past few weeks", "months". Ages are left out. */
export const DURATION_RECOGNISERS: Recogniser[] = [
  recognise(
    'duration',
    `${NOT_AGED} <approx>? (?<count><count>) {dash}? ${MORE} {units:units} ${NO_AGE} (?:or so)?`,
    read,
  ),
  recognise(
    'duration',
    `${NOT_AGED} <approx>? (?<count>{number}|{fewOf}|{cardinal}(?:{dash}?{cardinal}){0,3}) {dash} {unit:unit} ${NO_AGE} (?:{dash} long)?`,
    read,
  ),
  recognise(
    'duration',
    `${NOT_AGED} <approx>? (?<count>(?:{number}|{cardinal}(?:{dash}?{cardinal}){0,3}|half (?:a|an))) {unit:unit} ${NO_AGE}`,
    read,
  ),
  recognise(
    'duration',
    `(?:<approx>|(?<=for|in|within|after|take|takes|took|just|than|until|barely|over)) (?<count>a|an|another) ${MORE} {unit:unit} ${NO_AGE} (?:or (?:so|two|more))?`,
    readSingle,
  ),
  recognise('duration-and-half', `<approx>? (?<count><count>) ${UNIT} and a half`, readAndHalf),
  recognise('duration-and-half', `<approx>? (?<count>{number}|{cardinal}) and a half ${UNIT}`, readAndHalf),
  recognise(
    'duration-range',
    '<approx>? (?<count>{number}|{cardinal}) (?:to|or|{dash}) (?:{number}|{cardinal}) {units:units}',
    read,
  ),
  recognise('period', `${WHICH} (?<count><count>) ${MORE} {units:units} (?:or so)?`, read),
  recognise(
    'period',
    `(?:the|these|those) (?<count>(?:{number}|{cardinal}(?:{dash}?{cardinal}){0,3})) ${MORE} {units:units}`,
    read,
  ),
  recognise('period', `${WHICH} {units:units}`, readUncounted),
  recognise('period', 'the (?:fiscal)? {unit:calendarUnit} (?=ended|ending|that ended)', read),
  recognise('period', '(?:an?|the) (?:entire|full|whole) {unit:unit}', read),
  recognise(
    'rate',
    '(?<=times|once|twice|{counted}|{number}|{money}{number}|cents|{name}) (?:a|an|per|each) {unit:unit} (?!{dash}|{possessive})',
    readRate,
  ),
  // "hundreds of interviews a day", but not "the officers a week later"
  recognise(
    'rate',
    '(?<={plural}(?<!{units}|{pluralNoun})) a {unit:unit} (?={stop}|{comma}|{quote}|on|at|from|this|last|in)',
    readRate,
  ),
  recognise('period', `(?:the)? year {dash} (?:ago|earlier) (?<count><count>) {units:units}`, read),
  recognise('duration', '(?<!{dash}) {unit:unit} {dash}? long (?!as|enough)', read),
  recognise(
    'units',
    `(?<!{ordinal}|{dash}|{number}|{cardinal}|matter of) {units:longUnits} (?:{dash}? long)? ${NO_AGE}`,
    readUncounted,
  ),
  recognise('recent-units', '(?:the)? (?:recent|past|bygone) {units:units}', readUncounted),
  recognise('coming-units', '(?:the)? (?:coming|future) {units:units}', readUncounted),
  recognise('units-ahead', 'the {units:units} ahead', readUncounted),
]

function unitOf(match: Match): string {
  return match.value(match.has('units') ? 'units' : 'unit')!
}

function read(match: Match): Resolve | undefined {
  if (isFraction(match) || isYear(match) || isAlways(match)) return undefined
  const timex = spellDuration(match.has('count') ? readCount(match.words('count')) : 1, unitOf(match))
  return () => readDuration(timex)
}

/** "three-quarters", "a quarter of" are parts, not times. */
function isFraction(match: Match): boolean {
  if (unitOf(match) !== 'quarter') return false
  const { codes, tokens } = match.coded
  return (
    (tokens[match.to]?.text === 'of' && readCount(match.words('count')) !== undefined) ||
    codes[match.to - 2] === codeOfWord('-') ||
    !match.has('units')
  )
}

/** "24 hours a day, seven days a week" */
function isAlways({ coded: { tokens }, from, to }: Match): boolean {
  const text = tokens.slice(from, to + 2).map(({ text }) => text)
  return /^(?:(?:24|twenty - four) hours (?:a|per) day|(?:seven|7) days (?:a|per) week)$/i.test(text.join(' '))
}

/** "the 1988 quarter", "the 2022 fiscal years" count nothing. */
function isYear(match: Match): boolean {
  return /^(?:19\d\d|20[1-9]\d)$/.test(match.words('count'))
}

function readSingle(match: Match): Resolve | undefined {
  if (isFraction(match)) return undefined
  return () => readDuration(spellDuration(1, unitOf(match)))
}

function readAndHalf(match: Match): Resolve {
  const count = readCount(match.words('count'))
  return () => readDuration(spellDuration(count === undefined ? undefined : count + 0.5, unitOf(match)))
}

function readUncounted(match: Match): Resolve {
  return () => readDuration(spellDuration(undefined, unitOf(match)))
}

function readRate(match: Match): Resolve {
  return () => readSet(spellDuration(1, unitOf(match)))
}
