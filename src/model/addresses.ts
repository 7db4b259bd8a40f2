/** Where one page of this build stands. */
export interface PageAddress {
  /** Opaque, minted once. */
  readonly id: string
  /** Readable part; may change. */
  readonly slug: string
  /** Path from the site's root, as `/people/ines-okafor-3k9m2p7x/`. */
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
