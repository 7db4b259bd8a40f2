import type { Findings } from '../../model/dossier.ts'
import { entityKind } from '../../model/kind.ts'
import type { Source } from '../../model/source.ts'

/**
 * A source of one paragraph with the mentions that the text marks, for tests: `{kind words}`,
 * `{kind words|name}` for words that a list knows under another name, `{place words@Ohio/Norland}` for a place in
 * another.
 */
export function readMarked(marked: string, file: string): { source: Source; findings: Findings } {
  let text = ''
  const mentions: Findings['mentions'] = []
  for (const part of marked.split(/(\{[^{}]+\})/)) {
    const [, kind, words, name, where, country] =
      /^\{(\w+) ([^{}|@]+)(?:\|([^{}]+))?(?:@([^{}/]+)(?:\/([^{}]+))?)?\}$/.exec(part) ?? []
    if (kind && words) {
      const span = { passage: 1, start: text.length, end: text.length + words.length }
      const base = { span, kind: entityKind.parse(kind), form: 'name', certainty: 'stated', rule: 'test' } as const
      mentions.push({
        ...base,
        ...(name && { refersTo: name }),
        ...(where && { within: { name: where, ...(country && { country }) } }),
      })
    }
    text += words ?? part
  }
  const passage = { ordinal: 1, kind: 'paragraph', text, segments: [{ start: 0, end: text.length, at: 0 }] } as const
  return {
    source: {
      file,
      text,
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      format: 'text',
      sidecar: {},
      language: 'en',
      rights: 'full',
      metadata: {},
      setAside: [],
      passages: [{ ...passage, segments: [...passage.segments] }],
    },
    findings: { file, mentions, dates: [], quotations: [], amounts: [], roles: [] },
  }
}
