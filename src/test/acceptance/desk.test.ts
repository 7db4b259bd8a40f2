import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Cookie, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { writeFiles } from '../../publish/write-files.ts'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'

/* `dossier dev` in a real browser: what a page says wrongly is corrected there, and found in the file and on the page. */

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

const PEOPLE = '# Who is who here.\n- name: Jonas Vale # the lawyer\n  kind: person\n'
const SEEDS = {
  'seeds/dossier.yml': 'title: Harbour\ndescription: Who signed what?\nentityPages: all\n',
  'seeds/register/people.yml': PEOPLE,
  'seeds/articles/a.yml': '# From the library.\npublisher: The Northport Example # a weekly\n',
  'seeds/articles/a.txt': `Board signs ferry contract

NORTHPORT, 3 May 2019 - Ines Okafor, the chair of the harbour board, signed the ferry contract on 2 May 2019. Jonas Vale, a lawyer, was there.

“The price of it is fair,” Ms Okafor said. Vale said nothing.

The storm killed at least 12 people in the harbour last year, the board said.

Read more: How the ferries of Northport were sold in the winter of 2018
`,
  'seeds/articles/b.txt': `Lawyer doubts the ferry deal

NORTHPORT, 5 May 2019 - Ynez Ocafore, the chair of the board, signed a bad contract, the fisherman Jonas Vale told the council on Saturday.

“Nobody has seen the second page,” Vale said. The storm killed 14 people in the harbour in 2018, the council said.
`,
}

let root: string
let server: ChildProcess
let browser: Browser
let page: Page
let home: URL

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'dossier-desk-'))
  writeFiles(
    root,
    Object.entries(SEEDS).map(([path, text]) => ({ path, text })),
  )
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  server = spawn(process.execPath, [CLI, 'dev', '--root', root, '--port', '4391'], {
    env,
  })
  home = new URL(await readAddress(server))
  browser = await openBrowser()
  page = await browser.newPage()
  await page.setViewport({ width: 1200, height: 800 })
  page.setDefaultTimeout(120_000)
  await page.goto(home.href)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  server?.kill('SIGTERM')
  rmSync(root, { recursive: true, force: true })
})

function readAddress({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const add = (chunk: Buffer) => {
      printed += String(chunk)
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/\?desk=\S+/.exec(printed) ?? []
      if (address) resolve(address)
    }
    stdout!.on('data', add)
    stderr!.on('data', add)
    stdout!.on('close', () => reject(new Error(printed)))
  })
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const textOf = (selector = 'main') => page.$eval(selector, (found) => (found as HTMLElement).innerText)

/** The address of a source's page, by words of its headline; no correction changes it. */
const addresses = new Map<string, string>()

/** Opens a page by the words of its link in a list. */
async function visit(list: string, words: string): Promise<void> {
  const href = addresses.get(words) ?? (await findLink(list, words))
  if (list === '/sources/') addresses.set(words, href)
  await page.evaluate(() => sessionStorage.clear())
  await page.goto(href)
  await page.waitForSelector('.desk-bar')
}

async function findLink(list: string, words: string): Promise<string> {
  await page.goto(new URL(list, home).href)
  const href = await page.$$eval(
    'main a:not(svg a)',
    (links, wanted) => (links as HTMLAnchorElement[]).find((link) => link.textContent.includes(wanted))?.href,
    words,
  )
  return href!
}

/** Presses the handle in the element with these words. */
async function pressHandle(selector: string, words: string): Promise<void> {
  await page.waitForSelector('.desk-handle')
  const handle = await page.evaluateHandle(
    (within, wanted) =>
      [...document.querySelectorAll(within)]
        .find((one) => one.textContent.includes(wanted))!
        .querySelector<HTMLElement>('.desk-handle'),
    selector,
    words,
  )
  await (handle as unknown as { focus(): Promise<void> }).focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.desk-panel')
}

