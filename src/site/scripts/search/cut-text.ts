/** A text as long as it may be said back to the reader: at most so many characters, with a sign that some are left out. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
