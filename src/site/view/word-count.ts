const IRREGULAR: Record<string, string> = { person: 'people', quantity: 'quantities' }

/** A count with its noun: "1 source", "12 sources", "6 people". */
export function wordCount(count: number, noun: string): string {
  return `${groupDigits(count)} ${count === 1 ? noun : (IRREGULAR[noun] ?? `${noun}s`)}`
}

/** A whole number with a comma at every third digit. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "a, b and c". */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