/** Fills a form of the panel, previews and writes it, and waits until the page is reloaded. */
async function fill(statement: string, title: string, values: Readonly<Record<string, string>>): Promise<string> {
  const form = await page.evaluateHandle(
    (wanted, named) => {
      const details = [...document.querySelectorAll<HTMLDetailsElement>('.desk-panel details')].find((one) =>
        one.querySelector('summary')!.textContent.includes(wanted),
      )!
      details.open = true
      return [...details.querySelectorAll('fieldset')].find(
        (one) => one.querySelector('legend')!.textContent === named,
      )!
    },
    statement,
    title,
  )
  for (const [name, value] of Object.entries(values)) {
    const input = await form.evaluateHandle(
      (fieldset, wanted) =>
        [...fieldset.querySelectorAll<HTMLElement>('.desk-field')]
          .find((one) => one.querySelector('label')!.textContent.replace(' *', '') === wanted)!
          .querySelector<HTMLElement>('input, select')!,
      name,
    )
    if (await input.evaluate((one) => one.matches('select'))) await input.asElement()!.select(value)
    else if (await input.evaluate((one) => one.matches('[type=checkbox]'))) await input.evaluate((one) => one.click())
    else await input.asElement()!.type(value)
  }
  const [look, write] = await form.$$('.desk-buttons button')
  await look!.click()
  await page.waitForSelector('.desk-outcome pre, .desk-issue')
  const shown = await form.$eval('.desk-outcome', (one) => one.textContent)
  const refused = page.waitForSelector('.desk-issue').then(
    async (issue) => Promise.reject(new Error(await issue!.evaluate((one) => one.textContent))),
    () => undefined,
  )
  await Promise.all([Promise.race([page.waitForNavigation({ waitUntil: 'load' }), refused]), write!.click()])
  await page.waitForSelector('.desk-panel .desk-written')
  expect(await page.$eval('.desk-written', (one) => one.textContent)).toMatch(/^(?:Written into|Taken out of) seeds\//)
  /* Nothing else is opened: the panel says what was written, and the focus is on the next control. */
  expect(await page.$('.desk-panel details[open]')).toBeNull()
  expect(await page.evaluate(() => document.activeElement?.matches('.desk-next'))).toBe(true)
  return shown
}

test('a speaker', async () => {
  await visit('/sources/', 'Lawyer doubts')
  await pressHandle('.passage', 'Nobody has seen')
  const reason = 'The council’s minutes.'
  const shown = await fill('“Nobody has seen', 'Correct the speaker', {
    'Speaker, by name': 'Ynez Ocafore',
    Why: reason,
  })
  expect(shown).toContain('seeds/articles/b.yml, line 1')
  expect(parse(read('seeds/articles/b.yml'))).toEqual({
    corrections: [
      { kind: 'speaker', at: { exact: 'Nobody has seen the second page,' }, named: 'Ynez Ocafore', reason },
    ],
  })
  await page.goto(new URL('/quotations/', home).href)
  expect(await textOf()).toMatch(/Ynez Ocafore[^]*Nobody has seen/)
})

test('a second correction of a place takes the place of the first; undo gives the bytes back', async () => {
  const before = readFileSync(join(root, 'seeds/articles/b.yml'))
  await visit('/sources/', 'Lawyer doubts')
  await pressHandle('.passage', 'Nobody has seen')
  await fill('“Nobody has seen', 'Correct the speaker', {
    'The article does not say who speaks': 'yes',
    Why: 'The minutes are lost.',
  })
  expect(parse(read('seeds/articles/b.yml'))).toEqual({
    corrections: [
      {
        kind: 'speaker',
        at: { exact: 'Nobody has seen the second page,' },
        is: 'open',
        reason: 'The minutes are lost.',
      },
    ],
  })
  const undo = await page.waitForSelector('.desk-written .desk-undo')
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), undo!.click()])
  expect(readFileSync(join(root, 'seeds/articles/b.yml')).equals(before)).toBe(true)
})

test('two spellings of one name are joined', async () => {
  await visit('/people/', 'Ines Okafor')
  await pressHandle('h1', 'Ines Okafor')
  await fill('Ines Okafor', 'Somebody else is “Ines Okafor” too', { Name: 'Ynez Ocafore', Why: 'A slip.' })
  expect(read('seeds/register/people.yml').startsWith(PEOPLE)).toBe(true)
  expect(parse(read('seeds/register/people.yml'))[1]).toEqual({
    name: 'Ines Okafor',
    kind: 'person',
    same: [{ name: 'Ynez Ocafore', reason: 'A slip.' }],
  })
  await visit('/people/', 'Ines Okafor')
  expect(await textOf()).toContain('Ocafore')
})

