import { createHash } from 'node:crypto'
import type { SourceEntry } from '../../model/entry.ts'
import type { XmlElement } from '../../text/escape.ts'
import { element, textElement, writeXml } from '../../text/escape.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf, withBase, versionOf } from '../loader/addresses.ts'
import { describeSource } from '../source/describe-source.ts'
import { t } from '../text/text.ts'
import { listVersionsOf, stampDay, stampSource } from '../versions/compare-versions.ts'

const MOST_ENTRIES = 100

/**
 * An Atom feed (RFC 4287) of new and changed sources, the last changed first. An entry keeps its id and moves up when
 * its text changes; `stampSource` explains how it is dated without a clock.
 */
export function writeFeed({ about, sources }: DossierView, site: URL | undefined, self: string): string {
  const absolute = (path: string) => (site ? new URL(path, site).href : path)
  const entries = sources.map((source) => ({
    source,
    updated: stampSource(source, versionOf(source.id), listVersionsOf(source.id)),
  }))
  const newest = entries.toSorted((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : b.source.position - a.source.position,
  )
  const home = absolute(withBase('/'))
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': about.language }, [
    ...textElement('title', about.title),
    ...textElement('subtitle', about.description),
    ...textElement('id', site ? home : `urn:uuid:${uuidOf(`dossier ${about.title}`)}`),
    element('link', { href: home }),
    element('link', { rel: 'self', type: 'application/atom+xml', href: absolute(self) }),
    ...textElement('updated', newest[0]?.updated ?? stampDay('1970')),
    ...newest.slice(0, MOST_ENTRIES).map(({ source, updated }) => entryOf(source, updated, absolute)),
  ])
  return writeXml(feed)
}

function entryOf(source: SourceEntry, updated: string, absolute: (path: string) => string): XmlElement {
  const version = versionOf(source.id)
  const changed = version > 1 ? t.versions.feed(version) : ''
  return element('entry', {}, [
    ...textElement('title', source.title),
    ...textElement('id', `urn:uuid:${uuidOf(`source ${source.id}`)}`),
    element('link', { href: absolute(addressOf(source.id)) }),
    ...textElement('published', source.date && stampDay(source.date)),
    ...textElement('updated', updated),
    ...listAuthors(source).map((name) => element('author', {}, textElement('name', name))),
    ...textElement('summary', changed + describeSource(source)),
  ])
}

/** Atom wants at least one author: those stated, else the publisher. */
function listAuthors({ authors, publisher }: SourceEntry): readonly string[] {
  return authors.length > 0 ? authors : [publisher ?? t.page.notStated]
}

/** A namespace UUID of this project for name-based ids. */
const NAMESPACE = Buffer.from('5ad7c0f91f2c4b7e9a3e6f1d8b20c4e7', 'hex')

/**
 * A UUID of version 5 (RFC 9562) for a name: an identifier that stays when the site moves and when addresses are worded
 * anew.
 */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The content security policy of a page: everything from this site, no inline code, no inline style; and no script may
 * hand a string to anything that parses or runs it (Trusted Types, without a single policy that could make one trusted).
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * The policy of a page in `dossier dev`: Vite puts styles into the page, which published pages forbid. Other hosts
 * and inline code stay forbidden.
 */
export const PREVIEW_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
