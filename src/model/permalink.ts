import { z } from 'zod'
import { pageId, passageId } from './entry.ts'
import { entityKind } from './kind.ts'

/** The subject of a page: a source, an entity by its kind, or a statement of sources. */
export const pageType = z.enum(['source', ...entityKind.options, 'quotation', 'dated-event', 'figure'])
export type PageType = z.infer<typeof pageType>

/**
 * State of a published address. - `live`: shows what was cited; - `split`: shows the first part of what was cited,
 * `to` names the other parts; - `merged`, `moved`: redirects to `to`; - `tombstone`: says why it is gone.
 */
export const permalinkState = z.enum(['live', 'moved', 'merged', 'split', 'tombstone'])
export type PermalinkState = z.infer<typeof permalinkState>

/** Path from the dossier's root: of a page, as `/people/amina-vale-3k9m2p7x/`, or of a place on a source's page, as `/sources/board-votes-7x2m9k3p/#q-3k9m2p7x`. */
const address = z.string().regex(/^\/[a-z]+\/[0-9a-z-]+\/(?:#[dfnq]-[0-9a-z]{8})?$/)

/** A page's line in the record of permalinks. Records written before 0.2 have `happening` and `telling:`; both are read. */
export const pagePermalink = z.strictObject({
  id: pageId,
  type: z.preprocess((type) => (type === 'happening' ? 'dated-event' : type), pageType),
  address,
  /** Addresses it had before, oldest first: pages redirect to `address`, anchors stay on the page of their source. */
  formerly: z.array(address),
  state: permalinkState,
  /** Ids of the pages it leads to when merged or moved, or of those that its passages name when it was split. */
  to: z.array(pageId),
  /** Why it is gone, for the reader of its page. */
  reason: z.string().optional(),
  /**
   * Marks by which a later build recognises what the page is about, each with its sort before the first colon: `sha256:`,
   * `url:`, `cited:`, `title:` for a source; `name:`, `alias:`, and `in:` passages that named it, for an entity; hashes of
   * words (`words:`, `said:`) and of the sentences that report it (`dated:`, `report:`) for a statement.
   */
  seen: z.array(z.string().transform((mark) => mark.replace(/^telling:/, 'report:'))),
  /** SHA-256 of each version of a source's text, the first version first. */
  versions: z.array(z.string()).optional(),
  /** Numbers (from 1) of the earlier versions that are kept at their own address. */
  kept: z.array(z.int().positive()).optional(),
  /** How many lines the record holds for a source's passages, so that a lost line is noticed. */
  passages: z.int().nonnegative().optional(),
})
export type PagePermalink = z.infer<typeof pagePermalink>

/** A sketch of a passage whose text must not be shown: enough to recognise it, too little to restore it. */
export const sketch = z.strictObject({
  /** The smallest hashes (unsigned 32 bits) of the text's runs of five characters; at most a third of them. */
  grams: z.array(z.int().nonnegative()),
  /** Every hash below this limit is in `grams`. */
  limit: z.int().nonnegative(),
  /** Hashes of the numbers and capitalised names, 16 bits each. */
  names: z.array(z.int().nonnegative()),
})
export type Sketch = z.infer<typeof sketch>

/** A passage's line in the record of permalinks. Its address is the source's with `#` and the id. */
export const passagePermalink = z.strictObject({
  id: passageId,
  /** Id of its source. */
  source: pageId,
  /** Place in the text at its last appearance. Never an address. */
  ordinal: z.int().nonnegative(),
  state: permalinkState,
  /** Ids of the passages it redirects to: the other parts, the one it was merged into, or its possible successors. */
  to: z.array(passageId),
  /** Why it is gone, in words for the page. */
  reason: z.string().optional(),
  /** Version of the source in which its present text first stood, or in which it went. */
  since: z.int().positive(),
  /** True when a number, a name or most words are no longer those that were cited, or when it is too close to call what became of it. */
  changed: z.literal(true).optional(),
  /** Hash of its normalised text, 32 hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{32}$/),
  /** The text itself, for sources that may be shown in full. */
  text: z.string().optional(),
  /** Instead of `text`, for all other sources. */
  sketch: sketch.optional(),
})
export type PassagePermalink = z.infer<typeof passagePermalink>

/** One line of `content/permalinks.json`: an address that was published and what became of it. */
export const permalink = z.union([pagePermalink, passagePermalink])
export type Permalink = z.infer<typeof permalink>

/** Every address ever published, sorted by id. Lines are added and changed, never taken out. */
export type PermalinkRecord = readonly Permalink[]

/** True for a passage's line, false for a page's. */
export function isPassagePermalink(line: Permalink): line is PassagePermalink {
  return line.id.startsWith('p-')
}

/** True for an address that is a place on a source's page. */
export function isAnchor(address: string): boolean {
  return address.includes('#')
}

/**
 * The permanent part of an address, without the readable part of its source's page: that page redirects when it is
 * renamed, and browsers carry the fragment along.
 */
export function promiseOf(address: string): string {
  const anchor = splitAnchor(address)
  return anchor ? `${anchor.source}#${anchor.fragment}` : address
}

/** The id of the source and the fragment of an anchor; nothing for the address of a page. */
export function splitAnchor(address: string): { source: string; fragment: string } | undefined {
  const [path = '', fragment] = address.split('#')
  return fragment === undefined ? undefined : { source: path.slice(-9, -1), fragment }
}

/** A published anchor, with its line in the record. */
export interface GivenAnchor {
  /** Fragment on the page of its source, as `q-3k9m2p7x`. */
  readonly fragment: string
  readonly line: PagePermalink
}

/** Every published anchor, by the id of the source whose page has it. */
export function indexAnchors(lines: Iterable<PagePermalink>): Map<string, GivenAnchor[]> {
  const anchors = [...lines].flatMap((line) =>
    [...line.formerly, line.address].flatMap((address) => {
      const anchor = splitAnchor(address)
      return anchor ? [{ ...anchor, line }] : []
    }),
  )
  return Map.groupBy(anchors, ({ source }) => source)
}

/** The address of a page of this build. */
export interface PageAddress {
  /** Opaque, minted once. */
  readonly id: string
  /** Readable part; may change. */
  readonly slug: string
  /** Path from the site's root, as `/people/ines-okafor-3k9m2p7x/`; an anchor on a source's page for what has no page. */
  readonly address: string
  /** Which version of its text a source shows, counted from 1; absent on other pages. */
  readonly version?: number
}

/** The ids and addresses of everything in one build, by the keys that the build knows it by. */
export interface Addresses {
  /** By seed file. */
  readonly sources: ReadonlyMap<string, PageAddress>
  /** Passage ids by `file#ordinal`, as given by `passageKey`. */
  readonly passages: ReadonlyMap<string, string>
  /** By entity key. */
  readonly entities: ReadonlyMap<string, PageAddress>
  /** By quotation key. */
  readonly quotations: ReadonlyMap<string, PageAddress>
  /** By dated event key. */
  readonly datedEvents: ReadonlyMap<string, PageAddress>
  /** By key of the table in the claim ledger. */
  readonly figures: ReadonlyMap<string, PageAddress>
}

/** The key of a passage within one build. */
export function passageKey(file: string, ordinal: number): string {
  return `${file}#${ordinal}`
}

/** A published address without a page of its own: a redirect if it has `to`, otherwise a tombstone. */
export const redirectEntry = z.object({
  /** Path from the dossier's root, as is `to`. */
  from: z.string(),
  id: pageId,
  /** The page that answers now. */
  to: z.string().optional(),
  /** The pages of which one may be meant, when the entity of this page was split; there is no automatic redirect. */
  candidates: z.array(z.string()).optional(),
  /** Number of the version that `from` names and `to` shows at present; once the text changes, `from` is that version's own page. */
  version: z.int().positive().optional(),
  /** Why, in words for the page. Required for a tombstone. */
  reason: z.string().optional(),
  /** Every fragment the address ever had; each must be an element of the page, and a link when it leads on. */
  fragments: z.array(
    z.object({ id: z.string().regex(/^(?:p-[0-9a-z]{6}|[dfnq]-[0-9a-z]{8})$/), to: z.string().optional() }),
  ),
})
export type RedirectEntry = z.infer<typeof redirectEntry>
