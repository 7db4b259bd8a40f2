import { addressOf, withBase } from '../loader/addresses.ts'
import { describeSource } from './describe-source.ts'
import type { DossierView, SourcePage } from './dossier.ts'
import { escapeXml } from './escape-xml.ts'
import { nameUuid } from './name-uuid.ts'
import { readVersions, versionOf } from './read-versions.ts'
import { stampDay, stampSource } from './stamp-source.ts'

const MOST_ENTRIES = 100

/**
 * An Atom feed (RFC 4287) of new and changed sources, what changed last first. An entry keeps its id for good and rises
 * when its text changes; `stampSource` says how it is dated without a clock.
 */
export function writeFeed({ about, sources }: DossierView, site: URL | undefined, self: string): string {
  const absolute = (path: string) => (site ? new URL(path, site).href : path)
  const entries = sources.map((source) => ({
    source,
    updated: stampSource(source, versionOf(source.id), readVersions(source.id)),
  }))
  const newest = entries.toSorted((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : b.source.position - a.source.position,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(about.language)}">`,
    `  <title>${escapeXml(about.title)}</title>`,
    `  <subtitle>${escapeXml(about.description)}</subtitle>`,
    `  <id>${escapeXml(site ? absolute(withBase('/')) : `urn:uuid:${nameUuid(`dossier ${about.title}`)}`)}</id>`,
    `  <link href="${escapeXml(absolute(withBase('/')))}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(absolute(self))}"/>`,
    `  <updated>${newest[0]?.updated ?? stampDay('1970')}</updated>`,
    ...newest.slice(0, MOST_ENTRIES).flatMap(({ source, updated }) => writeEntry(source, updated, absolute)),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry(source: SourcePage, updated: string, absolute: (path: string) => string): string[] {
  const version = versionOf(source.id)
  const changed = version > 1 ? `Version ${version}: the text has changed. ` : ''
  return [
    '  <entry>',
    `    <title>${escapeXml(source.title)}</title>`,
    `    <id>urn:uuid:${nameUuid(`source ${source.id}`)}</id>`,
    `    <link href="${escapeXml(absolute(addressOf(source.id)))}"/>`,
    ...(source.date ? [`    <published>${stampDay(source.date)}</published>`] : []),
    `    <updated>${updated}</updated>`,
    ...writeAuthors(source).map((name) => `    <author><name>${escapeXml(name)}</name></author>`),
    `    <summary>${escapeXml(changed + describeSource(source))}</summary>`,
    '  </entry>',
  ]
}

/** Atom wants at least one author: those stated, else the publisher. */
function writeAuthors({ authors, publisher }: SourcePage): readonly string[] {
  return authors.length > 0 ? authors : [publisher ?? 'Not stated']
}
