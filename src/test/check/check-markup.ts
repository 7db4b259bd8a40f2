import { HtmlValidate } from 'html-validate'
import type { Breach, SitePage } from './site-page.ts'

/**
 * The rules of html-validate without matters of taste. A heading may be named by its words alone, without the link to
 * its passage.
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
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
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
