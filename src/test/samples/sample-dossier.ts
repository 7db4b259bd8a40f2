import { createHash } from 'node:crypto'
import type { Dossier } from '../../model/dossier.ts'
import type { Entity } from '../../model/entity.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { Rights, Source } from '../../model/source.ts'

/** The fields of a source that a test sets; the rest is invented. */
export interface SampleSource {
  readonly texts: readonly string[]
  readonly headline?: string
  readonly url?: string
  readonly rights?: Rights
}

const stated = <T>(value: T) => ({ value, certainty: 'stated' as const, rule: 'sample', evidence: [] })

/** A source of invented passages for tests; its bytes are its texts. */
export function sampleSource(file: string, { texts, headline, url, rights = 'full' }: SampleSource): Source {
  const text = texts.join('\n\n')
  return {
    file,
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: {},
    language: 'en',
    rights,
    metadata: { ...(headline && { headline: stated(headline) }), ...(url && { url: stated(url) }) },
    passages: texts.map((passage, at) => ({
      ordinal: at + 1,
      kind: 'paragraph',
      text: passage,
      segments: [{ start: 0, end: passage.length, at: 0 }],
    })),
    setAside: [],
  }
}

/** An entity of a name and other names for tests. */
export function sampleEntity(kind: Entity['kind'], name: string, aliases: readonly string[] = []): Entity {
  const key = `${kind}:${name.toLowerCase()}`
  return {
    key,
    kind,
    name,
    aliases: [...aliases],
    sameAs: [],
    isRegistered: false,
    identity: [],
    possiblySame: [],
    related: [],
  }
}

/** A quotation by a speaker, printed in the first passage of a file, for tests. */
export function sampleQuotation(file: string, words: string, speakerWords: string): Quotation {
  const at = [{ file, passage: 1, start: 0, end: 1 }]
  return {
    key: `${words}|${speakerWords}`,
    words,
    mode: 'direct',
    speakerWords,
    occurrences: [{ at, words, speakerWords, rule: 'sample' }],
  }
}

/** A dated event reported by a whole passage of a file, for tests. */
export function sampleDatedEvent(file: string, passage: number, lo: string, length: number): DatedEvent {
  const sentence = { file, passage, start: 0, end: length }
  return {
    key: `${lo}|${file}#${passage}`,
    lo,
    hi: lo,
    certainty: 'stated',
    summary: '',
    entities: [],
    reports: [{ sentence, date: { ...sentence, end: 1 }, mode: 'reported' }],
    joined: [],
    possiblySame: [],
  }
}

/** A figure of one row, which the first sentence of a passage states in its first words, for tests. */
export function sampleFigure(file: string, passage: number, words: string): FigureTable {
  const at = { file, passage, start: 0, end: words.length }
  return {
    key: `count | ${words}`,
    quantity: 'count',
    unit: 'count',
    rows: [{ at, sentence: { ...at, end: 19 }, words, unit: 'count', certainty: 'stated', rule: 'sample' }],
    isCompatible: true,
    beside: [],
  }
}

/** A dossier of these sources and entities and nothing else. */
export function sampleDossier(sources: readonly Source[], entities: readonly Entity[] = []): Dossier {
  return {
    settings: { title: 'Sample', description: 'Invented.', language: 'en', licence: 'CC-BY-4.0', rights: 'full' },
    sources: [...sources],
    findings: [],
    entities: [...entities],
    mentions: [],
    entityRelations: [],
    unplaced: [],
    figures: [],
    wordings: { entities: [], choices: [] },
    origins: [],
    coverage: {
      scope: { sources: 0, undated: 0, withheld: 0, origins: 0 },
      files: [],
      entities: [],
      datedEvents: [],
      quotations: [],
      figures: [],
    },
    contradictions: [],
    quotations: [],
    datedEvents: [],
  }
}
