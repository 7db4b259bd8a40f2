/** Which form of a verb a word is. `past` also stands for the participle. */
export type VerbForm = 'base' | 'present' | 'past' | 'ing'

/** A verb's lemma and the form in which it stands. */
export interface Verb {
  readonly lemma: string
  readonly form: VerbForm
}

const VOWEL = 'aeiou'

/**
 * Index from each form of the given verbs to its lemma.
 *
 * @param verbs lemma to its irregular pasts, separated by spaces (`show: showed shown`), or null for a regular one;
 *   a past that doubles the last letter (`admit: admitted`) doubles it in the -ing form too
 * @returns forms in lower case; a form that two lemmas share belongs to the first
 */
export function indexVerbForms(verbs: Readonly<Record<string, string | null>>): ReadonlyMap<string, Verb> {
  const index = new Map<string, Verb>()
  const add = (word: string, lemma: string, form: VerbForm) => {
    if (!index.has(word)) index.set(word, { lemma, form })
  }
  for (const [lemma, irregular] of Object.entries(verbs)) {
    const pasts = irregular?.split(' ') ?? [regularPast(lemma)]
    for (const past of pasts) add(past, lemma, 'past')
    add(lemma, lemma, 'base')
    add(thirdPerson(lemma), lemma, 'present')
    add(participle(lemma, pasts[0]!), lemma, 'ing')
  }
  return index
}

const endsInConsonantY = (lemma: string) => /[^aeiou]y$/.test(lemma)

function thirdPerson(lemma: string): string {
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`
  return `${withLastDoubled(lemma)}ed`
}

function participle(lemma: string, past: string): string {
  if (past === `${lemma}${lemma.at(-1)}ed`) return `${lemma}${lemma.at(-1)}ing`
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`
  return `${withLastDoubled(lemma)}ing`
}

/** One vowel between single consonants at the end of a word of one syllable doubles the last letter: "slam", "slammed". */
function withLastDoubled(lemma: string): string {
  const [before, vowel, last] = [lemma.at(-3), lemma.at(-2)!, lemma.at(-1)!]
  const isShort = [...lemma].filter((letter) => VOWEL.includes(letter)).length === 1
  const doubles = isShort && VOWEL.includes(vowel) && !`${VOWEL}wxy`.includes(last) && before !== undefined
  return doubles ? `${lemma}${last}` : lemma
}
