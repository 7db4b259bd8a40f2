import type { Passage } from '../../model/passage.ts'
import type { Evidenced, Source } from '../../model/source.ts'
import { isBody } from '../../model/passage.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import { countCodePoints } from '../../text/code-points.ts'
import type { Composition } from './composition.ts'

type Offset = (unit: number) => number
type Ranged = { readonly start: number; readonly end: number }

/**
 * The objects of `data/sources.json`: each source with its passages and everything set aside.
 * Positions are Unicode code points over the whole decoded file, end exclusive.
 */
export function dataOfSources(composition: Composition): object[] {
  return composition.chronicle.map((source) => dataOfSource(composition, source))
}

function dataOfSource(composition: Composition, source: Source): object {
  const { pageOfSource, passageIdOf } = composition
  const { file, sha256, encoding, language, rights, metadata, passages, setAside, text, sidecar } = source
  const { id, address } = pageOfSource(file)
  const toCodePoints = countCodePoints(text)
  const dataOf = (passage: Passage) =>
    dataOfPassage(
      { ...passage, text: shownText(composition, file, passage) },
      passageIdOf(file, passage.ordinal),
      toCodePoints,
    )
  return {
    id,
    address,
    file,
    sha256,
    encoding,
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

/** The passage's text, or the parts of it that may be shown. */
function shownText({ shownIn }: Composition, file: string, { ordinal, text }: Passage): string {
  return shownIn(file, ordinal)
    .map(({ start, end }) => text.slice(start, end))
    .join(' […] ')
}

function inCodePoints({ start, end }: Ranged, toCodePoints: Offset): Ranged {
  return { start: toCodePoints(start), end: toCodePoints(end) }
}

function dataOfPassage({ ordinal, kind, text, segments }: Passage, id: string, toCodePoints: Offset): object {
  return { id, ordinal, kind, text, segments: segments.map((segment) => inCodePoints(segment, toCodePoints)) }
}

function dataOfFact(
  { value, certainty, rule, evidence, reason }: Evidenced<unknown>,
  text: string,
  toCodePoints: Offset,
): object {
  return {
    value,
    certainty,
    rule,
    ...(reason && { reason }),
    evidence: evidence.map((range) => ({
      ...inCodePoints(range, toCodePoints),
      words: text.slice(range.start, range.end),
    })),
  }
}
