import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What makes code or markup of a string; and what would switch off the browser's own guard against it. */
const SINKS =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|document\.write(?:ln)?|DOMParser|parseFromString|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|eval|Function|Worker|createPolicy|execCommand)\b|set(?:Timeout|Interval)\(\s*['"`]|setAttribute\(\s*['"`](?:on|src|href|style)/

const scripts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

test.each(scripts)('%s makes nothing of strings but text', (file) => {
  expect(SINKS.exec(readFileSync(join(import.meta.dirname, file), 'utf8'))?.[0]).toBeUndefined()
})

test.each([
  'box.innerHTML = words',
  'new Worker(address)',
  'setTimeout("run()")',
  "trustedTypes.createPolicy('any', {})",
])('%s would be seen', (line) => expect(line).toMatch(SINKS))
test.each(['setTimeout(() => close(), 300)', "link.setAttribute('lang', language)", 'node.textContent = words'])(
  '%s is harmless',
  (line) => expect(line).not.toMatch(SINKS),
)
