import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkHosts, readRedirects, writeHeaders } from './host-files.ts'

const EXPECTED = `/*
  Content-Security-Policy: default-src 'none'; script-src 'self' 'a'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Cross-Origin-Opener-Policy: same-origin
`

test('the headers state the policy of the search page, and nothing may frame the site', () => {
  const out = mkdtempSync(join(tmpdir(), 'dossier-headers-'))
  mkdirSync(join(out, 'search'))
  const write = (html: string) => writeFileSync(join(out, 'search/index.html'), html)
  write(
    '<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;; script-src &#x27;self&#x27; \'a\'">',
  )
  writeHeaders(out)
  expect(readFileSync(join(out, '_headers'), 'utf8')).toBe(EXPECTED)
  write('<p>')
  expect(() => writeHeaders(out)).toThrow('Missing content security policy')
  rmSync(out, { recursive: true })
})

test('redirects are read from the lines that hosts read', () => {
  const site = mkdtempSync(join(tmpdir(), 'dossier-redirects-'))
  expect(readRedirects(site)).toEqual(new Map())
  writeFileSync(
    join(site, '_redirects'),
    '/a/ /b/ 301\n# /c/ /d/ 301\n\n/sources/:page/v1/ /sources/:page/ 301\n/lone/\n',
  )
  expect([...readRedirects(site)]).toEqual([
    ['/a/', '/b/'],
    ['/sources/:page/v1/', '/sources/:page/'],
  ])
  rmSync(site, { recursive: true })
})

test('hosts with a limit that is nearly reached are reported, with a way to make the site smaller', () => {
  const site = mkdtempSync(join(tmpdir(), 'dossier-hosts-'))
  writeFileSync(join(site, 'a.html'), '<p>')
  expect(checkHosts(site, {})).toEqual([])
  const large = join(site, 'data.json')
  writeFileSync(large, '')
  truncateSync(large, 20e6)
  expect(checkHosts(site, {})).toEqual([])
  truncateSync(large, 27e6)
  const told = checkHosts(site, { site: 'https://example.org/', stubs: true })
  expect(told).toMatchObject([{ rule: 'build/host-limits', severity: 'warning' }])
  expect(told[0]!.reason).toBe(
    'The site has 2 files of 27 MB, the largest of 27 MB; hosts take no more than: Cloudflare Pages (free) 26 MB a file; Cloudflare Pages (paid) 26 MB a file',
  )
  expect(told[0]!.hint).toMatch(/^"shareImages: false" saves a picture a page; without "stubs: true"/)
  expect(checkHosts(site, { shareImages: false })[0]!.hint).toMatch(/^A server of your own/)
  truncateSync(large, 0.9e9)
  expect(checkHosts(site, {})[0]!.reason).toContain('GitHub Pages 1000 MB; GitLab Pages (gitlab.com) 1000 MB')
  rmSync(site, { recursive: true })
})
