import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadTool } from '../packages/load-tool.ts'

/** The parts of `@stryker-mutator/core` that are used here. */
interface StrykerModule {
  readonly Stryker: new (
    options: object,
  ) => {
    runMutationTest(): Promise<{ readonly status: string }[]>
  }
}

const { Stryker } = await loadTool<StrykerModule>('@stryker-mutator/core')

const configFile = fileURLToPath(new URL('./stryker.config.json', import.meta.url))
const { mutate }: { mutate: string[] } = JSON.parse(readFileSync(configFile, 'utf8'))
const [without, wanted] = [mutate.filter((one) => one.startsWith('!')), process.argv.slice(2)]
const folders = mutate.filter(
  (one) => !one.startsWith('!') && (wanted.length === 0 || wanted.some((word) => one.includes(word))),
)

/** Mutants of a folder by their outcome, with the share that its tests noticed. */
async function mutateFolder(modules: string) {
  const [folder = modules, start] = [/^[\w/-]+(?=\/)/.exec(modules)?.[0], performance.now()]
  process.env['MUTATED_ROOM'] = folder
  const results = await new Stryker({ configFile, mutate: [modules, ...without] }).runMutationTest()
  const count = (...states: string[]) => results.filter(({ status }) => states.includes(status)).length
  const [noticed, unnoticed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')]
  const score = ((100 * noticed) / (noticed + unnoticed)).toFixed(1)
  return {
    folder,
    mutants: noticed + unnoticed,
    killed: count('Killed'),
    timeout: count('Timeout'),
    unnoticed,
    score,
    minutes: Math.ceil((performance.now() - start) / 60_000),
  }
}

/*
 * One folder after another, each with its own tests: all at once, every constant of one folder would be tried against the
 * tests of all. A folder under the threshold makes the command fail. Words after the command choose folders:
 * `npm run bench:mutation -- markup cite`.
 */
const rows = []
for (const folder of folders) rows.push(await mutateFolder(folder))
console.table(rows)
