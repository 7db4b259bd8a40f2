import type { ComposedPage } from '../../markup/vocabulary.ts'
import type { SourceEntry } from '../../model/entry.ts'
import type { FileEdit } from '../../model/evidence.ts'
import type { Evidenced, Source } from '../../model/source.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import { sha256Of } from '../../text/hash.ts'
import { indexLines } from '../../text/lines.ts'
import type { Composition } from './composition.ts'
import { countEntities } from './refer.ts'
import { hashSourcePage } from './hash-inputs.ts'
import type { PageToCompose } from './write-page.ts'
import { extractedFile } from './write-page.ts'
import { markWords } from './mark-words.ts'
import { findPlace } from '../../text/ranges.ts'
import { titleOf } from '../../text/sources.ts'

/** The pages of `content/sources/`: each source with its passages, its metadata with evidence, and what was set aside. */
export function* composeSources(composition: Composition): Generator<PageToCompose<SourceEntry>> {
  for (const [index, source] of composition.sourcesByDate.entries()) {
    const { id, slug } = composition.pageOfSource(source.file)
    yield {
      id,
      slug,
      key: hashSourcePage(composition, source, index),
      passages: source.passages.map(({ ordinal }) => composition.passageIdOf(source.file, ordinal)),
      compose: () => composeSource(composition, source, index),
    }
  }
}

function composeSource(composition: Composition, source: Source, index: number): ComposedPage<SourceEntry> {
  const { file, passages } = source
  const marked = passages.map((passage) => ({
    id: composition.passageIdOf(file, passage.ordinal),
    words: markWords(composition, file, passage),
  }))
  return { entry: composition.withhold(entryOf(composition, source, index)), passages: marked }
}

function entryOf(composition: Composition, source: Source, index: number): SourceEntry {
  const { sourcesByDate, pageOfSource, passageIdOf } = composition
  const { id, slug } = pageOfSource(source.file)
  const [previous, next] = [sourcesByDate[index - 1], sourcesByDate[index + 1]]
  const accessed = source.sidecar.accessed ?? source.provenance?.accessed
  const { metadata, sidecar, file, sha256, encoding, language, rights, passages } = source
  return {
    id,
    slug,
    ...titleOf(source),
    position: index + 1,
    of: sourcesByDate.length,
    ...(previous && { previous: pageOfSource(previous.file).id }),
    ...(next && { next: pageOfSource(next.file).id }),
    file,
    sha256,
    encoding,
    ...originOf(source, id),
    language,
    rights,
    ...(sidecar.form && { form: sidecar.form }),
    ...(sidecar.note && { note: sidecar.note }),
    ...(accessed && { accessed }),
    ...(metadata.publisher && { publisher: metadata.publisher.value }),
    authors: metadata.authors?.value ?? [],
    ...(metadata.date && { date: metadata.date.value }),
    ...(metadata.url && { url: metadata.url.value }),
    facts: factsOf(source, composition.dossier.settings.language),
    passages: passages.map(({ ordinal, kind, segments }) => ({
      id: passageIdOf(file, ordinal),
      ordinal,
      kind,
      ...(source.extraction && { place: findPlace(source.extraction, segments[0]!.start) }),
    })),
    setAside: setAsideOf(source),
    entities: countEntities(
      composition,
      passages.flatMap(({ ordinal }) => composition.annotationsOf(file, ordinal).mentions),
    ),
    ...editsOf(composition, source),
    dates: datesOf(composition, source),
  }
}

/** Corrections: of how the file was read, of the source itself, then between it and others. */
function editsOf(
  { dossier, editsIn, passageIdOf }: Composition,
  { file, edits: read = [] }: Source,
): Pick<SourceEntry, 'edits'> {
  const own = editsIn(file)
  const joint = (dossier.edits ?? []).flatMap(({ places, ...edit }) =>
    places.filter((place) => place.file === file).map((span) => ({ ...edit, span })),
  )
  const entryOf = (
    { kind, was, now, reason, by }: Omit<FileEdit, 'at'>,
    place: { passage?: string; line?: number },
  ) => ({
    kind,
    ...place,
    was,
    now,
    reason,
    ...(by && { by }),
  })
  const edits = [
    ...read.map((edit) => entryOf(edit, edit.at === undefined ? {} : { line: edit.at })),
    ...[...own, ...joint].map((edit) => entryOf(edit, { passage: passageIdOf(file, edit.span.passage) })),
  ]
  return edits.length > 0 ? { edits } : {}
}

/** How the text came out of the file, and what else the file states about itself; nothing for plain text. */
function originOf(source: Source, id: string) {
  const { format, extraction, text, container, provenance, copies } = source
  const path = extractedFile(source, id)
  return {
    ...(extraction && { format, extracted: { file: path!, sha256: sha256Of(text), by: extraction.by } }),
    ...(container && { container }),
    ...(provenance && { provenance }),
    ...(copies && { copies }),
  }
}

/** The metadata fields, and the language where it is not the dossier's. */
function factsOf({ metadata, languageFact, text }: Source, usual: string): SourceEntry['facts'] {
  const language = languageFact?.value === usual ? undefined : languageFact
  const facts = { ...metadata, ...(language && { language }) }
  return [...METADATA_FIELDS, 'language' as const].flatMap((field) => {
    const fact: Evidenced<string | string[]> | undefined = facts[field]
    if (!fact) return []
    const { certainty, rule, evidence, reason, place, others } = fact
    const read = evidence.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ')).join(' … ')
    const words = fact.words ?? read
    return [
      {
        field,
        value: [fact.value].flat().join('; '),
        certainty,
        rule,
        ...(words && { words }),
        ...(reason && { reason }),
        ...(place && { place }),
        ...(others && { others }),
      },
    ]
  })
}

function setAsideOf({ setAside, text }: Source): SourceEntry['setAside'] {
  const lineAt = indexLines(text)
  return setAside.map(({ start, end, kind, rule }) => ({
    line: lineAt(start),
    kind,
    rule,
    text: text.slice(start, end).replaceAll(/\s+/g, ' ').trim(),
  }))
}

function datesOf({ passageIdOf, annotationsOf }: Composition, { file, passages }: Source): SourceEntry['dates'] {
  return passages.flatMap((passage) =>
    annotationsOf(file, passage.ordinal).dates.map(({ span, ...date }) => ({
      ...date,
      words: passage.text.slice(span.start, span.end),
      passage: passageIdOf(file, passage.ordinal),
    })),
  )
}
