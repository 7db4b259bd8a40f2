import type { Source } from './source.ts'

/** A source made of these passages, the first being its headline, for tests. */
export function sourceOf(texts: readonly string[], file = 'seeds/articles/a.txt'): Source {
  const text = texts.join('\n\n')
  return {
    file,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: {},
    language: 'en',
    rights: 'full',
    metadata: {},
    setAside: [],
    passages: texts.map((words, ordinal) => {
      const start = texts.slice(0, ordinal).join('\n\n').length + (ordinal === 0 ? 0 : 2)
      return {
        ordinal,
        kind: ordinal === 0 ? 'headline' : 'paragraph',
        text: words,
        segments: [{ at: 0, start, end: start + words.length }],
      }
    }),
  }
}
