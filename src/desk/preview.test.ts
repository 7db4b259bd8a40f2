import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openPreview, watchSeeds } from './preview.ts'

let folder: string
let stop: () => void
let changes = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-watch-'))
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'articles/a.yml'), '')
  changes = 0
  stop = watchSeeds(folder, () => (changes += 1))
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
/** As the desk and most editors save. */
const replace = (file: string, text: string) => {
  write('articles/.new', text)
  renameSync(join(folder, 'articles/.new'), join(folder, file))
}
const heard = (count: number) => vi.waitFor(() => expect(changes).toBe(count), { timeout: 5000, interval: 10 })

test('each replacement of one file is a change, and so is a write into it afterwards', async () => {
  for (const count of [1, 2, 3]) {
    replace('articles/a.yml', String(count))
    await heard(count)
  }
  write('articles/a.yml', 'x')
  await heard(4)
  rmSync(join(folder, 'articles/a.yml'))
  await heard(5)
})

test('files of a new folder are followed', async () => {
  mkdirSync(join(folder, 'register'))
  await heard(1)
  write('register/people.yml', '')
  await heard(2)
  rmSync(join(folder, 'register'), { recursive: true })
  await heard(3)
  mkdirSync(join(folder, 'register'))
  await heard(4)
  write('register/people.yml', '')
  await heard(5)
})

test('temporary files of a text editor are not a change', async () => {
  write('articles/.a.yml.swp', '')
  write('articles/a.yml~', '')
  await wait(120)
  expect(changes).toBe(0)
})

describe('after a change', () => {
  const ARTICLES: Readonly<Record<string, string>> = {
    'a.txt': `Board signs ferry contract

NORTHPORT, 3 May 2019 - Ines Okafor, the chair of the harbour board, signed the ferry contract on 2 May 2019. The storm killed at least 12 people in Northport on 1 May 2019.

“The price of it is fair,” Ms Okafor said. The board denied that it had bought two ferries.
`,
    'b.txt': `Harbour board buys ferries

NORTHPORT, 4 May 2019 - Ines Okafor signed the contract on Thursday. The harbour board bought two ferries. The storm killed 14 people in Northport on 1 May 2019.
`,
    'c.txt': `Storm hits Northport

NORTHPORT, 2 May 2019 - A storm killed 14 people in Northport on Wednesday, the mayor Jonas Vale said. “We will rebuild the harbour,” Vale said.
`,
  }
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dossier-preview-'))
    mkdirSync(join(root, 'seeds/articles'), { recursive: true })
    writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Harbour\ndescription: Who signed what?\n')
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(root, 'seeds/articles', name), text)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const read = (folder: string) =>
    new Map(
      ['content', 'trees'].flatMap((part) =>
        readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path): [string, string] => [path.slice(folder.length), readFileSync(path, 'utf8')]),
      ),
    )

  test('the page of an article that was edited is found under the address that it had', async () => {
    const preview = openPreview(root)
    const addressOf = (name: string) => preview.desk().addresses.sources.get(`seeds/articles/${name}`)!.address
    await preview.refresh()
    const [before, other] = [addressOf('a.txt'), addressOf('b.txt')]
    for (const round of ['One', 'Two']) {
      writeFileSync(join(root, 'seeds/articles/a.txt'), `${ARTICLES['a.txt']}\n${round} more came.\n`)
      await preview.refresh()
    }
    expect(addressOf('a.txt')).not.toBe(before)
    expect([before, other, '/nowhere/'].map(preview.movedTo)).toEqual([addressOf('a.txt'), undefined, undefined])
  }, 60_000)

  test.each<[what: string, file: string, text: string | undefined]>([
    ['words at the end of an article', 'articles/a.txt', `${ARTICLES['a.txt']}\nJonas Vale was there on 3 May 2019.\n`],
    ['another number in the opening', 'articles/c.txt', ARTICLES['c.txt']!.replace('14', '15')],
    ['another day of publication', 'articles/b.yml', 'date: 2019-05-06\n'],
    [
      'a register that joins two',
      'register/people.yml',
      '- name: Jonas Vale\n  kind: person\n  aliases: [the mayor]\n',
    ],
    ['a place that is an organisation', 'register/names.yml', '- name: Northport\n  kind: organisation\n'],
    ['an article that is gone', 'articles/c.txt', undefined],
  ])(
    '%s: the preview has what a new one has',
    async (_, file, text) => {
      mkdirSync(join(root, 'seeds/register'))
      const preview = openPreview(root)
      await preview.refresh()
      if (text === undefined) rmSync(join(root, 'seeds', file))
      else writeFileSync(join(root, 'seeds', file), text)
      await preview.refresh()
      const [now, problems] = [read(preview.folder), preview.problems()]
      vi.resetModules()
      const { openPreview: openAnother } = await import('./preview.ts')
      const fresh = openAnother(root)
      await fresh.refresh()
      expect(problems).toEqual(fresh.problems())
      expect(now).toEqual(read(fresh.folder))
      expect([...now.keys()].some((path) => path.startsWith('/trees/people/'))).toBe(true)
      for (const { address } of fresh.desk().addresses.sources.values())
        expect(preview.movedTo(address)).toBeUndefined()
    },
    60_000,
  )
})
