import type { Candidate } from '../../lang/names/candidate.ts'
import { byPlace, chooseNames, readLine, toMention } from '../../lang/names/candidate.ts'
import { indexNames, matchNames, namesOfRegister } from '../../lang/names/name-index.ts'
import type { LanguagePack } from '../../lang/pack.ts'
import { PARTS, UNKNOWN_LANGUAGE } from '../../lang/pack.ts'
import { packFor, PACKS } from '../../lang/packs.ts'
import type { DateMention } from '../../model/date.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Mention } from '../../model/entity.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { sidecarOf } from '../../text/sources.ts'
import { correctFigures } from './correct/correct-figures.ts'
import { correctDates, correctNames } from './correct/correct-names.ts'
import { correctQuotations } from './correct/correct-quotations.ts'

/**
 * Finds names, dates, quotations, amounts and roles in one source with the pack of its language. Without a pack only
 * names of the register are found. Corrections are applied at once, so that later findings use them: speakers the
 * names, amounts the dates.
 */
export function findInSource(source: Source, register: Register, packs = PACKS): Reported<Findings> {
  const pack = packFor(source.language, packs)
  const names = correctNames(source, (pack?.findNames ?? findRegisterNames)(source, register))
  const mentions = names.findings
  const dates = correctDates(source, withoutNames(source, pack?.findDates?.(source) ?? [], mentions))
  const quotations = correctQuotations(source, pack?.findQuotations?.(source, mentions) ?? [], mentions)
  const amounts = correctFigures(source, pack?.findAmounts?.(source, dates.findings) ?? [], {
    places: mentions.filter(({ kind }) => kind === 'place').map(({ span }) => span),
    dates: dates.findings.map(({ span }) => span),
  })
  const edits = [names, dates, quotations, amounts].flatMap((one) => one.edits)
  return {
    value: {
      file: source.file,
      mentions,
      dates: dates.findings,
      quotations: quotations.findings,
      amounts: amounts.findings,
      roles: pack?.findRoles?.(source, mentions) ?? [],
      ...(edits.length > 0 && { edits }),
    },
    problems: [names, dates, quotations, amounts].flatMap(({ problems }) => problems),
  }
}

/** Leaves out days and months that a person or an event is called by: "Ada Friday", "the July War". */
function withoutNames(
  { passages }: Source,
  dates: readonly DateMention[],
  mentions: readonly Mention[],
): DateMention[] {
  const texts = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  const named = mentions.filter(({ kind, form }) => form === 'name' && (kind === 'person' || kind === 'event'))
  return dates.filter(
    ({ span }) =>
      !/^[\p{L} ]+(?:, \d\d)?$/u.test(texts.get(span.passage)!.slice(span.start, span.end)) ||
      !named.some((name) => name.span.passage === span.passage && covers(name.span, span)),
  )
}

/** Whether a name holds the date, or is the word it begins with ("May, 24, is a nurse"). */
const covers = (name: Mention['span'], date: DateMention['span']) =>
  name.start <= date.start && (date.end <= name.end || name.start === date.start)

/**
 * Finds the names of the register as they are written there. The authority file is no guess, so this holds in any
 * language; a pack finds more: other names, and inflected forms of these.
 *
 * @returns mentions by passage and start, the longer first
 */
function findRegisterNames(source: Source, register: Register): Mention[] {
  const index = indexNames(namesOfRegister(register))
  return source.passages
    .map((passage) => readLine(passage, source.language))
    .flatMap((line) =>
      chooseNames(matchNames(line, index).map(({ from, to, value }): Candidate => ({ line, from, to, ...value }))),
    )
    .map(toMention)
    .sort(byPlace)
}

/** Maximum different names of one source, as their relations grow with the square. A long report has a thousand. */
const MAX_NAMES = 3000
/** Dates, quotations or amounts of one source. */
const MAX_OF_A_KIND = 10_000

/** A source with more names than any article is a list: relations between its names say nothing. */
export function checkFindings(
  { file, passages }: Source,
  { mentions, dates, quotations, amounts }: Findings,
): Problem[] {
  const texts = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  const names = new Set(mentions.map(({ span }) => texts.get(span.passage)!.slice(span.start, span.end)))
  const counts = [
    { what: 'different names', count: names.size, most: MAX_NAMES },
    { what: 'dates', count: dates.length, most: MAX_OF_A_KIND },
    { what: 'quotations', count: quotations.length, most: MAX_OF_A_KIND },
    { what: 'figures', count: amounts.length, most: MAX_OF_A_KIND },
  ]
  return counts
    .filter(({ count, most }) => count > most)
    .map(({ what, count, most }) => ({
      file,
      severity: 'error',
      rule: 'find/too-many',
      reason: `Unexpected ${count} ${what} in one article, expected at most ${most}`,
      hint: 'Split it into one file an article.',
    }))
}

/** One problem for a source whose language has no pack, or a pack without some parts: what was left undone. */
export function checkLanguage(source: Source, packs = PACKS): Problem[] {
  const { file, language } = source
  const pack = packFor(language, packs)
  const undone = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => pack?.[part] === undefined)
  if (undone.length === 0) return []
  const kinds = undone.map((part) => PARTS[part]).join(', ')
  return [
    {
      file,
      severity: 'warning',
      rule: 'find/no-language-pack',
      reason: `${describeLack(language, pack, packs)}; left undone: ${kinds}`,
      hint: `The text is read, searched and cited all the same. If the language is another, say so in ${writeField(source, `language: ${[...packs.keys()][0]}`)}`,
    },
  ]
}

function describeLack(
  language: string,
  pack: LanguagePack | undefined,
  packs: ReadonlyMap<string, LanguagePack>,
): string {
  if (pack) return `Unexpected language "${language}", whose pack lacks parts`
  const what = language === UNKNOWN_LANGUAGE ? 'language that could not be told' : `language "${language}"`
  return `Unexpected ${what}, expected one that has a pack (${[...packs.keys()].join(', ')})`
}

/** The sidecar of a source, and the line that a person writes there. */
function writeField(source: Source, line: string): string {
  const { file, within = [] } = sidecarOf(source)
  const keys = within.map((key, depth) => `${'  '.repeat(depth)}${depth === 0 ? key : JSON.stringify(key)}:\n`)
  return `${file}:\n${keys.join('')}${'  '.repeat(within.length)}${line}`
}
