import { EDITS } from './edits.ts'
import { linesOfVersion } from './measure-survival.ts'
import type { SeededRandom } from './random.ts'

/** A text before and after its `victim`-th passage was removed while a similar one stays. */
interface Trap {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly victim: number
}

/** How a look-alike is set beside a passage that is then taken out. */
export type SetTrap = (texts: readonly string[], victim: number, random: SeededRandom) => Trap

/** The traps, by name. */
export const TRAPS: Readonly<Record<string, SetTrap>> = {
  'twin stands elsewhere, original deleted': (texts, victim, random) => withTwin(texts, victim, random, (twin) => twin),
  'the same, and the twin is edited': (texts, victim, random) =>
    withTwin(texts, victim, random, (twin) => mistype(mistype(twin, random), random)),
  'twin comes in elsewhere as the original goes': (texts, victim, random) => {
    const rest = texts.toSpliced(victim, 1)
    const place = (victim + 2 + random.upTo(Math.max(1, rest.length - 3))) % (rest.length + 1)
    return { before: texts, after: rest.toSpliced(place, 0, otherCase(texts[victim]!, random)), victim }
  },
  'another passage of the article in its place': (texts, victim, random) => {
    const other = (victim + 1 + random.upTo(texts.length - 1)) % texts.length
    const before = texts.toSpliced(other, 1)
    const at = other < victim ? victim - 1 : victim
    return { before, after: before.with(at, texts[other]!), victim: at }
  },
}

/** Counts over all texts and passages that hold a number. */
export function measureTraps(
  texts: readonly (readonly string[])[],
  set: SetTrap,
  random: SeededRandom,
): { cases: number; wrong: number; marked: number } {
  const sum = { cases: 0, wrong: 0, marked: 0 }
  for (const [index, passages] of texts.entries()) {
    if (passages.length < 6) continue
    for (const [victim, passage] of passages.entries()) {
      if (!/\d/.test(passage) || !random.chance(0.5)) continue
      countTrap(sum, String(index), set(passages, victim, random))
    }
  }
  return sum
}

function countTrap(
  sum: { cases: number; wrong: number; marked: number },
  id: string,
  { before, after, victim }: Trap,
): void {
  const taken = new Set<string>()
  const first = linesOfVersion(id, before, [], 1, taken)
  const line = linesOfVersion(id, after, first, 2, taken).find((one) => one.id === first[victim]!.id)!
  sum.cases += 1
  if (line.state !== 'tombstone' && line.changed) sum.marked += 1
  else if (line.state !== 'tombstone') sum.wrong += 1
}

/** Puts a twin with two other words right after the passage or anywhere, then takes the passage out. */
function withTwin(
  texts: readonly string[],
  victim: number,
  random: SeededRandom,
  edit: (twin: string) => string,
): Trap {
  const twin = otherWords(texts[victim]!, random)
  const place = random.chance(0.5) ? victim + 1 : victim + 1 + random.upTo(texts.length - victim)
  const before = texts.toSpliced(place, 0, twin)
  return { before, after: before.toSpliced(place, 1, edit(twin)).toSpliced(victim, 1), victim }
}

function mistype(text: string, random: SeededRandom): string {
  return EDITS['1-3 typos in every passage']!([{ text, from: [] }], random)[0]!.text
}

/** Another number for the first one, and another word for one more. */
function otherWords(text: string, random: SeededRandom): string {
  return otherCase(text, random).replace(/\p{Ll}{4,}/u, () => random.pick(['marble', 'harbour', 'winter', 'signal']))
}

function otherCase(text: string, random: SeededRandom): string {
  return text.replace(/\d+/, (number) => String(Number(number.slice(0, 9)) + 1 + random.upTo(40)))
}
