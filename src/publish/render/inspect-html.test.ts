import { expect, test } from 'vitest'
import { inspectHtml } from './inspect-html.ts'

const harmless = [
  '<a href="/people/">x</a>',
  '<a href="https://example.org/">x</a>',
  '<a href="HTTP://example.org/">x</a>',
  '<area href="https://example.org/">',
  '<a href="mailto:desk@example.org">x</a>',
  '<a href="#p-1">x</a>',
  '<a href="?q=1">x</a>',
  '<a href="a:b/../c">x</a>'.replace('a:b', 'a%3Ab'),
  '<a href="/a:b">x</a>',
  '<a href="/a//b">x</a>',
  '<a href="1:b">x</a>',
  ...[
    'canonical',
    'license',
    'alternate',
    'search',
    'author',
    'describedby',
    'Canonical',
    'license author',
    'license\nauthor',
  ].map((rel) => `<link rel="${rel}" href="https://example.org/x/">`),
  '<link rel="stylesheet" href="/assets/a.css">',
  '<script type="module" src="/assets/a.js"></script>',
  '<script type="application/ld+json">{"a":"</b>"}</script>',
  '<script type="application/json">{}</script>',
  '<p>onclick=alert(1) javascript:alert(1) &lt;script></p>',
  '<p id="a"></p><p id="b"></p>',
  '<p class="a"></p><p class="a"></p>',
  '<meta http-equiv="refresh" content="0; url=/people/">',
  '<meta name="refresh" content="1">',
  '<p http-equiv="refresh" content="1">x</p>',
  '<meta name="description" content="https://example.org/">',
  '<meta http-equiv="content-language" content="en">',
  '<img src="/a.png" alt="">',
  '<img srcset="/a.png 1x, /b.png 2x">',
  '<p data-one="javascript:x" title="onload">x</p>',
  '<blockquote cite="https://example.org/">x</blockquote>',
  '<q cite="http://example.org/">x</q>',
  '<svg><use href="#glyph"></use></svg>',
  '<form action="/search/"></form>',
]

test.each(harmless)('harmless: %s', (html) => expect(inspectHtml(html)).toMatchObject({ faults: [] }))

const leads = (name: string, element: string, address: string) =>
  `Unexpected ${name} of <${element}> leading to ${address}`
const runs = (name: string, element: string) => `Unexpected attribute ${name} on <${element}>: it runs code`
const SCRIPT = "Unexpected script in the page, expected one of the site's own files"
const redirects = (content: string) => `Unexpected redirect ${content}, expected 0; url=/ and an address of the site`

