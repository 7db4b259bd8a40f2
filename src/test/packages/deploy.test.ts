import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readShard } from '../../commands/shard.ts'
import { readText } from './package-files.ts'

/* The files of `deploy/` name as many parts as they start tasks, and call commands that there are. */

const read = (name: string) => readText(`deploy/${name}`)
const MATRIX_PART = /\$\{\{ matrix\.part \}\}/

test.each([
  ['kubernetes.yml', 'analyse'],
  ['kubernetes-render.yml', 'render'],
])('an indexed job passes the number of tasks to each: %s', (file, name) => {
  const { spec } = parse(read(file))
  const [{ env, command }] = spec.template.spec.containers
  expect(env).toEqual([{ name: 'JOB_COMPLETIONS', value: String(spec.completions) }])
  expect(command.slice(0, 3)).toEqual(['npx', 'dossier', name])
})

test.each(['analyse', 'render'])('a matrix has every part once: %s', (name) => {
  const job = parse(read('github-actions.yml')).jobs[name]
  const parts: number[] = job.strategy.matrix.part
  const line = job.steps.find(({ run }: { run?: string }) => run?.includes(`dossier ${name}`)).run
  const shards = parts.map((part) => readShard(line.replace(MATRIX_PART, String(part)).split(' ').at(-1), {}))
  expect(shards).toEqual(parts.map((_, index) => ({ part: index + 1, parts: parts.length })))
})

test('each step waits for the one before', () => {
  const { compose, render, build } = parse(read('github-actions.yml')).jobs
  expect([compose.needs, render.needs, build.needs]).toEqual(['analyse', 'compose', 'render'])
  const script = read('slurm.sh')
  for (const job of ['analysis', 'composition', 'rendering']) expect(script).toContain(`--dependency="afterok:$${job}"`)
})

test('GitLab passes their part to parallel jobs', () => {
  const { stages, ...jobs } = parse(read('gitlab-ci.yml'))
  expect(stages.map((name: string) => jobs[name].script)).toEqual(
    stages.map((name: string) => [`npx dossier ${name} --store store`]),
  )
  expect(jobs.analyse.parallel).toBeGreaterThan(1)
  expect(jobs.render.parallel).toBeGreaterThan(1)
})

test('arrays begin at 1', () => {
  expect(read('slurm.sh').match(/--array="1-\$parts"/g)).toHaveLength(2)
})
