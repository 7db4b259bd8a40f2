/** Gives each text a number, from 0: lists of numbers take less memory than sets of texts and are compared faster. */
export function startNumbering(): (text: string) => number {
  const numbers = new Map<string, number>()
  return (text) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
}
