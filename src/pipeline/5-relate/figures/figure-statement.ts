import type { FigureScope } from '../../../lang/comparison.ts'
import { countsPeople } from '../../../lang/kinds.ts'
import type { FigureRow } from '../../../model/figure.ts'

/** A row of the ledger with the features of its sentence. */
export interface FigureReading {
  readonly row: FigureRow
  readonly quantity: string
  /** Head noun of the thing counted, as a stem; "people" if the quantity implies them. */
  readonly head: string
  /** The same as it is written; absent where nothing is named. */
  readonly noun: string | undefined
  /** People are counted, whatever they are called. */
  readonly isOfPeople: boolean
  /** Stems of the thing counted and of the measure. */
  readonly own: ReadonlySet<string>
  /** The minimum of a vague number, if its source also gives another number of the same thing; 0 otherwise. */
  readonly least: number
  /** Its place without the generic noun: "Qeshm Island" is "Qeshm". */
  readonly settlement: string | undefined
  readonly qualifiers: ReadonlySet<string>
  readonly scope: FigureScope
  /** The story of its source. */
  readonly story: number
  /** Place of its sentence in its source; the headline is the first. */
  readonly position: number
  /** Stems of the uncommon words around it. */
  readonly stems: ReadonlySet<string>
  /** Kinds of acts of the sentence, in addition to that of the quantity. */
  readonly acts: ReadonlySet<string>
  /** Places that the sentence names. */
  readonly entities: ReadonlySet<string>
  /** Those of them that a noun behind them makes an area: "Vale province". */
  readonly areas: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  /** Persons and organisations that the sentence names. */
  readonly bodies: ReadonlySet<string>
  /** Stems of every word of the opening of its source. */
  readonly around: ReadonlySet<string>
  /** A name says whose people are counted: "Norlandish soldiers". */
  readonly isNamed: boolean
  /** It says in how many places something is: "in five villages". */
  readonly isWhere: boolean
  /** Every entity of its source. */
  readonly known: ReadonlySet<string>
  /** Places of its source that no list of countries, regions and capitals knows, by name. */
  readonly sites: ReadonlySet<string>
}

/** A row of a figures table, with the fields that decide its table. */
export interface FigureStatement extends FigureReading {
  /** Its source gives no other number for this: all its statements of the quantity can be one. */
  readonly isOnly: boolean
  /** Its source gives no other number of the thing counted, with any measure. */
  readonly isOnlyOfThing: boolean
  /** The first statement of this quantity in its source, in the headline or the first sentences. */
  readonly isLeading: boolean
  /** ISO weekday that its source dates a figure to first. */
  readonly leadDay: number | undefined
  /** Other numbers of its sentence, with the things they count: equal ones in two sources show one subject. */
  readonly anchors: ReadonlySet<string>
}

const PERSONAL = new Set(['age', 'fall', 'sentence'])

/** A figure about one person, at any time and place. */
export function isPersonal(quantity: string): boolean {
  return PERSONAL.has(quantity)
}

/** ISO 4217 currency as its unit. */
export function isMoney({ unit }: FigureRow): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

/** Equal for what one source says of one quantity in one scope. */
export function keyInSource({ row, quantity, head, qualifiers, scope, persons, isNamed }: FigureReading): string {
  if (isPersonal(quantity)) return `${quantity} ${[...persons].sort().join(' ')} ${row.at.file}`
  const kind = [...qualifiers].sort().join(' ')
  const people = isNamed ? `people ${kind}` : 'people'
  const what = quantity === 'seizure' ? `${head} ${kind}` : countsPeople(quantity) ? people : head
  return `${quantity} ${row.unit} ${what} ${scope.time ?? ''} ${[...scope.cues].sort().join(' ')} ${row.at.file}`
}

/** Equal for all statements of one source about one thing. */
export function thingInSource({ row, head }: FigureReading): string {
  return `${row.unit} ${head} ${row.at.file}`
}

/** Equal for the figures of one sentence. */
export function keyOfSentence({ row: { sentence } }: FigureReading): string {
  return `${sentence.file} ${sentence.passage} ${sentence.start}`
}
