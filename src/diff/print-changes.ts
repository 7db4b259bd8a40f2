/** Areas of changes, in the order in which they are printed. */
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

/** One change from the older to the newer build. */
export interface Change {
  readonly area: ChangeArea
  /** The change: `added`, `removed`, `renamed` … A word means the same in every area. */
  readonly what: string
  /** Id of its page or passage, its key, or its file. */
  readonly id: string
  /** Its name for readers: a headline, a name, the words of a quotation. */
  readonly title: string
  readonly was?: string
  readonly is?: string
  /** Why, where the dossier says so. */
  readonly reason?: string
}

/** Entries of both of two maps, and of only one. */
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

const HEADINGS: Readonly<Record<ChangeArea, string>> = {
  dossier: 'The dossier',
  source: 'Articles',
  page: 'Hand-written pages',
  name: 'Names',
  quotation: 'Quotations',
  event: 'Events and dates',
  figure: 'Figures',
  difference: 'Where sources differ',
  origin: 'Shared wording',
  address: 'Published addresses',
  correction: 'Corrections by editors',
  content: 'Other files',
}

/** Words of one value; a comment is read, not searched. */
const LONGEST = 160
/** More changes of one area than this are folded away. */
const MOST_OPEN = 20
/** More than this are counted: a comment may hold 65,536 characters. */
const MOST_LISTED = 60

/** The changes as Markdown, as a comment on a pull request shows them. */
export function printChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing changes for readers of this dossier.\n'
  const lost = changes.filter(({ area, what }) => area === 'address' && what === 'lost').length
  const warning = lost > 0 ? [`**${lost} published addresses would be lost.** Keep \`content/permalinks.json\`.`] : []
  const sections = AREAS.flatMap((area) => {
    const own = changes.filter((change) => change.area === area)
    return own.length > 0 ? [printSection(HEADINGS[area], own)] : []
  })
  return `${['## What this changes', ...warning, ...sections].join('\n\n')}\n`
}

function printSection(heading: string, changes: readonly Change[]): string {
  const lines = changes.slice(0, MOST_LISTED).map(printChange).join('\n')
  const more = changes.length > MOST_LISTED ? `\n- … and ${changes.length - MOST_LISTED} more` : ''
  const title = `### ${heading} (${changes.length})`
  return changes.length > MOST_OPEN
    ? `${title}\n\n<details><summary>Show</summary>\n\n${lines}${more}\n\n</details>`
    : `${title}\n\n${lines}${more}`
}

function printChange({ what, title, was, is, reason }: Change): string {
  const values = [was, is].every((value) => value === undefined)
    ? ''
    : `: ${was === undefined ? 'nothing' : quote(was)} → ${is === undefined ? 'nothing' : quote(is)}`
  const why = reason === undefined ? '' : ` (${escapeMarkdown(shorten(reason))})`
  return `- **${what}** ${escapeMarkdown(shorten(title))}${values}${why}`
}

const quote = (value: string) => `“${escapeMarkdown(shorten(value))}”`

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** Words of articles must not become markup, links, or mentions of users. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~#]/g, String.raw`\$&`)
    .replaceAll('@', '@\u2060')
    .replaceAll('://', ':\u2060//')
}
