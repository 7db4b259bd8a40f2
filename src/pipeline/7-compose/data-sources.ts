import type { Place } from '../../model/extracted.ts'
import type { Passage } from '../../model/passage.ts'
import { isBody } from '../../model/passage.ts'
import type { Evidenced, Source } from '../../model/source.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import { countCodePoints } from '../../text/characters.ts'
import { sha256Of } from '../../text/hash.ts'
import { findPlace } from '../../text/ranges.ts'
import type { Composition } from './composition.ts'
import { extractedFile } from './write-page.ts'

type Offset = (unit: number) => number
type Ranged = { readonly start: number; readonly end: number }

/**
 * The objects of `data/sources.json`: each source with its passages and everything set aside.
 * Positions are Unicode code points over the whole decoded file, or over the text extracted from it, end exclusive.
 */
export function dataOfSources(composition: Composition): object[] {
  return composition.sourcesByDate.map((source) => dataOfSource(composition, source))
}

function dataOfSource(composition: Composition, source: Source): object {
  const { pageOfSource, passageIdOf } = composition
  const { file, sha256, encoding, language, rights, metadata, passages, setAside, text, sidecar, extraction } = source
  const { id, address } = pageOfSource(file)
  const toCodePoints = countCodePoints(text)
  const dataOf = (passage: Passage) =>
    dataOfPassage(
      { ...passage, text: shownText(composition, file, passage) },
      passageIdOf(file, passage.ordinal),
      toCodePoints,
      extraction && findPlace(extraction, passage.segments[0]!.start),
    )
  return {
    id,
    address,
    file,
    sha256,
    encoding,
    ...originOf(source, id),
    language,
    rights,
    ...(sidecar.form && { form: sidecar.form }),
    metadata: Object.fromEntries(
      METADATA_FIELDS.flatMap((field) =>
        metadata[field] ? [[field, dataOfFact(metadata[field], text, toCodePoints)]] : [],
      ),
    ),
    headline: passages.filter(({ kind }) => kind === 'headline').map(dataOf)[0],
    passages: passages.filter(isBody).map(dataOf),
    keyPoints: passages.filter(({ kind }) => kind === 'key-point').map(dataOf),
    setAside: setAside.map(({ kind, rule, ...range }) => ({ ...inCodePoints(range, toCodePoints), kind, rule })),
  }
}

/** Extraction and provenance, which plain text does not have. */
function originOf(source: Source, id: string): object {
  const { format, extraction, container, provenance, copies, text } = source
  return {
    ...(extraction && {
      format,
      extracted: { file: extractedFile(source, id), sha256: sha256Of(text), by: extraction.by },
    }),
    ...(container && { container }),
    ...(provenance && { provenance }),
    ...(copies && { copies }),
  }
}

/** The passage's text, or the parts of it that may be shown. */
function shownText({ shownIn }: Composition, file: string, { ordinal, text }: Passage): string {
  return shownIn(file, ordinal)
    .map(({ start, end }) => text.slice(start, end))
    .join(' […] ')
}

function inCodePoints({ start, end }: Ranged, toCodePoints: Offset): Ranged {
  return { start: toCodePoints(start), end: toCodePoints(end) }
}

function dataOfPassage(
  { ordinal, kind, text, segments }: Passage,
  id: string,
  toCodePoints: Offset,
  place?: Place,
): object {
  return {
    id,
    ordinal,
    kind,
    text,
    segments: segments.map((segment) => inCodePoints(segment, toCodePoints)),
    ...(place && { place }),
  }
}

function dataOfFact(
  { value, certainty, rule, evidence, reason, place, words, others }: Evidenced<unknown>,
  text: string,
  toCodePoints: Offset,
): object {
  return {
    value,
    certainty,
    rule,
    ...(reason && { reason }),
    ...(place && { place }),
    ...(words && { words }),
    ...(others && { others }),
    evidence: evidence.map((range) => ({
      ...inCodePoints(range, toCodePoints),
      words: text.slice(range.start, range.end),
    })),
  }
}

/** The objects of `data/entities.json`: each entity with its names, identity steps and the passages that mention it. */
export function dataOfEntities(composition: Composition): object[] {
  const { dossier, entityOf, pageOfEntity, pageOfSource, passageIdOf } = composition
  return dossier.entityRelations.map(({ entity: key, backlinks, neighbours, firstDate, lastDate }) => {
    const { key: _, possiblySame, related, ...entity } = entityOf(key)
    const refer = (other: string) => ({
      id: pageOfEntity(other).id,
      address: pageOfEntity(other).address,
      name: entityOf(other).name,
    })
    const { id, address } = pageOfEntity(key)
    return {
      id,
      address,
      ...entity,
      possiblySame: possiblySame.map(({ entity: other, rule, reason }) => ({ ...refer(other), rule, reason })),
      related: related.map(({ entity: other, relation, rule, reason }) => ({
        ...refer(other),
        relation,
        rule,
        reason,
      })),
      mentions: backlinks.map(({ sentence: { file, passage }, mentions }) => ({
        passage: `${pageOfSource(file).address}#${passageIdOf(file, passage)}`,
        words: mentions.map(({ words }) => words),
      })),
      neighbours: neighbours.map(({ entity: other, sentences }) => ({ ...refer(other), sentences })),
      ...(firstDate && { firstDate }),
      ...(lastDate && { lastDate }),
    }
  })
}
