import { lineCorrection, metadataCorrection } from '../model/correction.ts'
import type { Passage, Range } from '../model/passage.ts'
import { METADATA_FIELDS } from '../model/source.ts'
import type { Source } from '../model/source.ts'
import { quoteLines } from '../review/ask-about-sources.ts'
import { positionAt } from '../text/lines.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Form, Statement } from './forms.ts'
import { checkItem, fieldsOf, readValues } from './forms.ts'

/** The metadata of a source, and what was left out of its text. */
export const stateSource = (source: Source): Statement[] => [...metadataOf(source), ...leftOutOf(source)]

/** Leaves the lines of a passage out of the text. */
export function lineOf(source: Source, passage: Passage): Statement {
  const range = { start: passage.segments[0]!.start, end: passage.segments.at(-1)!.end }
  return lineStatement(source, range, `text of the article, ¶ ${passage.ordinal}`)
}

/** Each block that was left out, to be restored. */
function leftOutOf(source: Source): Statement[] {
  return source.setAside.map((block) => {
    const { line } = positionAt(source.text, block.start)
    return lineStatement(source, block, `line ${line}, left out as ${block.kind} (${block.rule})`)
  })
}

function lineStatement(source: Source, range: Range, says: string): Statement {
  const words = source.text.slice(range.start, range.end).trim().replaceAll(/\s+/g, ' ')
  const fields = fieldsOf(lineCorrection, ['kind', 'at', 'through', 'by'])
  const form: Form = {
    id: `line ${range.start}`,
    title: 'Text or not',
    fields,
    decide: (values) => {
      const item = { kind: 'line', ...quoteLines(source, range), ...readValues(fields, values) }
      return checkItem(lineCorrection, item, { ...sidecarOf(source), field: 'corrections' })
    },
  }
  return { kind: 'line', words, says, forms: words === '' ? [] : [form] }
}

function metadataOf(source: Source): Statement[] {
  const known = new Set<string>(metadataCorrection.shape.field.options)
  return METADATA_FIELDS.filter((field) => known.has(field)).map((field) => {
    const fact = source.metadata[field]
    const fields = fieldsOf(metadataCorrection, ['kind', 'field', 'by'])
    const form: Form = {
      id: `metadata ${field}`,
      title: `Correct the ${field}`,
      fields,
      decide: (values) => {
        const { value, ...said } = readValues(fields, values)
        const right = field === 'authors' && typeof value === 'string' ? value.split(/\s*;\s*/) : value
        const item = { kind: 'metadata', field, ...(right !== undefined && { value: right }), ...said }
        return checkItem(metadataCorrection, item, { ...sidecarOf(source), field: 'corrections' })
      },
    }
    const words = fact ? [fact.value].flat().join('; ') : ''
    return { kind: field, words, says: fact ? `${fact.certainty}, ${fact.rule}` : 'not stated', forms: [form] }
  })
}
