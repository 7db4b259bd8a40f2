/** Marks of one paragraph above this, or so many before its first word, are no text that a person marked up. */
const MAX_MARKS = 2000
const MAX_NESTING = 200

/**
 * True when a text has so many marks that a parser of Markdown would take minutes or give up: nested quotations and
 * lists by the hundred, brackets or asterisks by the thousand. Such a file is read as plain text. Takes time in
 * proportion to the length.
 */
export function isDeepMarkdown(text: string): boolean {
  let marks = 0
  for (const line of text.split('\n')) {
    if ((/^[\s>*+-]+/.exec(line)?.[0].length ?? 0) > MAX_NESTING) return true
    if (line.trim() === '') marks = 0
    marks += line.match(/[[\]*_`<!~\\&]/g)?.length ?? 0
    if (marks > MAX_MARKS) return true
  }
  return false
}
