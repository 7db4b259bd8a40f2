import type { Amount } from '../../../model/figure.ts'
import type { Passage } from '../../../model/passage.ts'

const NAME = String.raw`\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}`
/** "Ada Vale, 45,", "45-year-old engineer Ada Vale". */
const PATTERNS = [
  new RegExp(String.raw`(?<name>${NAME}), (?:aged )?(?<age>[1-9]\d?)(?=[,.;)]| (?:from|of)\b)`, 'dgu'),
  new RegExp(String.raw`\b(?<age>[1-9]\d?)-year-old(?: \p{L}+){0,3}? (?<name>${NAME})`, 'dgu'),
]

/** Finds the ages that a passage gives people by name, in years. A single capitalised word may be no name. */
export function readAges({ ordinal, text }: Passage): Amount[] {
  if (!/[1-9]\d?(?:[,.;)]|-year| (?:from|of))/.test(text)) return []
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups, indices }) => {
      const [start, end] = indices!.groups!.age!
      const age = Number(groups!.age)
      return {
        span: { passage: ordinal, start, end },
        low: age,
        high: age,
        unit: 'year',
        counted: groups!.name!,
        measure: 'age',
        certainty: 'stated',
        rule: 'amount/age',
      } satisfies Amount
    }),
  ).sort((a, b) => a.span.start - b.span.start)
}

/** The ages that stand for somebody: "the 36-year-old". */
export function agesWithoutNames(text: string): number[] {
  return [...text.matchAll(/\b([1-9]\d?)-year-old\b/g)].map(([, age]) => Number(age))
}
