import { sampleDossier, sampleEntity, sampleSource } from '../../samples/sample-dossier.ts'
import { assignAddresses } from '../../../pipeline/6-address/assign-addresses.ts'
import { writeRecord } from '../../samples/record-text.ts'
import type { SeededRandom } from './random.ts'

/** How many different records five orders of arrival and three root folders give; one is right. */
export function countRecords(
  texts: readonly (readonly string[])[],
  random: SeededRandom,
): { builds: number; records: number } {
  const names = texts.map((passages, at) => `${passages[0]!.slice(0, 20)} ${at}`)
  const builds = ['seeds/articles', 'elsewhere', 'c/d'].flatMap((root) =>
    Array.from({ length: 5 }, () => {
      const order = random.shuffle([...texts.keys()])
      const sources = order.map((at, place) =>
        sampleSource(`${root}/${place}.txt`, { texts: texts[at]!, headline: names[at]! }),
      )
      return writeRecord(
        assignAddresses(
          sampleDossier(
            sources,
            order.map((at) => sampleEntity('place', names[at]!)),
          ),
          [],
          [],
        ).value.record,
      )
    }),
  )
  return { builds: builds.length, records: new Set(builds).size }
}
