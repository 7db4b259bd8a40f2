/**
 * Digits by what they can be; a token of digits belongs to each shape that fits.
 * The counts are bounded, so every test is linear.
 */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['dayNumber', /^(?:0?[1-9]|[12]\d|3[01])$/],
  ['monthNumber', /^(?:0?[1-9]|1[0-2])$/],
  ['hour', /^(?:[01]?\d|2[0-4])$/],
  ['sixty', /^[0-5]\d$/],
  ['year', /^(?:1[0-9]\d\d|20\d\d)$/],
  ['modernYear', /^(?:1[89]\d\d|20[0-4]\d)$/],
  ['twoDigits', /^\d\d$/],
  ['decade', /^(?:1[5-9]|20)\d0$/],
  ['tens', /^[1-9]0$/],
  ['clock24', /^(?:[01]\d|2[0-3])[0-5]\d$/],
  ['dottedClock', /^(?:[01]?\d|2[0-3])\.[0-5]\d$/],
  ['dottedDate', /^\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})$/],
  ['number', /^\d/],
])

/** One number for each set of shapes that digits can have, so that every code is known before any text is read. */
export const SAMPLES: readonly string[] =
  '0 00 000 0000 1 01 10 13 20 25 30 32 40 60 61 1000 1060 2050 2060 1800 1870 1861 1801 00.00 0.0.17'.split(' ')

/** The shapes that a token of digits fits, in a fixed order. */
export function shapesOf(text: string): string[] {
  return [...SHAPES].filter(([, shape]) => shape.test(text)).map(([name]) => name)
}

/** Whether a pattern may ask for this shape. */
export function isShape(name: string): boolean {
  return SHAPES.has(name)
}
