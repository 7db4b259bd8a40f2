/** A person by parts, with what follows the name (Jr., III), or an organisation by its whole name; no part holds a comma. */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string }

/** Given names with the suffix behind them, for formats that have no place for it. */
export function givenNames({ given, suffix }: Extract<CslName, { family: string }>): string {
  return suffix === undefined ? given : `${given} ${suffix}`
}

/** Year, month and day, as far as they are known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

/**
 * One citation in CSL-JSON: the master that every other format is written from. Text is on one line and without control
 * characters (`cleanText`), addresses are http or https (`cleanUrl`).
 */
export interface CslItem {
  readonly id: string
  readonly type: 'article-newspaper' | 'webpage'
  readonly title: string
  readonly author?: readonly CslName[]
  /** The paper; for a page of the dossier's own, the dossier. */
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  /** Our address, with version and passage. */
  readonly URL?: string
  readonly language?: string
  /** The words cited, for a passage or a quotation. */
  readonly abstract?: string
  /** Where the text is archived: the dossier's title. */
  readonly archive?: string
  /** The address of the original, version, paragraph and hash of the seed. */
  readonly note?: string
}

/** Writes a partial date in ISO 8601: `2017-02-13`, `2017-02`, `2017`. */
export function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
}

/** Reads a partial ISO date; nothing when it is none. */
export function parseDate(iso: string | undefined): CslDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso ?? '')
  return match
    ? {
        'date-parts': [
          match
            .slice(1)
            .filter((part) => part !== undefined)
            .map(Number),
        ],
      }
    : undefined
}
