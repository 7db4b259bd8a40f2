/** Where a thing is looked for: every time with every pair of a subject and a name. */
export interface BlockKeys {
  readonly times: readonly string[]
  readonly pairs: readonly string[]
}

/** Things by pair and then by time: most pairs stand nowhere else, and are looked up once for all times. */
export type BlockIndex<T> = Map<string, Map<string, T[]>>

/** Puts a thing under all its keys. */
export function putInBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys, thing: T): void {
  for (const pair of pairs) {
    let byTime = index.get(pair)
    if (!byTime) index.set(pair, (byTime = new Map()))
    for (const time of times) {
      const things = byTime.get(time)
      if (things) things.push(thing)
      else byTime.set(time, [thing])
    }
  }
}

/** The things under each key that holds any, time by time, in the order in which they were put there. */
export function seekBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys): T[][] {
  const found = pairs.map((pair) => index.get(pair)).filter((byTime) => byTime !== undefined)
  return times.flatMap((time) => found.map((byTime) => byTime.get(time)).filter((things) => things !== undefined))
}
