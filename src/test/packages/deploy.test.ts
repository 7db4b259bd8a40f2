import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readShard } from '../../commands/shard.ts'
import { readText } from './package-files.ts'

/* The files of `deploy/` name as many parts as they start tasks, and call commands that there are. */

const read = (name: string) => readText(`deploy/${name}`)
const MATRIX_PART = /\$\{\{ matrix\.part \}\}/

test('an indexed job passes the number of tasks to each', () => {
  const { spec } = parse(read('kubernetes.yml'))
  const [{ env, command }] = spec.template.spec.containers
  expect(env).toEqual([{ name: 'JOB_COMPLETIONS', value: String(spec.completions) }])
  expect(command.slice(0, 3)).toEqual(['npx', 'dossier', 'analyse'])
})

test('a matrix has every part once', () => {
  const { analyse, build } = parse(read('github-actions.yml')).jobs
  const parts: number[] = analyse.strategy.matrix.part
  const line = analyse.steps.find(({ run }: { run?: string }) => run?.includes('analyse')).run
  const shards = parts.map((part) => readShard(line.replace(MATRIX_PART, String(part)).split(' ').at(-1), {}))
  expect(shards).toEqual(parts.map((_, index) => ({ part: index + 1, parts: parts.length })))
  expect(build.needs).toBe('analyse')
})

test('GitLab passes their part to parallel jobs', () => {
  const { analyse, build } = parse(read('gitlab-ci.yml'))
  expect(analyse.parallel).toBeGreaterThan(1)
  expect(analyse.script).toEqual(['npx dossier analyse --store store'])
  expect(build.script).toEqual(['npx dossier build --store store'])
})

test('an array begins at 1 and the build waits for it', () => {
  const script = read('slurm.sh')
  expect(script).toContain('--array="1-$parts"')
  expect(script).toContain('--dependency="afterok:$array"')
})
