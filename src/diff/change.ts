/** What a change is about, in the order in which it is told. */
export const AREAS = [
  'dossier',
  'source',
  'page',
  'name',
  'quotation',
  'event',
  'figure',
  'difference',
  'origin',
  'address',
  'correction',
  'content',
] as const
export type ChangeArea = (typeof AREAS)[number]

/** One thing that is otherwise in the newer of two builds. */
export interface Change {
  readonly area: ChangeArea
  /** What happened to it: `added`, `removed`, `renamed` … The same word means the same in every area. */
  readonly what: string
  /** Id of its page or passage, its key, or its file. */
  readonly id: string
  /** How a person calls it: a headline, a name, the words of a quotation. */
  readonly title: string
  readonly was?: string
  readonly is?: string
  /** Why, where the dossier says so. */
  readonly reason?: string
}

/** What stands in both of two maps, in one of them only. */
export interface Matched<T> {
  readonly kept: readonly { readonly id: string; readonly old: T; readonly now: T }[]
  readonly added: readonly T[]
  readonly removed: readonly T[]
}

/** Matches what two builds hold by its id. */
export function matchById<T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): Matched<T> {
  return {
    kept: [...now].flatMap(([id, value]) => (old.has(id) ? [{ id, old: old.get(id)!, now: value }] : [])),
    added: [...now].flatMap(([id, value]) => (old.has(id) ? [] : [value])),
    removed: [...old].flatMap(([id, value]) => (now.has(id) ? [] : [value])),
  }
}

/** The values of a field before and after, where they differ. */
export function compareValues(old: unknown, now: unknown): { was?: string; is?: string } | undefined {
  const [was, is] = [printValue(old), printValue(now)]
  if (was === is) return undefined
  return { ...(was !== '' && { was }), ...(is !== '' && { is }) }
}

function printValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(printValue).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Text without what differs when only white space does. */
export function foldSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
