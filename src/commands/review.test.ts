import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '../review/question.ts'
import { idOf } from '../review/question.ts'
import { check } from './build.ts'
import type { Options } from './options.ts'
import { review } from './review.ts'

const REGISTER = '# Written by hand.\n- name: Port Board\n  kind: organisation'

let root: string
let options: Options
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-review-'))
  options = { root, out: join(root, 'dist'), json: true, strict: false, verify: false }
  for (const folder of ['seeds/articles', 'seeds/register']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Harbour\ndescription: Who signed what?\n')
  writeFileSync(join(root, 'seeds/register/organisations.yml'), REGISTER)
  writeFileSync(
    join(root, 'seeds/articles/000.txt'),
    'Ines Okafor signed the contract in France on Friday, the Port Board said.\n\nMs Okafor called it fair. The French ministry agreed with Okafor on Monday.\n\n“The price is fair for everybody in the port.”\n',
  )
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ask = async (): Promise<readonly Question[]> =>
  ((await review(options)).json as { questions: Question[] }).questions
const write = (...answers: string[]) => review(options, { write: answers, reason: 'Looked up.' })

test('asks who speaks and when, the gravest first, and not about names that no rule doubts', async () => {
  expect((await ask()).map(({ topic }) => topic)).toEqual(['speaker', 'date'])
})

test('the answers to a speaker, who speaks elsewhere first, are corrections beside the article, or nothing', async () => {
  const file = 'seeds/articles/000.yml'
  expect((await ask())[0]!.choices).toMatchObject([
    { says: 'Port Board', file, item: { kind: 'speaker', named: 'Port Board' } },
    { says: 'Ines Okafor', file, item: { kind: 'speaker', named: 'Ines Okafor' } },
    { file, item: { kind: 'speaker', is: 'open' } },
    { file: 'seeds/register/reviewed.yml' },
  ])
})

test.each([
  ['speakers', undefined, ['speaker']],
  ['date', '000', ['date']],
  [undefined, '001', []],
])('only %s of %s', async (only, source, topics) => {
  const { json } = await review(options, { ...(only && { only }), ...(source && { source }) })
  expect((json as { questions: Question[] }).questions.map(({ topic }) => topic)).toEqual(topics)
})

test('one question is counted as one', async () => {
  expect((await review(options, { only: 'date' })).text).toMatch(/\n1 question\. Answer it: /)
})

test('only the chosen answer is written, nothing else changes, and no question is asked twice', async () => {
  const [speaker, date] = await ask()
  await write(`${idOf(speaker!)}=b`)
  expect((await ask()).map(({ key }) => key)).toEqual([date!.key])
  await write(`${idOf(date!)}=a`)
  expect(readFileSync(join(root, 'seeds/articles/000.yml'), 'utf8')).toContain('named: Ines Okafor')
  expect(readFileSync(join(root, 'seeds/register/organisations.yml'), 'utf8')).toBe(REGISTER)
  expect(await check(options)).toMatchObject({ code: 0 })
  expect(await ask()).toEqual([])
})

test('a day of publication in the sidecar answers the question of the dates', async () => {
  rmSync(join(root, 'seeds/register/reviewed.yml'))
  writeFileSync(join(root, 'seeds/articles/000.yml'), '# Mine\nnote: A note.\n')
  await write(`${idOf((await ask()).find(({ topic }) => topic === 'date')!)}=2023-03-14`)
  expect(readFileSync(join(root, 'seeds/articles/000.yml'), 'utf8')).toBe('# Mine\nnote: A note.\ndate: 2023-03-14\n')
  expect((await ask()).map(({ topic }) => topic)).toEqual(['speaker'])
})
