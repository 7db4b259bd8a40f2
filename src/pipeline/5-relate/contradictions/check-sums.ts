import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Amount } from '../../../model/figure.ts'
import type { Findings } from '../../../model/dossier.ts'
import { keyPhrase } from '../../../lang/words.ts'
import type { Sentence, Sentences } from '../arrange-sentences.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Finding } from './raise-contradiction.ts'

const links: { some: string[]; all: string[] } = parse(
  readFileSync(new URL('../../../lang/en/comparison/sums.yml', import.meta.url), 'utf8'),
)

/** Finds a part that is greater than its whole, and parts that make up a whole but do not sum to it. */
export function checkSums(sentences: Sentences, findings: readonly Findings[]): Finding[] {
  return findings.flatMap(({ file, amounts }) =>
    [...Map.groupBy(amounts, ({ span }) => span.passage)].flatMap(([passage, held]) =>
      (sentences.get(passageKey(file, passage)) ?? []).flatMap((sentence) => {
        const own = held.filter(
          ({ span, unit }) => unit === 'count' && span.start >= sentence.start && span.end <= sentence.end,
        )
        return own.length > 1 ? checkSentence(sentence, own) : []
      }),
    ),
  )
}

function checkSentence(sentence: Sentence, amounts: readonly Amount[]): Finding[] {
  const [whole, ...parts] = [...amounts].sort((a, b) => a.span.start - b.span.start) as [Amount, ...Amount[]]
  const between = sentence.text.slice(whole.span.end - sentence.start, parts[0]!.span.start - sentence.start)
  const keys = ` ${keyPhrase(between)} `
  const has = (phrases: readonly string[]) => phrases.some((phrase) => keys.includes(` ${keyPhrase(phrase)} `))
  const isPart = has([...links.some, ...links.all]) && !isPartItself(between)
  const greater = isPart ? parts.find(({ low }) => (low ?? 0) > (whole.high ?? Infinity)) : undefined
  if (greater)
    return [
      report(sentence, `A part (${words(sentence, greater)}) is greater than the whole (${words(sentence, whole)}).`),
    ]
  if (!has(links.all) && !/:\s*$/.test(between.trimEnd().slice(-2))) return []
  const sum = parts.reduce((total, { low }) => total + (low ?? Number.NaN), 0)
  const isExact = [whole, ...parts].every(({ low, high }) => low !== undefined && low === high)
  if (parts.length < 2 || !isExact || sum === whole.low) return []
  return [report(sentence, `The parts sum to ${sum}, the whole is ${words(sentence, whole)}.`)]
}

/** "Two of them fled, but three were taken": words right behind a number, with no comma, make that number the part. */
function isPartItself(between: string): boolean {
  const pairs = links.some.filter((phrase) => phrase.includes(' '))
  return pairs.some((phrase) => keyPhrase(between).startsWith(`${keyPhrase(phrase)} `) && /^\s*\p{L}/u.test(between))
}

function words({ text, start }: Sentence, { span }: Amount): string {
  return text.slice(span.start - start, span.end - start)
}

function report({ file, passage, start, end }: Sentence, reason: string): Finding {
  return {
    rule: 'contradiction/parts-do-not-sum',
    severity: 'warning',
    reason,
    passages: [{ file, passage, start, end }],
    entities: [],
    about: reason,
  }
}