test('two people of one name are made distinct', async () => {
  await visit('/sources/', 'Lawyer doubts')
  await pressHandle('.passage', 'the fisherman Jonas Vale')
  const name = 'Jonas Vale (fisherman)'
  const values = { Name: name, Description: 'Fisherman.', Why: 'Another man.' }
  await fill('“Jonas Vale”', 'Here it is another “Jonas Vale”', values)
  expect(read('seeds/articles/b.yml')).toContain(`entity: ${name}`)
  expect(parse(read('seeds/register/people.yml')).at(-1)).toEqual({ name, kind: 'person', description: 'Fisherman.' })
  await visit('/sources/', 'Lawyer doubts')
  const links = await page.$$eval('.passage a.entity', (found) => found.map((one) => (one as HTMLAnchorElement).href))
  expect(links.some((href) => href.includes('jonas-vale-fisherman'))).toBe(true)
})

test('words that are not a figure', async () => {
  await visit('/sources/', 'Board signs')
  await pressHandle('.passage', 'The storm killed')
  await fill('figure', 'Correct the figure', { 'These words are no figure': 'yes', Why: 'Of another storm.' })
  const sidecar = read('seeds/articles/a.yml')
  expect(sidecar).toMatch(/^# From the library\.\npublisher: The Northport Example # a weekly\ncorrections:/)
  expect(sidecar).toContain('is: none')
  await page.goto(new URL('/figures/', home).href)
  expect(await textOf()).not.toContain('at least 12')
})

test('a line that was left out is in the panel and can be restored', async () => {
  const before = read('seeds/articles/a.yml')
  await visit('/sources/', 'Board signs')
  await pressHandle('.passage', 'The storm killed')
  expect(await textOf('.desk-panel')).toContain('left out by an editor (before: 12 to …')
  await fill('figure, decided', 'Take the decision back', {})
  expect(read('seeds/articles/a.yml')).not.toContain('is: none')
  const undo = await page.waitForSelector('.desk-written .desk-undo')
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), undo!.click()])
  expect(read('seeds/articles/a.yml')).toBe(before)
})

test('words that no rule found are marked as a name, and as a figure', async () => {
  await visit('/sources/', 'Lawyer doubts')
  const mark = async (words: string) => {
    await page.evaluate((wanted) => {
      const node = [...document.querySelectorAll('.passage')]
        .flatMap((one) => {
          const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
          const nodes: Node[] = []
          while (walker.nextNode()) nodes.push(walker.currentNode)
          return nodes
        })
        .find((one) => one.textContent!.includes(wanted))!
      const start = node.textContent!.indexOf(wanted)
      getSelection()!.setBaseAndExtent(node, start, node, start + wanted.length)
    }, words)
    await page.keyboard.press('m')
    await page.waitForSelector('.desk-panel details[open]')
  }
  await mark('bad contract')
  await fill('“bad contract”', 'They are a name', { Kind: 'work', Why: 'So it is called in the port.' })
  expect(parse(read('seeds/articles/b.yml')).corrections).toContainEqual({
    kind: 'name',
    at: { exact: 'bad contract' },
    type: 'work',
    reason: 'So it is called in the port.',
  })
  const links = () => page.$$eval('.passage a.entity', (all) => all.map(({ textContent }) => textContent))
  expect(await links()).toContain('bad contract')
  await mark('second page')
  const values = { 'At least': '2', 'At most': '2', 'What is counted': 'pages', Why: 'There are two.' }
  await fill('“second page”', 'They are a figure', values)
  expect(await page.$$eval('.passage span.figure', (all) => all.map(({ textContent }) => textContent))).toContain(
    'second page',
  )
})

test('a line that was left out is restored', async () => {
  await visit('/sources/', 'Board signs')
  await page.$$eval('#reading details', (all) => all.forEach((one) => one.setAttribute('open', '')))
  await pressHandle('#reading td', 'How the ferries')
  await fill('How the ferries', 'Text or not', {
    'What it is': 'text',
    Why: 'It is the last paragraph.',
  })
  expect(read('seeds/articles/a.yml')).toContain('kind: line')
  await page.waitForSelector('.passage')
  const passages = await page.$$eval('.passage', (all) => all.map((one) => one.textContent))
  expect(passages.some((text) => text.includes('How the ferries'))).toBe(true)
})

test('the last write is undone', async () => {
  const before = read('seeds/articles/a.yml')
  const undo = await page.waitForSelector('.desk-bar button:nth-of-type(3)')
  expect(await undo!.evaluate((one) => one.textContent)).toBe('Undo (seeds/articles/a.yml)')
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), undo!.click()])
  expect(before).toContain('kind: line')
  expect(read('seeds/articles/a.yml')).not.toContain('kind: line')
  expect(read('seeds/articles/a.yml')).toContain('is: none')
})

