import { readData } from '../../../text/read-data.ts'
import type { Contradiction } from '../../../model/comparison.ts'
import type { Source } from '../../../model/source.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { compare } from '../../../text/compare.ts'
import { passageKey } from '../../../model/permalink.ts'
import { sha256Of } from '../../../text/hash.ts'

const RENAMED: Readonly<Record<string, string>> = readData('./renamed-rules.yml', import.meta.url)

/** The present key of a contradiction, from one that an editor wrote when its rule had another name. */
export function currentKey(key: string): string {
  const [rule = '', ...rest] = key.split(' | ')
  return [RENAMED[rule] ?? rule, ...rest].join(' | ')
}

/** A contradiction as a rule found it, before it has a key, a hash and an answer. */
export interface Finding extends Pick<Contradiction, 'rule' | 'severity' | 'reason' | 'passages' | 'entities'> {
  /** Its subject, in a few words that stay the same from build to build: a part of the key. */
  readonly about: string
  readonly written?: { readonly file: string; readonly line: number }
}

/** Gives a finding its key and the hash of its passages. */
export function raiseContradiction(
  { about, ...finding }: Finding,
  textOf: (span: SpanInFile) => string,
): Contradiction {
  const files = [...new Set(finding.passages.map(({ file }) => file))].sort(compare)
  return {
    ...finding,
    key: [finding.rule, ...files, about].join(' | '),
    hash: sha256Of(finding.passages.map(textOf).join('\n\n')).slice(0, 12),
  }
}

/** Returns the whole text of a span's passage. */
export function passageReader(sources: readonly Source[]): (span: SpanInFile) => string {
  const texts = new Map(
    sources.flatMap(({ file, passages }) =>
      passages.map(({ ordinal, text }) => [passageKey(file, ordinal), text] as const),
    ),
  )
  return ({ file, passage }) => texts.get(passageKey(file, passage)) ?? ''
}
