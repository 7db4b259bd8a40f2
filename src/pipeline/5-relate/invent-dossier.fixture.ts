import type { DateMention } from '../../model/date.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/dossier.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Source } from '../../model/source.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import type { Span } from '../../model/passage.ts'

/** Invented sources with the annotations that other stages would give them. */
export interface Invented {
  readonly sources: Source[]
  readonly findings: Findings[]
  readonly mentions: ResolvedMention[]
}

const MARK = /\{([^{}=@]+)([=@])([^{}]+)\}/g

/**
 * Invents a dossier. In a text, `{Vale=person:vale}` is a mention of an entity, `{Monday@2020-03-02}` a day and
 * `{March@2020-03-01/2020-03-31}` an interval; a value that begins with `XXXX` is a TIMEX without a day, with `P` a duration. A key's first part is its kind.
 *
 * @param articles publication date (empty when unknown) and paragraphs of each source
 */
export function inventDossier(articles: readonly (readonly [string, ...string[]])[]): Invented {
  const invented: Invented = { sources: [], findings: [], mentions: [] }
  for (const [index, [date, ...paragraphs]] of articles.entries())
    inventArticle(invented, `seeds/articles/${index}.txt`, date, paragraphs)
  return invented
}

function inventArticle(
  { sources, findings, mentions }: Invented,
  file: string,
  date: string,
  paragraphs: readonly string[],
): void {
  const found: Findings = { file, mentions: [], dates: [], quotations: [], amounts: [], roles: [] }
  const texts = paragraphs.map((marked, index) => readMarks(marked, file, index + 1, found, mentions))
  sources.push(inventSource(file, date, texts))
  findings.push(found)
}

function readMarks(
  marked: string,
  file: string,
  passage: number,
  found: Findings,
  mentions: ResolvedMention[],
): string {
  let [text, at] = ['', 0]
  for (const match of marked.matchAll(MARK)) {
    const [whole, words, sign, value] = match as unknown as [string, string, string, string]
    text += marked.slice(at, match.index)
    const span = { passage, start: text.length, end: text.length + words.length }
    if (sign === '@') found.dates.push(inventDate(span, value))
    else mentions.push(inventMention(span, file, words, value))
    text += words
    at = match.index + whole.length
  }
  return text + marked.slice(at)
}

function inventDate(span: Span, value: string): DateMention {
  if (/^(?:XXXX|P)/.test(value))
    return {
      span,
      type: value.startsWith('P') ? 'DURATION' : 'DATE',
      timex: value,
      certainty: 'stated',
      rule: 'date/invented',
      reason: 'invented',
    }
  const [lo, hi] = value.split('/') as [string, string?]
  return {
    span,
    type: 'DATE',
    lo,
    hi: hi ?? lo,
    precision: hi === undefined ? 'day' : 'range',
    certainty: 'stated',
    rule: 'date/invented',
    reason: 'invented',
  }
}

function inventMention(span: Span, file: string, words: string, entity: string): ResolvedMention {
  const kind = entity.slice(0, entity.indexOf(':')) as EntityKind
  return {
    span,
    kind,
    form: 'name',
    certainty: 'stated',
    rule: 'name/invented',
    file,
    words,
    entity,
    step: { rule: 'identity/invented', certainty: 'stated', reason: 'invented' },
  }
}

/** Without a headline: the passages are paragraphs, numbered from 1. */
function inventSource(file: string, date: string, texts: readonly string[]): Source {
  const source = sourceOf(texts, file)
  const known =
    date === ''
      ? {}
      : { date: { value: date, certainty: 'stated' as const, rule: 'boilerplate/invented', evidence: [] } }
  const passages = source.passages.map((passage) => ({
    ...passage,
    ordinal: passage.ordinal + 1,
    kind: 'paragraph' as const,
  }))
  return { ...source, metadata: known, passages }
}

/** Finds words in an invented source; they must occur. */
export function locate({ sources }: Invented, index: number, words: string): Span {
  for (const { ordinal, text } of sources[index]!.passages) {
    const start = text.indexOf(words)
    if (start >= 0) return { passage: ordinal, start, end: start + words.length }
  }
  throw new Error(`No source ${index} with “${words}”`)
}

/** Every source in one story. */
export function oneStory({ sources }: Pick<Invented, 'sources'>): Map<string, number> {
  return new Map(sources.map(({ file }) => [file, 0]))
}
