import { entityKind } from '../model/kind.ts'

/** Labels of the fields of corrections: by `kind.field`, or by the field where it means the same for all kinds. */
const FIELDS: Readonly<Record<string, string>> = {
  reason: 'Why',
  'name.is': 'These words name nothing',
  'name.words': 'The whole name',
  'name.entity': 'Who or what is named',
  type: 'Kind',
  everywhere: 'Wherever the article says so',
  'speaker.is': 'The article does not say who speaks',
  named: 'Speaker, by name',
  described: 'Speaker, as described',
  'speaker.entity': 'Speaker whom the article does not name',
  'quotation.is': 'What it is',
  'quotation.words': 'The whole quotation',
  'date.is': 'These words are no date',
  from: 'First day',
  to: 'Last day',
  'figure.is': 'These words are no figure',
  low: 'At least',
  high: 'At most',
  counted: 'What is counted',
  measure: 'What is said of it',
  credit: 'On whose word',
  place: 'Where',
  time: 'When',
  'line.is': 'What it is',
  value: 'What is right',
  'metadata.is': 'The article does not state it',
  'comparison.is': 'How the two stand',
  'event.is': 'What it is',
  'label.is': 'These words are no label',
  name: 'Name',
  kind: 'Kind',
  subtype: 'More closely',
  description: 'Description',
}

/** Labels of the values to choose from, by `kind.field`. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'quotation.is': {
    none: 'nobody’s words',
    direct: 'words as they were spoken',
    fragment: 'some words as they were spoken',
    reported: 'what somebody said, in other words',
  },
  'line.is': { text: 'text of the article', 'left-out': 'no text of the article' },
  'comparison.is': {
    differ: 'of one thing, and they differ',
    compatible: 'of one thing, and both can be right',
    'not-comparable': 'of two things',
  },
  'event.is': {
    same: 'one event with the other report',
    'not-same': 'another event than in the other report',
    'other-day': 'of another day',
    'did-not-happen': 'it did not happen as reported',
    none: 'of no event',
  },
  type: Object.fromEntries(entityKind.options.map((kind) => [kind, kind])),
  kind: Object.fromEntries(entityKind.options.map((kind) => [kind, kind])),
}

/** A field before it has words. */
interface UnwordedField {
  readonly name: string
  readonly help: string
  readonly type: 'text' | 'number' | 'flag' | 'choice'
  readonly options?: readonly { readonly value: string; readonly label?: string }[]
}

/**
 * The labels of a field and of its values. A field with one value is a check box.
 *
 * @param kind of the correction; absent for register entries
 */
export function wordField<F extends UnwordedField>(field: F, kind?: string): F & { readonly label: string } {
  const own = `${kind}.${field.name}`
  const values = VALUES[own] ?? VALUES[field.name]
  const isChosen = field.type !== 'text' && field.type !== 'number'
  return {
    ...field,
    label: FIELDS[own] ?? FIELDS[field.name] ?? field.name,
    help: isChosen ? '' : wordHelp(field.help),
    ...(values &&
      field.options && { options: field.options.map(({ value }) => ({ value, label: values[value] ?? value })) }),
  }
}

/** The help names no other fields as they are written. */
const wordHelp = (help: string): string =>
  help
    .replace(/^With `[^`]+`: /, 'For another day: ')
    .replace(/ With it and [^.]*\./, '')
    .replaceAll('`', '')

/** Label of a field of the metadata. */
export const METADATA_WORDS: Readonly<Record<string, string>> = {
  headline: 'headline',
  publisher: 'publisher',
  authors: 'authors',
  date: 'day of publication',
  url: 'address of the original',
}
