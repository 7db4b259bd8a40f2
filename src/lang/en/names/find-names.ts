import type { Mention } from '../../../model/entity.ts'
import type { Register } from '../../../model/register.ts'
import type { Source } from '../../../model/source.ts'
import type { Candidate, Line } from '../../names/candidate.ts'
import { byPlace, chooseNames, RANK, readLine, toMention } from '../../names/candidate.ts'
import { findByHead } from './find/find-by-head.ts'
import { findIncidents, findPlaceEvents } from './find/find-events.ts'
import { findOffices, withoutOffice } from './find/find-offices.ts'
import { findNominals, findUnseen, markGovernments } from './find/find-nominals.ts'
import { findCalendarSurnames, findShaped, preferFirms, withParticles } from './find/find-shaped.ts'
import { findTagged } from './find/find-tagged.ts'
import { tagNames } from './tagger/tag-names.ts'
import { findTitled } from './find/find-titled.ts'
import { findWorks } from './find/find-works.ts'
import { findKnownNames, findLikelyNames, findWordedNames, indexSpans } from './find/known-names.ts'
import { withEnding } from './find/name-bounds.ts'
import { findAcronyms, mendOpenings, readAcronyms, repeatNames, trimHeadings } from './repeat-names.ts'
import { markTeams } from './judge/mark-teams.ts'
import { keyOf, settleKinds } from './judge/settle-kinds.ts'
import { splitFirms, splitOwners } from './split-names.ts'
import { inferPlacesFromDemonyms, disambiguatePlaces } from './judge/disambiguate-places.ts'

/**
 * Finds every name of a person, organisation, place, event or work in a source, and demonyms as names of their places.
 *
 * Each method proposes candidates; the longest and best founded are chosen, the source votes on doubtful kinds, and
 * the chosen names are looked for again. Only events and works named after a place overlap that place's mention.
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
  const offices = findOffices(lines)
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
    const named = tagged[index]!.flatMap((name) => withoutOffice(line, name, offices) ?? [])
    const seen = [...known, ...findTagged(line, named, indexSpans(known))]
    return chooseNames([...seen, ...findUnseen(line, indexSpans(seen))])
  })
  const owned = settleKinds(
    inferPlacesFromDemonyms(lines, splitFirms(splitOwners(trimHeadings(mendOpenings(lines, first))))),
  )
  const settled = readAcronyms(settleKinds([...owned, ...findAcronyms(owned)]))
  const placed = markGovernments(
    disambiguatePlaces(
      chooseByLine(
        lines,
        [...preferFirms([...settled, ...repeatNames(lines, settled)]), ...findCalendarSurnames(lines, settled)]
          .map((name) => withEnding(withParticles(name)))
          .filter((name) => !isCurrency(name)),
      ),
    ),
  )
  const all = markTeams(lines, placed)
  const byLine = groupByLine(lines, all)
  const worded = lines.flatMap((line) => [
    ...findWordedNames(line, register),
    ...findIncidents(line, indexSpans(byLine.get(line)!)),
  ])
  const named = chooseByLine(lines, [...worded, ...findPlaceEvents(all)])
  const names = dropParts(all, named)
  return [...names, ...named, ...findNominals(lines, [...names, ...named])].map(toMention).sort(byPlace)
}

/** "US" in "US$5" is money. */
function isCurrency({ line, to }: Candidate): boolean {
  return /^[$€£]/.test(line.tokens[to]?.text ?? '') && line.tokens[to]!.start === line.tokens[to - 1]!.end
}

function chooseByLine(lines: readonly Line[], candidates: readonly Candidate[]): Candidate[] {
  return [...groupByLine(lines, candidates).values()].flatMap(chooseNames)
}

function groupByLine(lines: readonly Line[], candidates: readonly Candidate[]): Map<Line, Candidate[]> {
  const byLine = new Map<Line, Candidate[]>(lines.map((line) => [line, []]))
  for (const candidate of candidates) byLine.get(candidate.line)!.push(candidate)
  return byLine
}

const BY_HEAD = new Set(['name/of-event', 'name/numbered-event', 'name/final'])

/**
 * Drops names that are only a part of an event's name: "Okafor" in "the Okafor scandal". What more than the tagger
 * supports stays, and so does a place that the source names by itself too.
 *
 * @param names names that do not overlap
 * @param named events and works over them
 */
function dropParts(names: readonly Candidate[], named: readonly Candidate[]): Candidate[] {
  const covered = new Set(
    named.filter(({ rule }) => BY_HEAD.has(rule)).flatMap(({ line, from, to }) => line.tokens.slice(from, to)),
  )
  const isPart = ({ line, from }: Candidate): boolean => covered.has(line.tokens[from]!)
  const alone = new Set(names.filter((name) => name.kind === 'place' && !isPart(name)).map(keyOf))
  const isOwn = (name: Candidate): boolean =>
    name.kind !== 'event' && (name.rank >= RANK.pattern || alone.has(keyOf(name)))
  return names.filter((name) => !isPart(name) || isOwn(name))
}