const harmful: [html: string, fault: string][] = [
  ['<p onclick="x">', runs('onclick', 'p')],
  ['<svg onload=x>', runs('onload', 'svg')],
  ['<img src=x onerror=x>', runs('onerror', 'img')],
  ['<P ONMOUSEOVER=x>', runs('onmouseover', 'p')],
  ['<body onpageshow=x>', runs('onpageshow', 'body')],
  ['<p style="x">', 'Unexpected attribute style on <p>'],
  ['<p srcdoc="x">', 'Unexpected attribute srcdoc on <p>'],
  ['<style>x</style>', 'Unexpected style in the page, expected a file of the site'],
  ['<p id="a"></p><p id="a"></p>', 'Unexpected second element with the id "a"'],
  ...['', ' type="module"', ' type="text/plain"', ' type="application/json5"', ' type="text/application/json"'].map(
    (type): [string, string] => [`<script${type}>x</script>`, SCRIPT],
  ),
  ['<script src="https://example.org/x.js"></script>', leads('src', 'script', 'https://example.org/x.js')],
  ['<script src=//example.org/x.js></script>', leads('src', 'script', '//example.org/x.js')],
  ['<script src="data:text/javascript,x"></script>', leads('src', 'script', 'data:text/javascript,x')],
  ...[
    'javascript:x',
    ' java\nscript:x',
    '\x01javascript:x',
    'java\x7Fscript:x',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    'view-source:x',
    'web+x.y-1:x',
    `${'x'.repeat(40)}:x`,
    '//example.org/',
    '\\\\example.org/',
    '/\\example.org/',
    '/\t/example.org/',
  ].map((address): [string, string] => [`<a href="${address}">`, leads('href', 'a', address)]),
  ['<a href="&#106;avascript:x">', leads('href', 'a', 'javascript:x')],
  [`<a href="javascript:${'x'.repeat(100)}">`, leads('href', 'a', `javascript:${'x'.repeat(69)}`)],
  ['<area href="javascript:x">', leads('href', 'area', 'javascript:x')],
  ['<area href="mailto:desk@example.org">', leads('href', 'area', 'mailto:desk@example.org')],
  ['<blockquote cite="javascript:x">', leads('cite', 'blockquote', 'javascript:x')],
  ['<svg><a xlink:href="javascript:x"></a></svg>', leads('href', 'a', 'javascript:x')],
  ['<svg><use href="https://example.org/#x"></use></svg>', leads('href', 'use', 'https://example.org/#x')],
  ...['src', 'poster', 'data', 'background', 'action', 'formaction', 'ping', 'manifest', 'attributionsrc'].map(
    (name): [string, string] => [`<a ${name}="https://example.org/x">`, leads(name, 'a', 'https://example.org/x')],
  ),
  ['<img src="//example.org/x">', leads('src', 'img', '//example.org/x')],
  ['<img src="\\\\example.org/x">', leads('src', 'img', '\\\\example.org/x')],
  ['<img src="data:image/svg+xml,x">', leads('src', 'img', 'data:image/svg+xml,x')],
  ['<img srcset="/a.png 1x, https://example.org/b.png 2x">', leads('srcset', 'img', ' https://example.org/b.png 2x')],
  [
    '<link rel="preload" imagesrcset="https://example.org/b.png">',
    leads('imagesrcset', 'link', 'https://example.org/b.png'),
  ],
  ...[
    'rel="stylesheet"',
    'rel="preload"',
    'rel="dns-prefetch"',
    'rel="canonical stylesheet"',
    'rel=""',
    '',
    'data-one="canonical"',
  ].map((rel): [string, string] => [
    `<link ${rel} href="https://example.org/x">`,
    leads('href', 'link', 'https://example.org/x'),
  ]),
  ['<image rel="canonical" href="https://example.org/x">', leads('href', 'img', 'https://example.org/x')],
  ['<form action="mailto:x@example.org">', leads('action', 'form', 'mailto:x@example.org')],
  ...[
    '0; url=https://example.org/',
    '0;URL=javascript:x',
    '0;https://example.org/',
    "0; url='https://example.org/'",
    `0;${' '.repeat(21)}url=https://example.org/`,
  ].map((content): [string, string] => [`<meta http-equiv="Refresh" content="${content}">`, redirects(content)]),
  [`<meta http-equiv="refresh" content="${'x'.repeat(100)}">`, redirects('x'.repeat(80))],
  ['<meta http-equiv="refresh" content="0; url=//example.org/">', leads('content', 'meta', '//example.org/')],
  ...['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'portal', 'fencedframe'].map((name): [string, string] => [
    `<${name}></${name}>`,
    `Unexpected <${name}>, which no page of the site has`,
  ]),
  ['<html><frameset></frameset></html>', 'Unexpected <frameset>, which no page of the site has'],
  ...['animate', 'set', 'foreignObject'].map((name): [string, string] => [
    `<svg><${name}></${name}></svg>`,
    `Unexpected <${name}>, which no page of the site has`,
  ]),
]

test.each(harmful)('harmful: %s', (html, fault) =>
  expect(inspectHtml(html).faults).toEqual([`${fault} (line ${html.includes('\n') ? 1 : 1})`]),
)

test('ids are collected, and a fault has its line', () => {
  const { ids, faults } = inspectHtml('<p id="a">\n<p id="b" onclick=x>')
  expect([...ids]).toEqual(['a', 'b'])
  expect(faults).toEqual(['Unexpected attribute onclick on <p>: it runs code (line 2)'])
})

test('a page ten times as long takes about ten times as long', () => {
  const time = (count: number) => {
    const html = '<a href="/x">x</a>\n'.repeat(count)
    /* Not the processor's time, which some systems count by ticks that are longer than the short run. */
    const before = performance.now()
    inspectHtml(html)
    return (performance.now() - before) * 1000
  }
  /* The worker collects the garbage of other files meanwhile: of many tries one is undisturbed. */
  const least = (count: number) => Math.min(...Array.from({ length: 9 }, () => time(count)))
  expect(least(20_000)).toBeLessThan(30 * least(2000) + 50_000)
})
