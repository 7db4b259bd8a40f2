import { readData } from '../../../text/read-data.ts'
import { indexVerbForms } from '../../../lang/en/words/verb-forms.ts'

/** Bound of a hedge: `low` from below only, `high` from above only, `both` roughly; `none` stresses the number. */
export type Bound = 'low' | 'high' | 'both' | 'none'
type Hedges = Readonly<Partial<Record<Bound, readonly string[]>>>

interface Vocabulary {
  hedges: Hedges
  'hedges-after': Hedges
  vague: Readonly<Record<string, readonly [number?, number?]>>
  percent: readonly string[]
  'currency-signs': Readonly<Record<string, string>>
  'currency-words': Readonly<Record<string, string>>
  'time-units': readonly string[]
  distances: readonly string[]
  lengths: Readonly<Record<string, number>>
  speeds: Readonly<Record<string, number>>
  per: Readonly<Record<string, number>>
  dimensions: Readonly<Record<string, string>>
  directions: readonly string[]
  magnitudes: readonly string[]
  quakes: readonly string[]
  nothing: Readonly<Record<string, string>>
  months: readonly string[]
  labels: readonly string[]
  pointing: readonly string[]
  stops: readonly string[]
  elliptical: readonly string[]
  measures: Readonly<Record<string, string | null>>
  'measure-words': Readonly<Record<string, string>>
  'measure-nouns': Readonly<Record<string, string>>
  light: readonly string[]
  'headline-verbs': readonly string[]
  'measure-phrases': Readonly<Record<string, string>>
  capacities: readonly string[]
  auxiliaries: readonly string[]
  barriers: readonly string[]
  'toll-words': readonly string[]
}

const data: Vocabulary = readData('./vocabulary.yml', import.meta.url)

/** Phrases with their values, and the words they begin with, so that most tokens are passed over at once. */
export interface Phrases<T> {
  readonly values: ReadonlyMap<string, T>
  readonly firstWords: ReadonlySet<string>
}

const phrases = <T>(entries: Iterable<readonly [string, T]>): Phrases<T> => {
  const values = new Map(entries)
  return { values, firstWords: new Set([...values.keys()].map((phrase) => phrase.split(' ')[0]!)) }
}
const byPhrase = (hedges: Hedges): Phrases<Bound> =>
  phrases(
    (['low', 'high', 'both', 'none'] as const).flatMap((bound) =>
      (hedges[bound] ?? []).map((phrase) => [phrase, bound] as const),
    ),
  )

export const HEDGES = byPhrase(data.hedges)
export const HEDGES_AFTER = byPhrase(data['hedges-after'])
export const VAGUE = phrases(Object.entries(data.vague))
export const CURRENCY_SIGNS = new Map(Object.entries(data['currency-signs']))
/** Words after a number that give its unit. */
export const UNITS = phrases([
  ...data.percent.map((words) => [words, 'percent'] as const),
  ...Object.entries(data['currency-words']),
])
export const TIME_UNITS = new Set(data['time-units'])
export const DISTANCES = new Set(data.distances)
/** Metres in a unit of length. */
export const LENGTHS = phrases(Object.entries(data.lengths))
/** Metres per second of a unit of speed, and the seconds that turn a length into a speed. */
export const SPEEDS = new Map(Object.entries(data.speeds))
export const PER = new Map(Object.entries(data.per))
export const DIMENSIONS = new Map(Object.entries(data.dimensions))
export const DIRECTIONS = new Set(data.directions)
export const MAGNITUDES = new Set(data.magnitudes)
export const QUAKES = new Set(data.quakes)
/** Nouns behind "no", with the measure that they say by themselves. */
export const NOTHING = new Map(Object.entries(data.nothing))
export const MONTHS = new Set(data.months)
export const LABELS = new Set(data.labels)
export const POINTING = new Set(data.pointing)
export const STOPS = new Set(data.stops)
export const ELLIPTICAL = new Set(data.elliptical)
export const MEASURES = indexVerbForms(data.measures)
export const MEASURE_WORDS = new Map(Object.entries(data['measure-words']))
/** Words behind a light verb that say what was done: "took shelter", "swept away". */
export const MEASURE_NOUNS = new Map(Object.entries(data['measure-nouns']))
export const LIGHT_VERBS = new Set(data.light)
export const HEADLINE_VERBS = new Set(data['headline-verbs'])
/** Two words behind the counted that say the same as a verb. */
export const MEASURE_PHRASES = new Map(Object.entries(data['measure-phrases']))
export const CAPACITIES = new Set(data.capacities)
export const MEASURE_AUXILIARIES = new Set(data.auxiliaries)
/** Prepositions between a verb and a number that is not its object. */
export const BARRIERS = new Set(data.barriers)
export const TOLL_WORDS = new Set(data['toll-words'])
