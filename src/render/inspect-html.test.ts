import { expect, test } from 'vitest'
import { inspectHtml } from './inspect-html.ts'

const harmless = [
  '<a href="/people/">x</a>', '<a href="https://example.org/">x</a>', '<a href="mailto:desk@example.org">x</a>', '<a href="#p-1">x</a>', '<a href="?q=1">x</a>',
  '<link rel="canonical" href="https://example.org/x/">', '<link rel="stylesheet" href="/assets/a.css">', '<script type="module" src="/assets/a.js"></script>',
  '<script type="application/ld+json">{"a":"</b>"}</script>', '<p>onclick=alert(1) javascript:alert(1) &lt;script></p>', '<p id="a"></p><p id="b"></p>',
  '<meta http-equiv="refresh" content="0; url=/people/">', '<img src="/a.png" alt="">', '<p data-one="javascript:x" title="onload">x</p>', '<blockquote cite="https://example.org/">x</blockquote>',
  '<svg><use href="#glyph"></use></svg>', '<form action="/search/"></form>', '<a href="a:b/../c">x</a>'.replace('a:b', 'a%3Ab'),
]

test.each(harmless)('harmless: %s', (html) => expect(inspectHtml(html).faults).toEqual([]))

const harmful = [
  '<p onclick="x">', '<svg onload=x>', '<img src=x onerror=x>', '<P ONMOUSEOVER=x>', '<body onpageshow=x>',
  '<script>x</script>', '<script src="https://example.org/x.js"></script>', '<script src=//example.org/x.js></script>', '<script src="data:text/javascript,x"></script>', '<script type="module">x</script>', '<script type="text/plain">x</script>',
  '<a href="javascript:x">', '<a href=" java\nscript:x">', '<a href="&#106;avascript:x">', '<a href="JAVASCRIPT:x">', '<a href="data:text/html,x">', '<a href="vbscript:x">', '<a href="blob:x">', '<a href="file:///etc/passwd">', '<area href="javascript:x">', '<svg><a xlink:href="javascript:x"></a></svg>',
  '<img src="https://example.org/x.png">', '<img src="//example.org/x">', '<img src="\\\\example.org/x">', '<img srcset="/a.png 1x, https://example.org/b.png 2x">', '<img src="data:image/svg+xml,x">', '<video poster="https://example.org/x">', '<audio src="http://example.org/x">', '<source src="http://example.org/x">', '<input src="http://example.org/x">',
  '<link rel="stylesheet" href="https://example.org/x.css">', '<link rel="preload" href="//example.org/x">', '<link rel="canonical stylesheet" href="https://example.org/x">', '<link href="https://example.org/x">', '<link rel="dns-prefetch" href="//example.org">',
  '<iframe src="/x">', '<object data="/x">', '<embed src="/x">', '<base href="/x">', '<style>x</style>', '<p style="x">', '<iframe srcdoc="x">', '<form action="https://example.org/">', '<button formaction="javascript:x">', '<form action="mailto:x@example.org">',
  '<meta http-equiv="refresh" content="0; url=https://example.org/">', '<meta http-equiv="Refresh" content="0;URL=javascript:x">', '<p id="a"></p><p id="a"></p>', '<svg><set attributeName="href"></set></svg>', '<svg><animate></animate></svg>', '<html manifest="https://example.org/x">', '<a ping="https://example.org/" href="/x">', '<applet></applet>',
]

test.each(harmful)('harmful: %s', (html) => expect(inspectHtml(html).faults.length).toBeGreaterThan(0))

test('ids are collected, and a fault tells its line', () => {
  const { ids, faults } = inspectHtml('<p id="a">\n<p id="b" onclick=x>')
  expect([...ids]).toEqual(['a', 'b'])
  expect(faults).toEqual(['Unexpected attribute onclick on <p>: it runs code (line 2)'])
})

test('a page ten times as long takes about ten times as long', () => {
  const time = (count: number) => {
    const html = '<p class="x" id="a'.repeat(1) + '<a href="/x">x</a>\n'.repeat(count)
    const start = performance.now()
    inspectHtml(html)
    return performance.now() - start
  }
  time(2000)
  expect(time(50_000)).toBeLessThan(30 * time(5000) + 50)
})
