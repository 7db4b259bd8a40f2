import type { Mention } from '../../../model/mention.ts'
import type { Register } from '../../../model/register.ts'
import type { Source } from '../../../model/source.ts'
import { byPlace, type Candidate, toMention } from '../../names/candidate.ts'
import { chooseNames } from '../../names/choose-names.ts'
import { findAcronyms } from './find-acronyms.ts'
import { findByHead } from './find-by-head.ts'
import { findHappenings } from './find-happenings.ts'
import { findNominals } from './find-nominals.ts'
import { findPlaceEvents } from './find-place-events.ts'
import { findCalendarSurnames, findShaped, tellFirms, withParticles } from './find-shaped.ts'
import { findTagged } from './find-tagged.ts'
import { findTitled } from './find-titled.ts'
import { findUnseen } from './find-unseen.ts'
import { findWorks } from './find-works.ts'
import { findKnownNames, findLikelyNames, findWordedNames } from './known-names.ts'
import { indexSpans } from './known-spans.ts'
import { type Line, readLine } from '../../names/line.ts'
import { dropParts } from './drop-parts.ts'
import { markGovernments } from './mark-governments.ts'
import { readAcronyms } from './read-acronyms.ts'
import { repeatNames } from './repeat-names.ts'
import { settleKinds } from './settle-kinds.ts'
import { splitOwners } from './split-owners.ts'
import { tagNames } from './tag-names.ts'
import { tellPlaces } from './tell-places.ts'
import { trimHeadings } from './trim-headings.ts'
import { withEnding } from './with-ending.ts'

/**
 * Finds every name of a person, organisation, place, event or work in a source, and demonyms as names of their places.
 *
 * Each layer proposes candidates; the longest and best founded are chosen, the source votes on doubtful kinds, and
 * settled names are looked for again. Only events and works named after a place overlap that place's mention.
 *
 * @param source a cleaned source
 * @param register the authority register, which may be empty
 * @returns mentions by passage and start, the longer first
 */
export function findNames(source: Source, register: Register): Mention[] {
  const lines = source.passages.map((passage) => readLine(passage, source.language))
  const tagged = tagNames(
    lines.map(({ sentences, passage }) => ({ sentences, isHeading: passage.kind !== 'paragraph' })),
  )
  const first = lines.flatMap((line, index) => {
    const listed = findKnownNames(line, register)
    const known = [
      ...listed,
      ...findByHead(line, indexSpans(listed)),
      ...findTitled(line),
      ...findWorks(line),
      ...findShaped(line, indexSpans(listed)),
      ...findLikelyNames(line),
    ]
    const seen = [...known, ...findTagged(line, tagged[index]!, indexSpans(known))]
    return chooseNames([...seen, ...findUnseen(line, indexSpans(seen))])
  })
  const owned = settleKinds(splitOwners(trimHeadings(first)))
  const settled = readAcronyms(settleKinds([...owned, ...findAcronyms(owned)]))
  const all = markGovernments(
    tellPlaces(
      chooseByLine(
        lines,
        [...tellFirms([...settled, ...repeatNames(lines, settled)]), ...findCalendarSurnames(lines, settled)].map(
          (name) => withEnding(withParticles(name)),
        ),
      ),
    ),
  )
  const byLine = groupByLine(lines, all)
  const worded = lines.flatMap((line) => [
    ...findWordedNames(line, register),
    ...findHappenings(line, indexSpans(byLine.get(line)!)),
  ])
  const named = chooseByLine(lines, [...worded, ...findPlaceEvents(all)])
  const names = dropParts(all, named)
  return [...names, ...named, ...findNominals(lines, [...names, ...named])].map(toMention).sort(byPlace)
}

function chooseByLine(lines: readonly Line[], candidates: readonly Candidate[]): Candidate[] {
  return [...groupByLine(lines, candidates).values()].flatMap(chooseNames)
}

function groupByLine(lines: readonly Line[], candidates: readonly Candidate[]): Map<Line, Candidate[]> {
  const byLine = new Map<Line, Candidate[]>(lines.map((line) => [line, []]))
  for (const candidate of candidates) byLine.get(candidate.line)!.push(candidate)
  return byLine
}
