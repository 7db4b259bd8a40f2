import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { writeFiles } from '../publish/write-files.ts'
import { build, check } from './build.ts'
import { explain } from './explain.ts'
import { names } from './names.ts'
import type { Options } from './options.ts'
import { analyseDossier } from './options.ts'
import { review } from './review.ts'

const SEEDS = [
  { path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' },
  {
    path: 'seeds/articles/000.txt',
    text: 'Board signs contract\n\nNORTHPORT, 3 May 2019 - Ines Okafor signed the contract on 2 May 2019. “The price of it is fair,” Ms Okafor said. The storm killed 12 people.\n',
  },
]

let options: Options
let built: BuiltDossier
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'dossier-commands-'))
  writeFiles(root, SEEDS)
  options = { root, out: join(root, 'dist'), json: false, strict: false, verify: false }
  built = await analyseDossier(root)
}, 60_000)
afterAll(() => rmSync(options.root, { recursive: true, force: true }))

const first = <T>(values: Iterable<T>): T => [...values][0]!
const rows: [string, () => string, RegExp][] = [
  ['a source', () => first(built.addresses.sources.values()).id, /^Source .*\n {2}read from seeds\/articles\/000\.txt/],
  ['its address', () => first(built.addresses.sources.values()).address, /^Source /],
  [
    'a passage',
    () => first(built.addresses.passages.values()),
    /^Passage p-\w{6}: .*\n {2}¶ 0 of seeds\/articles\/000\.txt, from line 1: Board/,
  ],
  [
    'an address with a fragment',
    () => `${first(built.addresses.sources.values()).address}#${[...built.addresses.passages.values()][1]}`,
    /name “Ines Okafor” \[name\/\S+\] is Ines Okafor/,
  ],
  [
    'an entity',
    () => built.addresses.entities.get('person:ines okafor')!.id,
    /^Ines Okafor \(person\) .*\n {2}not in the register/,
  ],
  ['a name', () => 'Ines Okafor', /^Ines Okafor \(person\) /],
  ['a name that a source prints', () => 'okafor', /^Ines Okafor \(person\) /],
  ['a quotation', () => first(built.addresses.quotations.values()).id, /^Quotation .*The price of it is fair/],
  ['a dated statement', () => first(built.addresses.datedEvents.values()).id, /^Dated statement \w+: 2019-05/],
  ['a figure', () => first(built.addresses.figures.values()).id, /^Figure \w+: .*\n(?:.*\n)* {2}“12” \(12\/12\)/],
]
test.each(rows)('explain prints the steps behind %s', async (_, id, text) => {
  const outcome = await explain(options, id())
  expect(outcome.text).toMatch(text)
  expect(outcome).toMatchObject({ code: 0, json: { ok: true } })
})

test.each([
  ['/people/nobody-00000000/', ''],
  ['Inez Okafor', '  dossier explain "Ines Okafor"\n'],
  ['Okafo', ''],
])('explain says that it does not know %s, and shows the nearest name', async (wanted, hint) => {
  expect(await explain(options, wanted)).toMatchObject({
    code: 1,
    text: `Unexpected "${wanted}", expected a name, or the id or address of a page or passage of this dossier\n${hint}`,
    json: { ok: false },
  })
})

test('check finds files under content/ that the seeds do not give, and only those', async () => {
  writeFiles(options.root, built.content)
  expect(await check(options)).toMatchObject({ code: 0, text: '1 source, no problems.\n' })
  const [edited, missing] = built.content.map(({ path }) => path).filter((path) => path.endsWith('.mdx'))
  writeFileSync(join(options.root, edited!), `${readFileSync(join(options.root, edited!), 'utf8')}x`)
  rmSync(join(options.root, missing!))
  const { json } = await check(options)
  expect(json).toMatchObject({
    ok: true,
    problems: [
      {
        file: 'content/',
        rule: 'build/drift',
        reason: expect.stringMatching(/^content\/\S+\.mdx and 1 other file are not/),
      },
    ],
  })
  expect(await check({ ...options, strict: true })).toMatchObject({ code: 1 })
  rmSync(join(options.root, 'content'), { recursive: true })
})

test('check compares with the record of a hosted site', async () => {
  const outcome = await check(options, join(options.root, 'nowhere.json'))
  expect(outcome).toMatchObject({ code: 1, json: { problems: [{ rule: 'build/published' }] } })
})

