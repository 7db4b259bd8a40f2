import { askEngine, type Engine, type Hit } from './engine.ts'
import { type Answers, findInPage, type FoundPage, type QueryReading } from './find-in-page.ts'
import { type NamedTerm, type Names, readNames } from './names.ts'
import type { Term } from './query.ts'
import { splitPage } from './split-page.ts'

/** Less than two words of five is no answer to a question. */
const LEAST_SHARE = 0.4

/**
 * Finds the passages that hold all terms of a query, and those that name whom it names in other words; where no page
 * holds all, those that hold most of them. Every page that the engine proposes is read, so that counts and phrases are
 * those of the text and not of the index. Without terms, every page is listed.
 */
export async function findPages(engine: Engine, terms: readonly Term[], names: Names): Promise<FoundPage[]> {
  if (terms.length === 0) return listPages(engine)
  const named = readNames(terms, names)
  const readings: QueryReading[] = named ? [terms, named] : [terms]
  const answers = new Map<NamedTerm, ReadonlyMap<string, Hit>>()
  for (const term of readings.flat()) if (!answers.has(term)) answers.set(term, await askForTerm(engine, term))
  const all = new Map(readings.flatMap((reading) => intersect(reading.map((term) => answers.get(term)!))))
  const whole = (await readPages(all, readings, answers, names)).filter(({ holds }) => holds !== 'partly')
  if (whole.length > 0 || terms.length === 1) return whole
  const any = new Map([...answers.values()].flatMap((hits) => [...hits]))
  const partly = await readPages(any, readings, answers, names)
  const most = Math.max(LEAST_SHARE, ...partly.map(({ share }) => share))
  return partly.filter(({ share }) => share === most)
}

async function listPages(engine: Engine): Promise<FoundPage[]> {
  const hits = await askEngine(engine, null)
  return Promise.all(
    [...hits.values()].map(
      async ({ data }) =>
        ({ page: await data(), score: 0, isNamed: false, holds: 'together', share: 1, passages: [] }) as const,
    ),
  )
}

async function readPages(
  hits: ReadonlyMap<string, Hit>,
  readings: readonly QueryReading[],
  answers: Answers,
  { byToken }: Names,
): Promise<FoundPage[]> {
  const pages = await Promise.all(
    [...hits].map(async ([id, { data }]) => {
      const page = await data()
      return findInPage(id, page, splitPage(page, byToken), readings, answers)
    }),
  )
  return pages.filter((page) => page !== undefined)
}

async function askForTerm(engine: Engine, term: NamedTerm): Promise<Map<string, Hit>> {
  if (!('names' in term)) return askEngine(engine, term.isPhrase ? term.words.join(' ') : term.text)
  const all = await Promise.all(term.names.map(({ token }) => askEngine(engine, token)))
  return new Map(all.flatMap((hits) => [...hits]))
}

function intersect(answers: readonly ReadonlyMap<string, Hit>[]): [string, Hit][] {
  const [first, ...others] = answers
  return first ? [...first].filter(([id]) => others.every((hits) => hits.has(id))) : []
}
