import { HtmlValidate } from 'html-validate'
import type { Breach, SitePage } from './site-page.ts'

/**
 * The rules of html-validate, with what its tables do not know yet (invoker and popover attributes of 2026) and what
 * is a matter of taste switched off.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-implicit-button-type': 'off',
    'require-sri': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    'attribute-allowed-values': ['error', { ignore: ['popover'] }],
  },
})

/** Everything that html-validate has against the pages. */
export async function checkMarkup(pages: readonly SitePage[]): Promise<Breach[]> {
  const breaches: Breach[] = []
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html)
    for (const { messages } of results) {
      for (const { ruleId, message, line, column } of messages)
        breaches.push({ page: path, rule: `html/${ruleId}`, reason: `${message} (${line}:${column})` })
    }
  }
  return breaches
}
