import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '../review/question.ts'
import { check } from './check.ts'
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

const ask = async (write = false): Promise<readonly Question[]> =>
  ((await review(options, write)).json as { questions: Question[] }).questions

test('asks about names and open dates, the heaviest first, and not about what the register or a list knows', async () => {
  const questions = await ask()
  expect(questions.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['name | person:ines okafor', 'date | seeds/articles/000.txt']),
  )
  expect(questions.map(({ weight }) => weight)).toEqual(questions.map(({ weight }) => weight).toSorted((a, b) => b - a))
  expect(questions.filter(({ key }) => /france|port board/i.test(key))).toEqual([])
})

test('the YAML for a name is an entry of the register', async () => {
  expect((await ask()).find(({ topic }) => topic === 'name')).toMatchObject({
    file: 'seeds/register/people.yml',
    yaml: '- name: "Ines Okafor"\n  kind: person\n  aliases: ["Okafor"]',
  })
})

test('--write adds entries, changes nothing that was there, and no question is asked twice', async () => {
  expect((await ask(true)).length).toBeGreaterThan(1)
  expect(readFileSync(join(root, 'seeds/register/people.yml'), 'utf8')).toContain(
    '- name: "Ines Okafor"\n  kind: person',
  )
  expect(readFileSync(join(root, 'seeds/register/organisations.yml'), 'utf8')).toBe(REGISTER)
  expect(await check(options)).toMatchObject({ code: 0 })
  expect(await ask()).toEqual([])
})

test('a day of publication in the sidecar answers the question of the dates', async () => {
  rmSync(join(root, 'seeds/register/reviewed.yml'))
  expect((await ask()).map(({ topic }) => topic)).toEqual(['date'])
  writeFileSync(join(root, 'seeds/articles/000.yml'), 'date: 2023-03-14\n')
  expect(await ask()).toEqual([])
})
