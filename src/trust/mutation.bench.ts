import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'

const configFile = fileURLToPath(new URL('./stryker.config.json', import.meta.url))

/*
 * One room after another, each with the tests that reach it: all at once, every constant of one room would be tried
 * against the tests of all. A room under the threshold makes the command fail. Words after the command choose rooms:
 * `npm run bench:mutation -- markup cite`.
 */
const { mutate }: { mutate: string[] } = JSON.parse(readFileSync(configFile, 'utf8'))
const [without, wanted] = [mutate.filter((one) => one.startsWith('!')), process.argv.slice(2)]
const rooms = mutate.filter((one) => !one.startsWith('!') && (wanted.length === 0 || wanted.some((word) => one.includes(word))))
for (const room of rooms) {
  console.log(room)
  await new Stryker({ configFile, mutate: [room, ...without] }).runMutationTest()
}
