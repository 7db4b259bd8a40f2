import { expect, test } from 'vitest'
import type { PermalinkRecord } from '../../model/permalink.ts'
import { assignAddresses } from './assign-addresses.ts'
import { checkPromises } from './check-promises.ts'
import { listRedirects, writeRedirects } from './list-redirects.ts'
import { sampleDossier, sampleEntity, sampleSource } from '../../test/samples/sample-dossier.ts'
import { sampleSite } from '../../test/samples/sample-site.ts'

const TEXTS = [
  'The ferry to Ostholm was cancelled on Friday.',
  'Its owner blamed the wind.',
  'Forty people slept in the terminal.',
]
const build = (texts: readonly string[], headline: string, names: readonly string[], record: PermalinkRecord) =>
  assignAddresses(
    sampleDossier(
      [sampleSource('a.txt', { texts, headline })],
      names.map((name) => sampleEntity('place', name)),
    ),
    record,
    [],
  ).value

/** A dossier as first published, and after its second build. */
function buildTwice() {
  const one = build(TEXTS, 'Ferry cancelled', ['Ostholm', 'Lenn'], [])
  return { one, two: build([TEXTS[0]!, TEXTS[2]!], 'Ferry stays in port', ['Ostholm'], one.record) }
}

test('a site that holds every address keeps its promises', () => {
  const { one, two } = buildTwice()
  expect(checkPromises(one.record, sampleSite(one.record), [])).toEqual([])
  expect(checkPromises(two.record, sampleSite(two.record), two.versions)).toEqual([])
})

const LET_GO =
  /^Restore what gave this page, or let it go in seeds\/tombstones\.yml:\n- id: \w{8}\n {2}reason: "Why it is gone"\n {2}date: "YYYY-MM-DD"$/

test('each page and each fragment is checked', () => {
  const { two } = buildTwice()
  const site = sampleSite(two.record)
  for (const { path } of site) {
    const problems = checkPromises(
      two.record,
      site.filter((page) => page.path !== path),
      two.versions,
    )
    expect(problems).toEqual([
      {
        file: 'content/permalinks.json',
        severity: 'error',
        rule: 'permalink/broken',
        reason: `${path} was published and is no page of the site`,
        hint: expect.stringMatching(LET_GO),
      },
    ])
  }
  const bare = site.map(({ path }) => ({ path, ids: new Set<string>() }))
  const problems = checkPromises(two.record, bare, two.versions)
  expect(problems).toHaveLength(3 * 4)
  for (const { reason, hint } of problems) {
    expect(reason).toMatch(/^\/sources\/.*\/#p-\w{6} was published and is no element of the page$/)
    expect(hint).toBe('The page must hold an element with this id, if only an empty one with a notice.')
  }
})

test('an earlier text must be the one that was published', () => {
  const { two } = buildTwice()
  expect(checkPromises(two.record, sampleSite(two.record), [])).toMatchObject([{ rule: 'permalink/version' }])
  const altered = two.versions.map((version) => ({ ...version, passages: version.passages.slice(1) }))
  expect(checkPromises(two.record, sampleSite(two.record), altered)).toMatchObject([{ rule: 'permalink/version' }])
})

test('redirects lead to the present address, fragments and versions too', () => {
  const { one, two } = buildTwice()
  const old = one.addresses.sources.get('a.txt')!.address
  const present = two.addresses.sources.get('a.txt')!.address
  const redirects = listRedirects(two.record)
  expect(redirects.find(({ from }) => from === old)).toMatchObject({
    to: present,
    fragments: expect.arrayContaining([
      { id: one.addresses.passages.get('a.txt#2'), to: `${present}#${one.addresses.passages.get('a.txt#2')}` },
    ]),
  })
  expect(redirects.find(({ from }) => from === `${old}v1/`)).toMatchObject({ to: `${present}v1/` })
  expect(redirects.find(({ from }) => from === `${present}v2/`)).toMatchObject({ to: present, version: 2 })
  expect(redirects.find(({ from }) => from === `${old}v2/`)).toMatchObject({ to: present, version: 2 })
  expect(redirects.find(({ from }) => from.startsWith('/places/lenn-'))).toMatchObject({
    reason: 'No longer named by any passage.',
  })
  expect(writeRedirects(redirects, '/archive')).toBe(
    [
      `/archive${old} /archive${present} 301\n`,
      `/archive${old}v1/ /archive${present}v1/ 301\n`,
      `/archive${old}v2/ /archive${present} 302\n`,
      '/archive/sources/:page/v2/ /archive/sources/:page/ 302\n',
    ].join(''),
  )
})