test('a fault of a file is shown in the page, with its line', async () => {
  await page.waitForSelector('.desk-bar')
  const good = read('seeds/articles/a.yml')
  const reloaded = page.waitForNavigation({ waitUntil: 'load' })
  writeFileSync(join(root, 'seeds/articles/a.yml'), `${good}datum: 2019\n`)
  await reloaded
  await page.waitForSelector('.desk-problems li')
  expect(await textOf('.desk-problems')).toContain('1 problem')
  expect(await page.$eval('.desk-problems', (one) => one.textContent)).toMatch(/seeds\/articles\/a\.yml:\d+ /)
})

test('a question is answered in the page', async () => {
  /* The panel that was open before the page was loaded again. */
  await page.waitForSelector('.desk-panel')
  await page.click('.desk-bar button:nth-of-type(2)')
  await page.waitForSelector('.desk-panel input[type=radio]')
  const question = await textOf('.desk-panel summary')
  await page.$eval('.desk-panel details', (one) => one.setAttribute('open', ''))
  await page.click('.desk-panel details input[type=radio]')
  const [, write] = await page.$$('.desk-panel details:first-of-type .desk-buttons button')
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), write!.click()])
  /* The answer may open another question, so their number says nothing. */
  await page.waitForSelector('.desk-panel h2')
  expect(await textOf('.desk-panel')).not.toContain(question)
})

test('an annotation opens the panel from the keyboard, which fits a page zoomed to 200 %', async () => {
  await page.setViewport({ width: 600, height: 400, deviceScaleFactor: 2 })
  await visit('/sources/', 'Board signs')
  await page.keyboard.press('e')
  await page.focus('.passage time.date')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.desk-panel details[open]')
  expect(await page.$eval('.desk-panel details[open] summary b', (one) => one.textContent)).toBe('date')
  const box = await page.$eval('.desk-panel', (one) => ({ width: one.clientWidth, scroll: one.scrollWidth }))
  expect(box.scroll).toBeLessThanOrEqual(box.width)
  expect(await page.evaluate(() => document.activeElement?.closest('.desk-panel') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.$('.desk-panel')).toBeNull()
  expect(await page.evaluate(() => document.activeElement?.matches('time.date'))).toBe(true)
  await page.keyboard.press('e')
})

test('only requests from this machine are answered', async () => {
  const others = Object.values(networkInterfaces()).flatMap((all = []) => all.filter(({ internal }) => !internal))
  for (const { address, family } of others) {
    const host = family === 'IPv6' ? `[${address}]` : address
    await expect(fetch(`http://${host}:${home.port}/`)).rejects.toThrow()
  }
})

test('another origin is refused though it has the token, and so is another name of the host', async () => {
  const [{ value }] = (await page.cookies(home.origin)).filter(({ name }) => name.startsWith('dossier-desk')) as [
    Cookie,
  ]
  const cookie = `dossier-desk-${home.port}=${value}`
  const ask = (headers: Record<string, string>) => statusOf({ ...headers, cookie })
  expect(await ask({})).toBe(200)
  expect(await ask({ origin: 'http://example.org' })).toBe(403)
  expect(await ask({ host: `example.org:${home.port}` })).toBe(403)
  expect(await statusOf({ cookie: `dossier-desk-${home.port}=guess` })).toBe(401)
})

/** Unlike fetch, this sends the given host. */
function statusOf(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(new URL('/_desk/state.json', home), { headers }, ({ statusCode }) => resolve(statusCode!))
      .on('error', reject)
      .end()
  })
}

test('requests without the token are refused, and nothing is published', async () => {
  expect((await fetch(home.origin)).status).toBe(401)
  const body = JSON.stringify({ id: 'x', form: 'x', values: {}, isFinal: true })
  expect((await fetch(new URL('/_desk/decide.json', home), { method: 'POST', body })).status).toBe(401)
  for (const made of ['content', 'dist']) expect(existsSync(join(root, made))).toBe(false)
})

test('a build contains nothing of the desk', () => {
  const { digests } = dossiers
  for (const folder of ['content', 'dist'])
    for (const entry of readdirSync(join(digests, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      expect(path.slice(digests.length)).not.toMatch(/desk/)
      if (entry.isFile()) expect(DESK.test(readFileSync(path, 'latin1')) ? path : '').toBe('')
    }
})

/** Names of its addresses, classes and keys, and words of its panel. */
const DESK = /_desk\/|desk-(?:bar|panel|handle|open|editing)|dossier-desk|Show what is written|Edit annotations/
