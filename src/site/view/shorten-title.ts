/** At most so many UTF-16 code units of a text, cut at a space and marked with an ellipsis. */
export function shortenTitle(text: string, most = 80): string {
  if (text.length <= most) return text
  const cut = text.lastIndexOf(' ', most - 1)
  return `${text.slice(0, cut > most / 2 ? cut : most - 1)}…`
}
