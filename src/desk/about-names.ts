import { lineCorrection, metadataCorrection, nameCorrection } from '../model/correction.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Entity } from '../model/entity.ts'
import { COLLECTION_OF, entityKind } from '../model/kind.ts'
import type { Passage, Range, Span } from '../model/passage.ts'
import type { Register } from '../model/register.ts'
import { identityDecision, registerEntry } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { METADATA_FIELDS } from '../model/source.ts'
import { decideIdentity, isFuller } from '../review/ask-about-identity.ts'
import { quoteLines } from '../review/ask-about-sources.ts'
import { positionAt } from '../text/lines.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Desk, Form, FormField, PassageView, Statement, Values } from './forms.ts'
import { checkItem, fieldsOf, readValues, takeBackForm } from './forms.ts'
import { METADATA_WORDS, wordField } from './words.ts'

/** Decisions on whether two names are one entity. */
export function stateIdentity({ dossier, register }: Desk, key: string): Statement {
  const entity = dossier.entities.find((one) => one.key === key)!
  const known = [...new Set(dossier.entities.flatMap(({ name, aliases }) => [name, ...aliases]))]
  const fields = fieldsOf(identityDecision, [], { name: known.filter((name) => name !== entity.name) })
  const titles = {
    same: `Somebody else is “${entity.name}” too`,
    notSame: `Somebody is not “${entity.name}”`,
    possiblySame: `Somebody may be “${entity.name}”`,
  } as const
  const forms = (['same', 'notSame', 'possiblySame'] as const).map((field): Form => {
    return {
      id: `${field} ${key}`,
      title: entity.kind === 'person' ? titles[field] : titles[field].replace('Somebody', 'Something'),
      fields,
      decide: (values) => {
        const { holder, item } = placeIdentity(dossier, register, entity, readValues(fields, values))
        return checkItem(identityDecision, item, decideIdentity(holder, field, register))
      },
    }
  })
  forms.push(registerForm(`register ${key}`, register))
  const aliases = entity.aliases.length > 0 ? `, also ${entity.aliases.join(', ')}` : ''
  return { kind: entity.kind, words: entity.name, says: `${entity.kind}${aliases}`, forms }
}

/**
 * A decision about two names that is in the entry of the other one is changed there, so that no two contradict. A
 * new one goes to the entry of the fuller name: an entry of a short name would claim every mention spelt so.
 */
function placeIdentity({ entities }: Dossier, register: Register, entity: Entity, item: Record<string, unknown>) {
  const entry = register.find(
    ({ name, same, notSame, possiblySame }) =>
      name === item['name'] && [...same, ...notSame, ...possiblySame].some((one) => one.name === entity.name),
  )
  const named = entities.find(({ name }) => name === (entry ?? item)['name'])
  const other = named && (entry !== undefined || isFuller(named, entity)) ? named : undefined
  return other ? { holder: other, item: { ...item, name: entity.name } } : { holder: entity, item }
}

/** Fields written on one line; lists are edited in the file. */
const LISTS = ['aliases', 'labels', 'demonyms', 'sameAs', 'coordinates', 'capitals', 'same', 'notSame', 'possiblySame']

/** Adds somebody whom the register does not have, or says more of somebody whom it has. */
function registerForm(id: string, register: Register): Form {
  const fields = fieldsOf(registerEntry, LISTS)
  return {
    id,
    title: 'Add to the register',
    fields,
    decide: (values) => checkItem(registerEntry, readValues(fields, values), placeEntry(register, values)),
  }
}

/** The file that has an entry of a name, or the one for its kind. */
function placeEntry(register: Register, { name, kind }: Values): { file: string } {
  const known = register.find((entry) => entry.name === name?.trim())
  return { file: known?.file ?? `seeds/register/${COLLECTION_OF[entityKind.safeParse(kind).data ?? 'person']}.yml` }
}

/** Splits off a namesake: a new entry of the register, and a correction that refers the words to it. */
export function anotherForm(
  { desk: { dossier, register }, source }: PassageView,
  at: Span,
  { name, kind }: Entity,
): Form {
  const known = dossier.entities.filter((one) => one.kind === kind && one.name !== name).map((one) => one.name)
  const asked = { name: 'name', help: `A name that tells the two apart, as ${name} (fisherman).`, isRequired: true }
  const fields: FormField[] = [
    { ...wordField({ ...asked, type: 'text' }), suggestions: known },
    ...fieldsOf(registerEntry, LISTS).filter((field) => field.name === 'description'),
    ...fieldsOf(nameCorrection, []).filter((field) => field.name === 'everywhere' || field.name === 'reason'),
  ]
  return {
    id: `another ${at.passage} ${at.start} ${at.end}`,
    title: `Here it is another “${name}”`,
    fields,
    decide: (values) => {
      const { name: other, description, ...said } = readValues(fields, values)
      if (other === name) return { issues: ['The name must tell the two apart.'] }
      const item = { kind: 'name', at: selectQuote(source.passages, at), entity: other, ...said }
      const correction = checkItem(nameCorrection, item, { ...sidecarOf(source), field: 'corrections' })
      const isKnown = [...known, ...register.map((entry) => entry.name)].includes(String(other))
      if (isKnown || !('choices' in correction)) return correction
      const entry = { name: other, kind, ...(description !== undefined && { description }) }
      const added = checkItem(registerEntry, entry, placeEntry(register, { name: String(other), kind }))
      return 'choices' in added ? { choices: [...added.choices, ...correction.choices] } : added
    },
  }
}

/** The metadata of a source, what was left out of its text, and what a person has decided of both. */
export const stateSource = (source: Source): Statement[] => [
  ...metadataOf(source),
  ...leftOutOf(source),
  ...(source.edits ?? []).map(({ kind, was, now, reason, file, line }) => ({
    kind: `${kind}, decided`,
    words: now,
    says: `an editor (before: ${was}). ${reason}`,
    forms: file.endsWith('.yml') ? [takeBackForm(file, line)] : [],
  })),
]

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
      title: `Correct the ${METADATA_WORDS[field]}`,
      fields,
      decide: (values) => {
        const { value, ...said } = readValues(fields, values)
        const right = field === 'authors' && typeof value === 'string' ? value.split(/\s*;\s*/) : value
        const item = { kind: 'metadata', field, ...(right !== undefined && { value: right }), ...said }
        return checkItem(metadataCorrection, item, { ...sidecarOf(source), field: 'corrections' })
      },
    }
    const words = fact ? [fact.value].flat().join('; ') : ''
    return {
      kind: METADATA_WORDS[field]!,
      words,
      says: fact ? `${fact.certainty}, ${fact.rule}` : 'not stated',
      forms: [form],
    }
  })
}
