import { describe, expect, test } from 'vitest'
import { makePageRelative, makeStylesRelative, relativeTo } from './relative-page.ts'

const place = { base: '', path: 'people/amina-vale-3k9m2p7x/index.html' }

describe('an address from a page two folders deep', () => {
  test.each([
    ['/', '../../index.html'],
    ['/sources/a-7x2m9k3p/', '../../sources/a-7x2m9k3p/index.html'],
    ['/sources/a-7x2m9k3p/#p-4x7k2m', '../../sources/a-7x2m9k3p/index.html#p-4x7k2m'],
    ['/search/?q=a/b', '../../search/index.html?q=a/b'],
    ['/data/sources.json', '../../data/sources.json'],
    ['/people/amina-vale-3k9m2p7x/#cite', '#cite'],
    ['#cite', '#cite'],
    ['https://paper.example/', 'https://paper.example/'],
    ['//paper.example/', '//paper.example/'],
    ['mailto:desk@paper.example', 'mailto:desk@paper.example'],
  ])('%s becomes %s', (address, expected) => expect(relativeTo(place, address)).toBe(expected))
})

test.each([
  ['/harbour/names/', '../../names/index.html'],
  ['/names/', '/names/'],
  ['/harbourside/', '/harbourside/'],
])('on a site under /harbour, %s becomes %s', (address, expected) =>
  expect(relativeTo({ ...place, base: '/harbour' }, address)).toBe(expected),
)

const READER = '<script defer src="../../pack/read-packed.js" data-root="../../" data-base=""></script>'

test.each([
  ['<a href="/names/?a=1&amp;b=2">x</a>', '<a href="../../names/index.html?a=1&amp;b=2">x</a>'],
  ['<img src=/favicon.svg alt="">', '<img src="../../favicon.svg" alt="">'],
  [
    '<svg viewBox="0 0 1 1"><a href="/names/"/></svg>',
    '<svg viewBox="0 0 1 1"><a href="../../names/index.html"/></svg>',
  ],
  ['<link rel="preload" href="/a.woff2"><p>x', '<p>x'],
  [
    '<meta http-equiv="refresh" content="0; url=/names/">',
    '<meta http-equiv="refresh" content="0; url=../../names/index.html">',
  ],
  ['<form data-index="/search/postings/">', '<form data-index="/search/postings/">'],
  ['<p title="/names/">/names/', '<p title="/names/">/names/'],
  [
    '<script type="module" src="/assets/a.js"></script><script type="module" src="/assets/b.js"></script>',
    `${READER}<script defer src="../../assets/a.js"></script><script defer src="../../assets/b.js"></script>`,
  ],
  [
    '<script type="application/ld+json">{"url":"/names/"}</script>',
    '<script type="application/ld+json">{"url":"/names/"}</script>',
  ],
])('%s becomes %s', (html, expected) => expect(makePageRelative(html, place)).toBe(expected))

test('a page gets the policy of a pack, which lets no script of another host run', () => {
  const html = makePageRelative('<meta http-equiv="content-security-policy" content="default-src \'none\'">', place)
  expect(html).toMatch(/default-src 'none'; script-src 'self' file:;/)
  expect(html).not.toContain('connect-src')
})

test('style sheets name their fonts relatively', () =>
  expect(
    makeStylesRelative('a{src:url(/assets/a.woff2)}b{src:url("/assets/b.woff2")}', { base: '', path: 'assets/x.css' }),
  ).toBe('a{src:url(../assets/a.woff2)}b{src:url("../assets/b.woff2")}'))