test('review prints questions with answers to choose from, and writes only the chosen one', async () => {
  const sidecar = join(options.root, 'seeds/articles/001.yml')
  const text001 = 'Ines Okafor signed it on 2 May 2019.\n\n“The price is fair for everybody in the port.”\n'
  writeFiles(options.root, [{ path: 'seeds/articles/001.txt', text: text001 }])
  const { text, json } = await review(options)
  const { questions } = json as { questions: { id: string; key: string }[] }
  expect(text).toContain('[speaker] Who says “The price is fair')
  expect(text).toMatch(/\n {2}a\) Ines Okafor\n/)
  const { id } = questions.find(({ key }) => key.startsWith('speaker'))!
  expect(existsSync(sidecar)).toBe(false)
  expect((await review(options, { write: [`${id}=a`] })).text).toBe('Added to seeds/articles/001.yml.\n')
  expect(await review(options, { only: 'speakers' })).toMatchObject({ text: 'Nothing to decide.\n' })
  expect(await review(options, { write: ['000000=a'] })).toMatchObject({
    code: 1,
    text: expect.stringMatching(/000000=a/),
  })
  for (const file of ['001.txt', '001.yml']) rmSync(join(options.root, 'seeds/articles', file))
})

test('build refuses a dossier with errors, and says that nothing changed', async () => {
  writeFiles(options.root, [{ path: 'seeds/register/people.yml', text: '- nme: Ines Okafor\n' }])
  const outcome = await build(options)
  expect(outcome).toMatchObject({ code: 1, json: { ok: false, root: options.root } })
  expect(outcome.text).toMatch(/seeds\/register\/people\.yml:1 {2}error {2}file\/schema/)
  expect(outcome.text).toMatch(/\n\n\d+ problems?\. Nothing was published\.\n$/)
  writeFiles(options.out, [{ path: 'data/sources.json', text: '[]' }])
  expect((await build(options)).text).toMatch(/Nothing was published\. The last published site is untouched\.\n$/)
  expect((await build({ ...options, json: true })).text).toBe('')
})

test('a list of names is reported name by name, with those that do not occur and where they were looked for', async () => {
  const [list, csv] = [join(options.root, 'list.csv'), join(options.root, 'found.csv')]
  writeFileSync(list, 'name,note\nInes Okafor,x\nYnez Okafor,\nthe contract,\nMarta Vale,\n')
  const { code, text } = await names(options, list, csv)
  expect(code).toBe(0)
  expect(text).toMatch(/^Ines Okafor: 1 source, 1 passage\n {2}seeds\/articles\/000\.txt {2}¶ /)
  expect(text).toContain('also as: Okafor')
  expect(text).toContain('the contract: 1 source, 1 passage  (only as words of the text')
  expect(text).toMatch(/Not found: 2 names of 4\.\n {2}Ynez Okafor {2}may be: Ines Okafor\n {2}Marta Vale\n/)
  expect(text).toMatch(/Looked for in \d passages of 1 source/)
  expect(readFileSync(csv, 'utf8').split('\r\n').slice(0, 2)).toEqual([
    '\uFEFF"name","occurs","in the dossier","spellings","may be","sources","passages","places","left out","scope"',
    expect.stringMatching(/^"Ines Okafor","yes","Ines Okafor","Okafor","","1","\d","seeds\/articles\/000\.txt ¶ /),
  ])
})

test('a name that occurs only in excluded text is not found, and its place is reported', async () => {
  const article = join(options.root, 'seeds/articles/002.txt')
  writeFileSync(article, 'Ferry sails\n\nThe ferry sailed on time.\n\nRead more: How Marta Vale sold the ferries\n')
  const list = join(options.root, 'left-out.txt')
  writeFileSync(list, 'Marta Vale\nMarta\nMart\n')
  const { text } = await names(options, list)
  expect(text).toMatch(/Not found: 3 names of 3\./)
  expect(text).toMatch(/^ {2}Marta Vale {2}in text left out: seeds\/articles\/002\.txt, line 5$/m)
  expect(text).toMatch(/^ {2}Mart$/m)
  rmSync(article)
})

test('a missing list is reported', async () => {
  expect(await names(options, '/nowhere/list.csv')).toMatchObject({ code: 1 })
})
