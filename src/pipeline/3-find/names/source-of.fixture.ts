import type { Source } from '../../../model/source.ts'

/** A source made of these passages, the first being its headline, for tests. */
export function sourceOf(texts: readonly string[], file = 'seeds/articles/a.txt'): Source {
  return {
    file,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text: texts.join('\n\n'),
    sidecar: {},
    language: 'en',
    rights: 'full',
    metadata: {},
    setAside: [],
    passages: texts.map((text, ordinal) => ({
      ordinal,
      kind: ordinal === 0 ? 'headline' : 'paragraph',
      text,
      segments: [{ start: 0, end: text.length, at: 0 }],
    })),
  }
}
