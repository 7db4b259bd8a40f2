/**
 * Finds by binary search where a sorted list is parted.
 *
 * @param length of the list
 * @param isBefore holds for an index only if it holds for every smaller one
 * @returns the first index for which it does not hold; the length when it holds for all
 */
export function partitionPoint(length: number, isBefore: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
