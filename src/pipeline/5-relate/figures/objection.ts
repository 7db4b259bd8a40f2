/** How much an objection weighs, by its code. */
const FORCE = {
  /** What cannot be one thing: another time, another story, two numbers of one source. */
  'one-sentence': 'firm',
  'one-source': 'firm',
  person: 'firm',
  counted: 'firm',
  deed: 'firm',
  whole: 'firm',
  origin: 'firm',
  time: 'firm',
  scope: 'firm',
  story: 'firm',
  weekday: 'firm',
  /** Two ways of telling: others that give the same numbers may show that it is one thing. */
  'two-voices': 'answerable',
  'other-words': 'answerable',
  'other-kind': 'answerable',
  part: 'answerable',
  'lead-day': 'answerable',
  /** Two of several statements may be so and yet be about one quantity. */
  place: 'weak',
  'place-named-once': 'weak',
  act: 'weak',
  /** Nothing speaks against it, and nothing for it. */
  unrelated: 'none',
} as const

/** Why two figures are not compared: `time` is that they are of two times, `whole` that they are shares of two wholes. */
export type ObjectionCode = keyof typeof FORCE

/** Why two figures are not compared, in words that end a sentence. */
export interface Objection {
  readonly code: ObjectionCode
  readonly reason: string
}

export const UNRELATED: Objection = {
  code: 'unrelated',
  reason: 'neither a place nor a time shows that they are about the same',
}

/** How much the objection weighs against one quantity. */
export function forceOf({ code }: Objection): (typeof FORCE)[ObjectionCode] {
  return FORCE[code]
}
