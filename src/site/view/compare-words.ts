/** A run of words of the second text, one space between them, and whether the first has other words in its place. */
export interface ComparedRun {
  readonly words: string
  readonly isDifferent: boolean
}

const fold = (word: string) => word.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Lengths of the longest common subsequences of every two tails of the word lists. */
function measureTails(first: readonly string[], second: readonly string[]): number[][] {
  const tails = Array.from({ length: first.length + 1 }, () => new Array<number>(second.length + 1).fill(0))
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      tails[i]![j] = first[i] === second[j] ? tails[i + 1]![j + 1]! + 1 : Math.max(tails[i + 1]![j]!, tails[i]![j + 1]!)
    }
  }
  return tails
}

/** For each word of the second text, whether it belongs to the longest subsequence it shares with the first. */
function findShared(first: readonly string[], second: readonly string[]): boolean[] {
  const tails = measureTails(first, second)
  const shared = second.map(() => false)
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) [shared[j], i, j] = [true, i + 1, j + 1]
    else if (tails[i + 1]![j]! >= tails[i]![j + 1]!) i++
    else j++
  }
  return shared
}

/**
 * The second text in runs, one space between two of them, those marked whose words the first does not have there.
 * Case and punctuation do not count.
 */
export function compareWords(first: string, second: string): ComparedRun[] {
  const words = second.split(/\s+/)
  const shared = findShared(first.split(/\s+/).map(fold), words.map(fold))
  const runs: { words: string; isDifferent: boolean }[] = []
  words.forEach((word, index) => {
    const isDifferent = !shared[index] && fold(word) !== ''
    const last = runs.at(-1)
    if (last?.isDifferent === isDifferent) last.words += ` ${word}`
    else runs.push({ words: word, isDifferent })
  })
  return runs
}
