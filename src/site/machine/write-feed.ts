import { t } from '../text/text.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { describeSource } from '../source/describe-source.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { SourceEntry } from '../../model/entry.ts'
import { escapeXml } from './escape-xml.ts'
import { listVersionsOf, versionOf } from '../versions/read-versions.ts'
import { stampDay, stampSource } from '../versions/stamp-source.ts'
import { createHash } from 'node:crypto'

const MOST_ENTRIES = 100

/**
 * An Atom feed (RFC 4287) of new and changed sources, what changed last first. An entry keeps its id for good and rises
 * when its text changes; `stampSource` says how it is dated without a clock.
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
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(about.language)}">`,
    `  <title>${escapeXml(about.title)}</title>`,
    `  <subtitle>${escapeXml(about.description)}</subtitle>`,
    `  <id>${escapeXml(site ? absolute(withBase('/')) : `urn:uuid:${uuidOf(`dossier ${about.title}`)}`)}</id>`,
    `  <link href="${escapeXml(absolute(withBase('/')))}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(absolute(self))}"/>`,
    `  <updated>${newest[0]?.updated ?? stampDay('1970')}</updated>`,
    ...newest.slice(0, MOST_ENTRIES).flatMap(({ source, updated }) => writeEntry(source, updated, absolute)),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry(source: SourceEntry, updated: string, absolute: (path: string) => string): string[] {
  const version = versionOf(source.id)
  const changed = version > 1 ? t.versions.feed(version) : ''
  return [
    '  <entry>',
    `    <title>${escapeXml(source.title)}</title>`,
    `    <id>urn:uuid:${uuidOf(`source ${source.id}`)}</id>`,
    `    <link href="${escapeXml(absolute(addressOf(source.id)))}"/>`,
    ...(source.date ? [`    <published>${stampDay(source.date)}</published>`] : []),
    `    <updated>${updated}</updated>`,
    ...writeAuthors(source).map((name) => `    <author><name>${escapeXml(name)}</name></author>`),
    `    <summary>${escapeXml(changed + describeSource(source))}</summary>`,
    '  </entry>',
  ]
}

/** Atom wants at least one author: those stated, else the publisher. */
function writeAuthors({ authors, publisher }: SourceEntry): readonly string[] {
  return authors.length > 0 ? authors : [publisher ?? t.page.notStated]
}

/** A name of its own for everything that is named here, made once for this project. */
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
