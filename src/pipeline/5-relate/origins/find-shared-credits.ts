import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Findings } from '../../../model/findings.ts'
import type { OriginLink } from '../../../model/origin.ts'
import type { Source } from '../../../model/source.ts'
import type { SpanInFile } from '../../../model/span.ts'
import { splitWords } from '../../../lang/words.ts'

/** One source's credit of an agency or paper. */
interface Credit {
  readonly file: string
  readonly name: string
  readonly how: string
  readonly passages: readonly SpanInFile[]
}

/** Words that say what an outlet is, not which: "Vale Press news agency" is "Vale Press". */
const generic: string[] = parse(readFileSync(new URL('./outlet-words.yml', import.meta.url), 'utf8'))
const GENERIC = new Set(generic)

/**
 * Finds sources that credit the same agency or paper, or that are the paper which another credits.
 *
 * @param sources in the order in which they are to be read
 * @returns one link from each source to the first that has the same credit, so that a group of n has n - 1
 */
export function findSharedCredits(sources: readonly Source[], findings: readonly Findings[]): OriginLink[] {
  const found = new Map(findings.map((one) => [one.file, one]))
  const credits = sources.flatMap((source) => collectCredits(source, found.get(source.file)))
  return [...Map.groupBy(credits, ({ name }) => normalise(name))].flatMap(([name, [first, ...others]]) => {
    const seen = new Set([first!.file])
    return others.flatMap((other) => {
      if (name === '' || seen.has(other.file)) return []
      seen.add(other.file)
      return [linkCredits(first!, other)]
    })
  })
}

function linkCredits(first: Credit, other: Credit): OriginLink {
  return {
    rule: 'relate/shared-credit',
    reason: `One ${first.how} ${first.name}, the other ${other.how} ${other.name}.`,
    files: [first.file, other.file],
    passages: [...first.passages, ...other.passages],
  }
}

function collectCredits({ file, metadata }: Source, found: Findings | undefined): Credit[] {
  const published = metadata.publisher
    ? [{ file, name: metadata.publisher.value, how: 'is published by', passages: [] }]
    : []
  const credited = (metadata.credits?.value ?? []).map((name) => ({ file, name, how: 'credits', passages: [] }))
  const told = (found?.quotations ?? []).flatMap(({ toldTo, spans }) =>
    toldTo === undefined
      ? []
      : [
          {
            file,
            name: toldTo,
            how: 'quotes words told to',
            passages: spans.map((span) => ({ file, passage: span.passage, start: span.start, end: span.end })),
          },
        ],
  )
  return [...published, ...credited, ...told]
}

function normalise(name: string): string {
  return splitWords(name)
    .map(({ key }) => key)
    .filter((key) => !GENERIC.has(key))
    .join(' ')
}
