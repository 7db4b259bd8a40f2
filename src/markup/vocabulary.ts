import type { DossierSettings } from '../model/dossier.ts'
import type { DatedEventEntry, EntityEntry, FigureEntry, QuotationEntry, SourceEntry } from '../model/entry.ts'
import type { PageAddress } from '../model/permalink.ts'
import type { WebAnnotation } from '../model/published-file.ts'

/**
 * The closed vocabulary of generated MDX. A file under `content/` contains nothing else: no other tag, no import or
 * export, no expression, no attribute that is not a literal string.
 */
export const VOCABULARY = {
  /** A passage of a source; in another collection, words cited from that passage. */
  Passage: { required: ['id'], optional: [] },
  /** Words of speech in quotation marks; `by` is the speaker's entity. */
  Quote: { required: [], optional: ['by'] },
  /** A number with its unit or the thing counted. */
  Figure: { required: [], optional: [] },
  /** A date: first and last day it can mean, and how sure that is. */
  When: { required: [], optional: ['from', 'to', 'edtf', 'certainty'] },
  /** A mention of an entity; `form` says when it is not a name. */
  Entity: { required: ['to'], optional: ['form', 'certainty'] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>

export type TagName = keyof typeof VOCABULARY

/** Tags that annotate words, outermost first: where two overlap, the later is cut at the edge of the earlier. */
export const NESTING = ['Quote', 'Figure', 'When', 'Entity'] as const satisfies readonly TagName[]

export type AnnotationTag = (typeof NESTING)[number]

/** True for a tag that annotates words. */
export function isAnnotationTag(name: string | null): name is AnnotationTag {
  return NESTING.some((tag) => tag === name)
}

/** True when the tag may carry the attribute. */
export function isAttributeOf(tag: TagName, attribute: string): boolean {
  const { required, optional }: { required: readonly string[]; optional: readonly string[] } = VOCABULARY[tag]
  return required.includes(attribute) || optional.includes(attribute)
}

/** Marked-up words: text, or a tag around more of the same. */
export type Inline = { readonly text: string } | InlineTag
export interface InlineTag {
  readonly tag: AnnotationTag
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Inline[]
}

/** A passage ready to be written: its id and its marked-up words. */
export interface MarkedPassage {
  readonly id: string
  readonly words: readonly Inline[]
}

/** The words without their tags. */
export function textOf(words: readonly Inline[]): string {
  return words.map((node) => ('text' in node ? node.text : textOf(node.children))).join('')
}

/** Every tag in reading order, an outer one before those inside it. */
export function listTags(words: readonly Inline[]): InlineTag[] {
  return words.flatMap((node) => ('text' in node ? [] : [node, ...listTags(node.children)]))
}

/** A page of a content collection: its front matter and its marked-up passages, all of it free to be shown. */
export interface ComposedPage<Entry> {
  readonly entry: Entry
  readonly passages: readonly MarkedPassage[]
}

/** A source as it is published. */
export interface PublishedSource extends ComposedPage<SourceEntry> {
  /** Hash of the entry and the passages. */
  readonly key?: string
}

/** The annotations of a source, in the order of its text. */
export interface SourceAnnotations {
  /** Hash of everything that they are made from; nothing where other sources count too. */
  readonly key?: string | undefined
  readonly list: () => Iterable<WebAnnotation>
}

/** The published content of a dossier as entries, for the export formats. Withheld words are removed already. */
export interface Published {
  readonly settings: DossierSettings
  /** By date, undated last; the headline is the first passage, if its rights allow. */
  readonly sources: readonly PublishedSource[]
  readonly entities: readonly EntityEntry[]
  readonly quotations: readonly QuotationEntry[]
  /** By first day, then those that no source places. */
  readonly datedEvents: readonly DatedEventEntry[]
  readonly figures: readonly FigureEntry[]
  /** In the order of the sources. */
  readonly annotations: readonly SourceAnnotations[]
  /** Every page by its id. */
  readonly pages: ReadonlyMap<string, PageAddress>
}
