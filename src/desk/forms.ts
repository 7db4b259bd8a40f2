import { z } from 'zod'
import type { Dossier } from '../model/dossier.ts'
import type { Passage, Range, Span } from '../model/passage.ts'
import type { Addresses } from '../model/permalink.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Choice } from '../review/add-to-yaml.ts'
import { wordField } from './words.ts'

/** The data of the desk: the dossier, its addresses and its register. */
export interface Desk {
  readonly dossier: Dossier
  readonly addresses: Addresses
  readonly register: Register
}

/** A passage that is looked at, with its source and dossier. */
export interface PassageView {
  readonly desk: Desk
  readonly source: Source
  readonly passage: Passage
}

/** Whether a place is in the passage. */
export const isIn = ({ passage, source }: PassageView, at: Span & { file?: string }) =>
  at.passage === passage.ordinal && (at.file === undefined || at.file === source.file)

/** One input of a form; its help is the description in the schema. */
export interface FormField {
  /** As it is written. */
  readonly name: string
  /** As it is shown. */
  readonly label: string
  readonly help: string
  readonly isRequired: boolean
  readonly type: 'text' | 'number' | 'flag' | 'choice'
  /** Values to choose from, with their labels. */
  readonly options?: readonly { readonly value: string; readonly label?: string }[]
  /** Suggested values. */
  readonly suggestions?: readonly string[]
}

/** A form as a page shows it. */
export interface ShownForm {
  /** The same in every build of the same seeds. */
  readonly id: string
  readonly title: string
  readonly fields: readonly FormField[]
}

/** A decision that can be taken about one statement. */
export interface Form extends ShownForm {
  /** Reads the input: the decision to write, or its error. */
  readonly decide: (values: Values) => FormDecision
}

/** A statement of the dossier, with the corrections that can be made of it. */
export interface Statement<F extends ShownForm = Form> {
  /** Kind of the statement: `name`, `figure`, `line` … */
  readonly kind: string
  /** The words that it is about. */
  readonly words: string
  /** Its present value, and the rule. */
  readonly says: string
  /** The range of the words in the passage. */
  readonly range?: Range
  readonly forms: readonly F[]
}

export type Values = Readonly<Record<string, string>>
type FileChange = Omit<Choice, 'says'>

/** Items to write in order, items to remove by their first line, or the error. */
export type FormDecision =
  | { readonly choices: readonly FileChange[] }
  | { readonly taken: { readonly file: string; readonly line: number } }
  | { readonly issues: readonly string[] }

type Property = Readonly<{
  type?: string
  const?: unknown
  enum?: readonly string[]
  description?: string
}>

/**
 * The inputs of a form, from the schema of what it writes; the reason comes last, as in hand-written files.
 *
 * @param given fields that the form fills itself
 */
export function fieldsOf(
  schema: z.ZodObject,
  given: readonly string[],
  suggestions: Readonly<Record<string, readonly string[]>> = {},
): FormField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const kind = (properties as Record<string, Property>)['kind']?.const as string | undefined
  return Object.entries(properties as Record<string, Property>)
    .filter(([name]) => !given.includes(name))
    .map(([name, property]) =>
      wordField(
        {
          name,
          help: property.description ?? '',
          isRequired: required.includes(name),
          ...inputOf(property),
          ...(suggestions[name] && { suggestions: suggestions[name] }),
        },
        kind,
      ),
    )
    .toSorted((a, b) => Number(a.name === 'reason') - Number(b.name === 'reason'))
}

function inputOf({ type, const: only, enum: several }: Property): Pick<FormField, 'type' | 'options'> {
  if (only === true) return { type: 'flag' }
  const values = several ?? (only === undefined ? [] : [String(only)])
  if (values.length > 0) return { type: 'choice', options: values.map((value) => ({ value })) }
  return { type: type === 'number' ? 'number' : 'text' }
}

/** The typed values in the schema's types; empty ones are omitted. */
export function readValues(fields: readonly FormField[], values: Values): Record<string, unknown> {
  const said = fields.flatMap(({ name, type }): [string, unknown][] => {
    const text = values[name]?.trim() ?? ''
    if (text === '') return []
    return [[name, type === 'number' ? Number(text) : type === 'flag' ? true : text]]
  })
  return Object.fromEntries(said)
}

/** Removes a decision from a file. */
export const takeBackForm = (file: string, line: number): Form => ({
  id: `taken ${file} ${line}`,
  title: 'Take the decision back',
  fields: [],
  decide: () => ({ taken: { file, line } }),
})

/** Checks a decision against its schema: each issue names its field. */
export function checkItem(schema: z.ZodType, item: unknown, place: Omit<Choice, 'says' | 'item'>): FormDecision {
  const { error } = schema.safeParse(item)
  if (!error) return { choices: [{ ...place, item }] }
  const kind = (item as { kind?: string }).kind
  return {
    issues: error.issues.map(({ path, message, code, input }) => {
      const name = path.join('.') || 'decision'
      const { label } = wordField({ name, help: '', type: 'text' }, kind)
      return code === 'invalid_type' && input === undefined ? `Fill in “${label}”.` : `${label}: ${message}`
    }),
  }
}

/** The kind of correction that a schema is of. */
export const correctionKindOf = (schema: z.ZodObject): string => (schema.shape['kind'] as z.ZodLiteral<string>).value
