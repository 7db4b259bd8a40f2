/**
 * Learns from running text how its words are written, and gives the function that corrects a headline in title
 * case: a word that the text writes in small letters, and never with a capital inside a sentence, loses its capital.
 *
 * @param text sentences of one source, each a list of tokens; those in title case teach nothing
 */
export function makeCaseRestorer(text: readonly (readonly string[])[]): (headline: readonly string[]) => string[] {
  let usage: Usage | undefined
  return (headline) => {
    const { small, capital } = (usage ??= observeUsage(text))
    return headline.map((token) => {
      const lower = token.toLowerCase()
      return small.has(lower) && !capital.has(lower) ? lower : token
    })
  }
}

/** Words in lower case, by how running text writes them; a capital at the start of a sentence says nothing. */
interface Usage {
  readonly small: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
}

function observeUsage(text: readonly (readonly string[])[]): Usage {
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const tokens of text) {
    if (isMostlyCapitalised(tokens)) continue
    tokens.forEach((token, at) => {
      if (/^\p{Ll}/u.test(token)) small.add(token)
      else if (at > 0) capital.add(token.toLowerCase())
    })
  }
  return { small, capital }
}

/** True when most of the words bear a capital. */
export function isMostlyCapitalised(tokens: readonly string[]): boolean {
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token)).length
  return capitals > 2 && capitals > 2 * tokens.filter((token) => /^\p{Ll}/u.test(token)).length
}
