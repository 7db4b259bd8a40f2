import type { PagePermalink, PassagePermalink, Permalink } from '../model/permalink.ts'
import { isPassagePermalink, splitAnchor } from '../model/permalink.ts'
import type { Change } from './change.ts'
import { matchById } from './change.ts'
import type { ReadContent } from './read-content.ts'

const STATES = { live: 'answers again', moved: 'moved', merged: 'merged', split: 'split', tombstone: 'gone' } as const

/** Published addresses that answer otherwise than before. One that the newer record lacks is a broken promise. */
export function compareAddresses(old: ReadContent, now: ReadContent): Change[] {
  const { kept, removed } = matchById(old.record, now.record)
  return [
    ...removed.map((line) => ({ ...changeOf(line, addressOf(line, old), 'lost') })),
    ...kept.flatMap(({ old: was, now: is }) => compareLine(was, is, { old, now })),
  ]
}

function changeOf({ id }: Permalink, title: string, what: string): Change {
  return { area: 'address', what, id, title }
}

function addressOf(line: Permalink, { record }: ReadContent): string {
  if (!isPassagePermalink(line)) return line.address
  return `${(record.get(line.source) as PagePermalink | undefined)?.address ?? ''}#${line.id}`
}

function compareLine(was: Permalink, is: Permalink, { old, now }: { old: ReadContent; now: ReadContent }): Change[] {
  const title = addressOf(was, old)
  if (isGone(is) && isGone(pageOf(was, now))) return []
  const isMoved = !isPassagePermalink(was) && was.address !== (is as PagePermalink).address
  const targets = is.to.flatMap((id) => now.record.get(id) ?? []).map((line) => addressOf(line, now))
  return [
    ...(isMoved ? [{ ...changeOf(is, title, 'moved'), was: title, is: addressOf(is, now) }] : []),
    ...(was.state !== is.state
      ? [
          {
            ...changeOf(is, title, STATES[is.state]),
            ...(targets.length > 0 && { is: targets.join(', ') }),
            ...(is.reason !== undefined && { reason: is.reason }),
          },
        ]
      : []),
    ...(isNewlyChanged(was, is) ? [changeOf(is, title, 'text changed')] : []),
  ]
}

/** The source on whose page a passage or the anchor of a statement stands. */
function pageOf(line: Permalink, { record }: ReadContent): Permalink | undefined {
  if (isPassagePermalink(line)) return record.get(line.source)
  const anchor = splitAnchor(line.address)
  return anchor && record.get(anchor.source)
}

/** A page that is gone takes its passages and anchors with it; they are not told one by one. */
const isGone = (line: Permalink | undefined) => line?.state === 'tombstone'

/** True where what was cited there is marked as no longer the same. */
function isNewlyChanged(was: Permalink, is: Permalink): boolean {
  const isMarked = (line: Permalink) => (line as PassagePermalink).changed === true
  return isPassagePermalink(is) && isMarked(is) && !isMarked(was) && is.state === 'live'
}
