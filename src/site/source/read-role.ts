import { stripTags } from './strip-tags.ts'

/** Stands for the name while its sentence is read. */
const NAME = '\u0001'
/**
 * Words set off behind a name: "Vale, the harbour master, said". What goes on with "and" or "or" may be a list of
 * several people, so it gives no role.
 */
const SET_OFF = new RegExp(`${NAME}, (the|an?) ([^,.;:“”"()${NAME}]{3,80})(?=\\.|,(?! (?:and|or|but|nor)\\b))`)
/** What makes the words a clause, a list or a time. */
const NO_ROLE = /\b(?:and|or|who|whose|which|when|while|after|before|day|night|week|month|year|time|moment)\b/

/**
 * What the text itself says a person is, where it sets this off behind the name; its own words, nothing inferred.
 *
 * @param html a passage as it is shown, with the person's mentions as links
 * @param id of the person
 */
export function readRole(html: string, id: string): string | undefined {
  const text = stripTags(html.replaceAll(new RegExp(`<a [^>]*data-id="${id}"[^>]*>[^<]*</a>`, 'g'), NAME))
  const [, article, words = ''] = SET_OFF.exec(text) ?? []
  return article && !NO_ROLE.test(words) ? `${article} ${words}` : undefined
}
