import { KEYS, LENGTH } from './entries.fixture.ts'
import { openCache } from './result-cache.ts'

/*
 * Writes the entries into a cache again and again until the process is ended, each time with other bytes:
 * `node write-entries.fixture.ts FOLDER`. Prints a line when every entry is there.
 */

const cache = openCache(process.argv[2]!)
for (let round = 0; ; round += 1) {
  for (const key of KEYS) cache.write(key, Array<string>(LENGTH).fill(`${process.pid} ${round}`))
  if (round === 0) process.stdout.write('written\n')
}
