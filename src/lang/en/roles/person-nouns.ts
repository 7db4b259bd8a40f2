import { readData } from '../../../text/read-data.ts'
import { readVocabulary } from '../names/lists/vocabulary.ts'
import { PERSON_NOUNS } from '../quotations/vocabulary.ts'

const persons = readVocabulary<Record<'roles', string[]>>('persons')
const { nouns }: { nouns: string[] } = readData('./nouns.yml', import.meta.url)
const fields: Readonly<Record<string, string[]>> = readData('./occupations.yml', import.meta.url)
/** A singular noun for a person at the end of a description; others than those listed by their ending: "geologist", "statistician". */
const NOUN = new RegExp(
  `(?:^|[\\s-])(?:${[...new Set([...nouns, ...PERSON_NOUNS, ...persons.roles, ...Object.values(fields).flat()])].join('|')}|\\p{L}{3,}ist|\\p{L}{4,}ician)$`,
  'u',
)

/** Whether a description in small letters ends in a noun for one person: "the harbour master". */
export function isPersonNoun(description: string): boolean {
  return NOUN.test(description)
}

/** The same, also of a compound: "the assemblywoman". */
export function endsInPersonNoun(description: string): boolean {
  return PERSON_NOUNS.some((noun) => description.endsWith(noun)) || isPersonNoun(description)
}
