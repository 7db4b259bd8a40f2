import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

let site: ServedFolder
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await serveFolder(join(dossiers.search, 'dist'))
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(`${site.url}/search/?q=harbour`)
  await page.waitForSelector('#results.settled')
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The rest of the results comes as the reader goes on. */
async function showAll() {
  for (;;) {
    const count = await page.$$eval('#results > li', (all) => all.length)
    if (await page.$eval('#more', (more) => (more as HTMLButtonElement).hidden)) return
    await page.$eval('#more', (more) => (more as HTMLButtonElement).click())
    await page.waitForFunction((was) => document.querySelectorAll('#results > li').length > was, {}, count)
  }
}

/** Asks on the page that is open: the address with a query has its own test. */
async function search(q: string) {
  await page.evaluate((words) => {
    document.querySelector('#results')!.classList.remove('settled')
    document.querySelector<HTMLInputElement>('#words')!.value = words
    document.querySelector<HTMLFormElement>('#search')!.requestSubmit()
  }, q)
  await page.waitForSelector('#results.settled')
  await showAll()
  const texts = (selector: string) => page.$$eval(selector, (all) => all.map((one) => one.textContent!.trim()))
  return {
    status: await page.$eval('#status', (element) => (element as HTMLElement).innerText),
    titles: await texts('#results .title'),
    first: await texts('#results > li:first-child'),
    marked: await texts('#results mark'),
  }
}

const CRANE = 'Crane falls at the harbour of Northport'
const TALKS = 'Rebels sign the ceasefire with Ruritania'
const GALLERY = 'A gallery opens on the hill'
const ENVOY = 'Envoy counts the refugees'
const BRIDGE = 'Mayor of Łódź opens the new bridge over the Öresund'
const SCRIPTS = 'Reporters in three countries read the same statement'
const NIGHT = 'Night shift ends early'
const WIND = 'Wind closes the pass'
const FERRY = 'Ferry runs again'

/** What an answer must be: who or what comes first, what its entry says, what must not be listed, what the page says. */
interface Expected {
  /** Title of the first result; null when there must be none. */
  readonly first?: string | null
  /** Words of the first result. */
  readonly says?: string
  /** Titles that must be listed, and titles that must not. */
  readonly lists?: readonly string[]
  readonly omits?: readonly string[]
  /** A highlighted word or run of words; one that must not be highlighted. */
  readonly marks?: string
  readonly leaves?: string
  readonly status?: string
}

