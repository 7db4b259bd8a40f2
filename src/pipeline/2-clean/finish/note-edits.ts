import type { WrittenCorrection } from '../../../model/correction.ts'
import { correctionsOf } from '../../../model/correction.ts'
import type { FileEdit } from '../../../model/evidence.ts'
import type { Problem, Reported } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import type { PlacedLines } from '../trace/apply-corrections.ts'
import { tellNoChange } from '../../../text/quoted-place.ts'
import { tellSecond } from '../trace/apply-corrections.ts'

/**
 * What a person's corrections of lines and metadata changed.
 *
 * @param plain the source as the rules alone read it
 * @param lines where the corrections of lines apply
 * @returns edits; a problem for each correction that changes nothing, and for each second one of a field
 */
export function noteEdits(source: Source, plain: Source, lines: readonly PlacedLines[]): Reported<FileEdit[]> {
  const noted = [...lines.map((one) => noteLines(one, plain)), ...noteMetadata(source, plain)]
  return {
    value: noted.flatMap((one) => ('now' in one ? [one] : [])),
    problems: noted.flatMap((one) => ('now' in one ? [] : [one])),
  }
}

function noteLines({ written, line, offset }: PlacedLines, { setAside }: Source): FileEdit | Problem {
  const left = setAside.find(({ start, end }) => start <= offset && offset < end)
  const isText = written.correction.is === 'text'
  const was = left ? `left out as ${left.kind}` : 'text'
  if (isText === !left) return tellNoChange(written, was)
  const now = isText ? 'text' : 'left out'
  return { ...decisionOf(written), kind: 'line', at: line, was, now, ...(left && { rule: left.rule }) }
}

function noteMetadata({ corrections }: Source, { metadata }: Source): (FileEdit | Problem)[] {
  const firsts = new Map<string, WrittenCorrection>()
  return correctionsOf(corrections, 'metadata').map((written) => {
    const { field, value } = written.correction
    const first = firsts.get(field)
    if (first) return tellSecond(written, first, field)
    firsts.set(field, written)
    const fact = metadata[field]
    const was = fact === undefined ? 'none' : `${field}: ${[fact.value].flat().join('; ')}`
    const now = value === undefined ? 'none' : `${field}: ${[value].flat().join('; ')}`
    if (was === now) return tellNoChange(written, was)
    return { ...decisionOf(written), kind: 'metadata', was, now, ...(fact && { rule: fact.rule }) }
  })
}

function decisionOf({ correction: { reason, by }, file, line }: WrittenCorrection) {
  return { reason, ...(by && { by }), file, line }
}
