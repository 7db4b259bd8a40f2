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
    'Ines Okafor signed the contract in France on Friday, the Port Board said.\n\nMs Okafor called it fair. The French ministry agreed with Okafor on Monday.\n',
  )
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ask = async (): Promise<readonly Question[]> =>
  ((await review(options)).json as { questions: Question[] }).questions
const write = (...answers: string[]) => review(options, { write: answers, reason: 'Looked up.' })

test('asks about names and open dates, the gravest first, and not about what the register or a list knows', async () => {
  const questions = await ask()
  expect(questions.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['name | person:ines okafor', 'date | seeds/articles/000.txt']),
  )
  expect(questions.map(({ topic }) => topic)).toEqual(['name', 'date'])
  expect(questions.filter(({ key }) => /france|port board/i.test(key))).toEqual([])
})

test('the answers to a name are entries of the register, or nothing', async () => {
  expect((await ask()).find(({ topic }) => topic === 'name')!.choices).toMatchObject([
    { file: 'seeds/register/people.yml', item: { name: 'Ines Okafor', kind: 'person', aliases: ['Okafor'] } },
    { file: 'seeds/register/people.yml', item: { name: 'Ines Okafor', kind: 'person' } },
    { file: 'seeds/register/reviewed.yml' },
  ])
})

test('only what was chosen is written, nothing that was there changes, and no question is asked twice', async () => {
  const [name, date] = await ask()
  await write(`${idOf(name!)}=a`)
  expect((await ask()).map(({ key }) => key)).toEqual([date!.key])
  await write(`${idOf(date!)}=a`)
  expect(readFileSync(join(root, 'seeds/register/people.yml'), 'utf8')).toContain('- name: Ines Okafor\n  kind: person')
  expect(readFileSync(join(root, 'seeds/register/organisations.yml'), 'utf8')).toBe(REGISTER)
  expect(await check(options)).toMatchObject({ code: 0 })
  expect(await ask()).toEqual([])
})

test('a day of publication in the sidecar answers the question of the dates', async () => {
  rmSync(join(root, 'seeds/register/reviewed.yml'))
  expect((await ask()).map(({ topic }) => topic)).toEqual(['date'])
  writeFileSync(join(root, 'seeds/articles/000.yml'), '# Mine\nnote: A note.\n')
  await write(`${idOf((await ask())[0]!)}=2023-03-14`)
  expect(readFileSync(join(root, 'seeds/articles/000.yml'), 'utf8')).toBe('# Mine\nnote: A note.\ndate: 2023-03-14\n')
  expect(await ask()).toEqual([])
})