const QUERIES: readonly (readonly [kind: string, query: string, expected: Expected])[] = [
  ['name as printed', 'Anton Bellis', { first: 'Anton Bellis', lists: [CRANE, TALKS] }],
  ['name in other case', 'anton BELLIS', { first: 'Anton Bellis' }],
  ['name without diacritics', 'Zoe Bronteson-Hale', { first: 'Zoë Brontëson-Hale', lists: [NIGHT] }],
  ['name with other diacritics', 'Antón Bellís', { first: 'Anton Bellis' }],
  ['other transliteration', 'Muhammad Hadoun', { first: 'Mohamad Haddoun', lists: [ENVOY] }],
  ['surname only: whoever is named more comes first', 'Bellis', { first: 'Anton Bellis', lists: ['Clara Bellis'] }],
  ['first name only', 'Clara', { first: 'Clara Bellis', lists: [GALLERY] }],
  ['initials without points', 'UN', { first: 'United Nations', lists: [ENVOY], marks: 'U.N.' }],
  ['initials with points', 'U.N.', { first: 'United Nations', lists: [ENVOY], omits: [NIGHT] }],
  ['possessive', "Okafor's lorry", { first: NIGHT, marks: 'Okafor’s lorry' }],
  ['possessive, where the text has none', "captain's", { first: FERRY, marks: 'captain' }],
  ['hyphenated, printed joined', 'cease-fire', { first: TALKS, lists: [CRANE, TALKS], marks: 'ceasefire' }],
  ['joined, printed hyphenated', 'ceasefire', { first: TALKS, lists: [CRANE, TALKS], marks: 'cease-fire' }],
  ['misspelled name alone is offered', 'Okaffor', { first: null, status: 'Ines Okafor' }],
  [
    'misspelled name in a longer query is offered, not replaced',
    'lorry Okaffor',
    { first: NIGHT, status: 'lorry Ines Okafor', leaves: 'Okafor', omits: ['Ines Okafor'] },
  ],
  ['misspelled word alone is offered', 'harbuor', { first: null, status: 'harbour' }],
  ['misspelled word in a longer query is offered', 'snow valey', { first: WIND, status: 'snow valley' }],
  [
    'two misspelled words are not other words',
    'Mohammad Hadduon',
    { first: null, status: 'Mohamad Haddoun', leaves: 'had' },
  ],
  [
    'phrase with straight marks',
    '"peace talks"',
    { first: TALKS, lists: [CRANE, TALKS], omits: [GALLERY], marks: 'peace talks' },
  ],
  ['phrase with curly marks', '“peace talks”', { first: TALKS, lists: [CRANE, TALKS], omits: [GALLERY] }],
  ['phrase with angled marks', '«peace talks»', { first: TALKS, lists: [CRANE, TALKS], omits: [GALLERY] }],
  ['phrase with low marks', '„peace talks“', { first: TALKS, lists: [CRANE, TALKS], omits: [GALLERY] }],
  ['near miss of a phrase: another order', '"talks peace"', { first: null }],
  ['near miss of a phrase: another form', '"peace talk"', { first: null }],
  ['near miss of a phrase: across two passages', '"door Talks"', { first: null }],
  ['phrase with an apostrophe', '"people\'s harbour"', { first: CRANE, marks: 'people’s harbour' }],
  ['unclosed marks', '"night shift', { first: NIGHT }],
  ['number with a comma, printed with one', '13,000', { first: CRANE, marks: '13,000' }],
  ['number without a comma, printed with one', '13000', { first: CRANE, marks: '13,000' }],
  ['number with a comma, printed without', '14,500', { first: ENVOY, marks: '14500' }],
  ['near miss of a number', '3,000', { first: null }],
  ['percent sign, printed as a word', '45%', { first: ENVOY, marks: '45 percent' }],
  ['percent as a word, printed as a sign', '20 percent', { first: BRIDGE, marks: '20 %' }],
  ['money by its sign', '$3 million', { first: ENVOY, marks: '$3 million' }],
  ['money in words', '3 million dollars', { first: ENVOY }],
  ['day in ISO form', '2017-02-13', { first: CRANE, says: '13 February 2017', lists: [WIND, ENVOY], omits: [NIGHT] }],
  ['day in words', '13 February 2017', { first: CRANE, lists: [WIND, ENVOY], omits: [NIGHT, 'Anton Bellis'] }],
  ['day in American words', 'February 13, 2017', { first: CRANE, lists: [CRANE, WIND, ENVOY], omits: [NIGHT] }],
  ['day without a year', 'Feb. 13', { first: CRANE, lists: [CRANE, WIND, ENVOY], omits: [NIGHT, TALKS] }],
  ['day of a source and a word', 'snow 2017-02-13', { first: WIND, omits: [CRANE] }],
  ['month', 'February 2017', { first: CRANE, lists: [CRANE, WIND, ENVOY, NIGHT], omits: [TALKS] }],
  ['year', '2017', { first: ENVOY, lists: [ENVOY, NIGHT], omits: [BRIDGE] }],
  ['near miss of a date', '2017-02-14', { first: null }],
  ['two words of one passage', 'grain tonnes', { first: CRANE, marks: 'grain' }],
  ['two words of different passages', 'walls peace', { first: GALLERY, says: 'different passages' }],
  ['three words, one nowhere', 'snow valley xylophone', { first: WIND, status: 'xylophone' }],
  /* Every source holds them: whichever comes first is right. */
  ['stop words only', 'of the', { lists: [CRANE, GALLERY] }],
  ['a very common word', 'the', { lists: [CRANE, TALKS, GALLERY, ENVOY, NIGHT, WIND] }],
  ['one letter is a word, not a beginning', 'a', { first: GALLERY, lists: [CRANE], leaves: 'and' }],
  ['word left out', 'rebels ceasefire -Ruritania', { first: CRANE, omits: [TALKS, 'Ruritania'] }],
  ['phrase left out', 'talks -"peace talks"', { first: GALLERY, omits: [TALKS] }],
  ['near miss of a word left out: a hyphen', 'night-shift', { first: NIGHT }],
  ['near miss of a word left out: a dash', 'crane - harbour', { first: CRANE }],
  ['nothing but a word left out', '-crane', { first: null, status: 'left out' }],
  ['alternatives', 'gallery OR snow', { first: GALLERY, lists: [GALLERY, WIND], omits: [CRANE] }],
  ['alternatives beside a word', 'road gallery OR snow', { first: WIND, omits: [GALLERY, CRANE] }],
  ['"or" in small letters is a word', 'gallery or snow', { first: null, omits: [WIND, GALLERY] }],
  ['AND between words says what is so anyway', 'snow AND road', { first: WIND, marks: 'Snow' }],
  ['"and" in small letters is a word', 'rebels and officials', { first: CRANE, marks: 'Rebels and officials' }],
  ['two names', 'Okafor Northport', { first: 'Ines Okafor', omits: [WIND] }],
  ['publisher', 'The Courier', { first: TALKS, lists: [TALKS, ENVOY, SCRIPTS, WIND] }],
  ['words of a headline', 'Wind closes the pass', { first: WIND }],
  ['words only in text left out', 'Copyright Gazette', { first: FERRY, says: 'in text left out' }],
  ['name that only the register gives', 'Mohammed Haddoun', { first: 'Mohamad Haddoun', says: 'Mohammed Haddoun' }],
  ['ł and ź', 'Lodz', { first: 'Łódź', lists: [BRIDGE], marks: 'Łódź' }],
  ['ø', 'Bjorn Stormer', { first: 'Bjørn Størmer', lists: [BRIDGE] }],
  ['đ', 'Dorde Dukic', { first: 'Đorđe Đukić', lists: [BRIDGE] }],
  ['æ and þ', 'Aegir Thorsson', { first: 'Ægir Þórsson', lists: [BRIDGE] }],
  ['ß', 'Strassburg', { first: 'Straßburg', lists: [BRIDGE], marks: 'Straßburg' }],
  ['ø inside a word', 'smorrebrod', { first: BRIDGE, marks: 'smørrebrød' }],
  ['dotted İ', 'Izmir', { first: 'İzmir', marks: 'İzmir' }],
  ['ligatures', 'office firm', { first: BRIDGE, marks: 'oﬃce' }],
  ['full-width letters', 'ABC Corp', { first: 'ＡＢＣ Ｃｏｒｐ', lists: [BRIDGE], marks: 'ＡＢＣ Ｃｏｒｐ' }],
  ['typed full-width', 'ｃｒａｎｅ', { first: CRANE, lists: [CRANE] }],
  ['any apostrophe', "Ta'izz", { first: 'Ta’izz', lists: [BRIDGE], marks: 'Ta’izz' }],
  ['word behind al-', 'Qamra', { first: BRIDGE, marks: 'Qamra' }],
  ['word joined with al', 'alqamra', { first: BRIDGE, marks: 'al-Qamra' }],
  ['Arabic without the article', 'اتفاق', { first: SCRIPTS, marks: 'الاتفاق' }],
  ['Arabic with the article', 'الاتفاق', { first: SCRIPTS, marks: 'الاتفاق' }],
  ['Arabic behind another small word', 'المفاوضات', { first: SCRIPTS, marks: 'المفاوضات' }],
  ['Chinese inside a run', '記者会見', { first: SCRIPTS, marks: '記者会見' }],
  ['near miss inside a run', '会者', { first: null }],
  ['emoji', '🔥', { first: SCRIPTS, marks: '🔥' }],
  ['markup', '<b>bold</b>', { first: SCRIPTS, marks: 'bold' }],
  ['a form of the word', 'engineer', { first: NIGHT, marks: 'engineers’' }],
  ['no beginning where a word matches', 'militant', { first: CRANE, omits: [TALKS], leaves: 'Militias' }],
  ['a beginning where no word matches', 'smorr', { first: BRIDGE, marks: 'smørrebrød', status: 'start with' }],
  ['a beginning that reaches past the stem', 'harbou', { first: CRANE, marks: 'harbour' }],
  ['a hundred thousand letters', 'x'.repeat(100_000), { first: null }],
]

const plain = (text: string) => text.replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ').toLowerCase()

test.each(QUERIES)('%s', async (_, query, expected) => {
  const { titles, first, marked, status } = await search(query)
  const { lists = [], omits = [] } = expected
  if (expected.first !== undefined) expect(titles[0] ?? null).toBe(expected.first)
  expect(titles).toEqual(expect.arrayContaining([...lists]))
  expect(titles.filter((title) => omits.includes(title))).toEqual([])
  if (expected.says) expect(first[0]).toContain(expected.says)
  if (expected.status) expect(status).toContain(expected.status)
  if (expected.marks) expect(marked.map(plain).join(' | ')).toContain(plain(expected.marks))
  if (expected.leaves) expect(marked.map(plain)).not.toContain(plain(expected.leaves))
})
