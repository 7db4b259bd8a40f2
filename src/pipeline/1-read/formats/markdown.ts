import { readClipping } from './clipper.ts'
import type { Format } from './format.ts'
import { readPlain } from './text.ts'

/** Markdown: the decoded file is the text that offsets count in; its front matter is a sidecar, or a web clipper's. */
export const markdown: Format = {
  name: 'markdown',
  version: 1,
  maxBytes: 5_000_000,
  isPlain: true,
  extensions: ['.md', '.markdown'],
  recognises: ({ extension }) => extension === '.md' || extension === '.markdown',
  read: (input) => {
    const read = readPlain(input)
    return { ...read, articles: read.articles.map((article) => ({ ...article, ...readClipping(article.text ?? '') })) }
  },
}
