import { addressOf, withBase } from '../loader/addresses.ts'
import { describeSource } from './describe-source.ts'
import type { DossierView, SourcePage } from './dossier.ts'
import { escapeXml } from './escape-xml.ts'

const MOST_ENTRIES = 100

/** RFC 4287 wants a full timestamp: the first moment of the day, or of the month or year, that is known. */
function stamp(date: string | undefined): string {
  const [year = '1970', month = '01', day = '01'] = (date ?? '1970-01-01').split('-')
  return `${year}-${month}-${day}T00:00:00Z`
}

function writeEntry(source: SourcePage, absolute: (path: string) => string): string {
  const author = source.authors[0] ?? source.publisher ?? 'Not stated'
  return [
    '  <entry>',
    `    <title>${escapeXml(source.title)}</title>`,
    `    <id>${escapeXml(absolute(addressOf(source.id)))}</id>`,
    `    <link href="${escapeXml(absolute(addressOf(source.id)))}"/>`,
    `    <updated>${stamp(source.date)}</updated>`,
    `    <author><name>${escapeXml(author)}</name></author>`,
    `    <summary>${escapeXml(describeSource(source))}</summary>`,
    '  </entry>',
  ].join('\n')
}

/**
 * An Atom feed (RFC 4287) of the sources, the newest first. It knows no clock: an entry is dated by its day of
 * publication, and the feed by the newest of them, so the same dossier gives the same bytes.
 */
export function writeFeed({ about, sources }: DossierView, site: URL | undefined, self: string): string {
  const absolute = (path: string) => (site ? new URL(path, site).href : path)
  const newest = sources.toReversed().sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(about.language)}">`,
    `  <title>${escapeXml(about.title)}</title>`,
    `  <subtitle>${escapeXml(about.description)}</subtitle>`,
    `  <id>${escapeXml(absolute(withBase('/')))}</id>`,
    `  <link href="${escapeXml(absolute(withBase('/')))}"/>`,
    `  <link rel="self" href="${escapeXml(absolute(self))}"/>`,
    `  <updated>${stamp(newest[0]?.date)}</updated>`,
    ...newest.slice(0, MOST_ENTRIES).map((source) => writeEntry(source, absolute)),
    '</feed>',
    '',
  ].join('\n')
}
