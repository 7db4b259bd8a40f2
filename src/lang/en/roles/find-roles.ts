import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Mention, Role } from '../../../model/entity.ts'
import type { Source } from '../../../model/source.ts'
import { readVocabulary } from '../names/vocabulary.ts'
import { PERSON_NOUNS } from '../quotations/vocabulary.ts'

const persons = readVocabulary<Record<'roles', string[]>>('persons')
const { nouns }: { nouns: string[] } = parse(readFileSync(new URL('./nouns.yml', import.meta.url), 'utf8'))
/** A singular noun for a person at the end of a description; others than those listed by their ending: "geologist", "statistician". */
const NOUN = new RegExp(
  `(?:^|[\\s-])(?:${[...new Set([...nouns, ...PERSON_NOUNS, ...persons.roles])].join('|')}|\\p{L}{3,}ist|\\p{L}{4,}ician)$`,
  'u',
)

/** An article and words up to the next comma or stop; longer ones are clauses. */
const APPOSITION = /^, ((?:the|an?) ([^,.;:“”"()]{3,80}))(?=\.(?:\s|$)|, ?)/
/** What makes the words a clause, a list of people or a time. */
const NO_ROLE = /\b(?:and|or|who|whose|which|when|while|after|before|day|night|week|month|year|time|moment)\b/
/** Where the head of a description ends: "harbour master" of "harbour master of Northport". */
const BEHIND_HEAD = /\s(?:of|for|at|in|on|to|from|with|by|under|behind|about|against)\s.*$/
/** What goes on with a conjunction or another description may be a list of several people. */
const LISTED = /^, (?:and|or|but|nor|an?|the|his|her|their|its|one|two|three)\b/

/**
 * The roles that a source gives to persons it names, each in an apposition behind the name.
 *
 * @param mentions names of the source
 */
export function findRoles({ passages }: Source, mentions: readonly Mention[]): Role[] {
  const texts = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  const persons = mentions.filter(({ kind, form }) => kind === 'person' && form === 'name')
  const starts = new Set(persons.map(({ span }) => `${span.passage}:${span.start}`))
  return persons.flatMap(({ span }) => {
    const text = texts.get(span.passage)!
    const found = readApposition(text.slice(span.end))
    const start = span.end + ', '.length
    const end = start + (found?.length ?? 0)
    // "After meeting Vale, the president, Omar Rowe, left": the words belong to the name behind them.
    const isOfNext = starts.has(`${span.passage}:${end + ', '.length}`)
    if (found === undefined || isOfNext) return []
    return [{ span: { passage: span.passage, start, end }, person: span, certainty: 'stated', rule: 'role/apposition' }]
  })
}

/** The words of an apposition at the beginning of a text. */
function readApposition(after: string): string | undefined {
  const [whole, words, description] = APPOSITION.exec(after) ?? []
  if (whole === undefined || NO_ROLE.test(description!) || LISTED.test(after.slice(whole.length))) return undefined
  return NOUN.test(description!.replace(BEHIND_HEAD, '').toLowerCase()) ? words : undefined
}
