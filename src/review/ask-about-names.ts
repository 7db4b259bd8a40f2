import { packFor } from '../lang/packs.ts'
import type { Dossier, Findings } from '../model/dossier.ts'
import type { Entity, Mention, ResolvedMention } from '../model/entity.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import type { Span } from '../model/passage.ts'
import type { QuotationMention, Speaker } from '../model/quotation.ts'
import type { Source } from '../model/source.ts'
import { foldName } from '../text/characters.ts'
import { compare } from '../text/compare.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

/** Steps that join a name to a longer one by its shape alone. A surname behind the full name is no question. */
const UNSURE_STEPS = new Set(['identity/shortened-name', 'identity/given-names', 'identity/sole-antecedent'])
/** Steps that take equal names of two sources for one. */
const EQUAL_NAMES = new Set(['identity/same-name-across', 'identity/same-words-beside'])

/** Names that rules joined to others without being sure, and names that were read as of two kinds. */
export function askAboutNames({ entities, mentions }: Dossier): Question[] {
  const byEntity = Map.groupBy(mentions, ({ entity }) => entity)
  const open = entities.filter(({ isRegistered }) => !isRegistered)
  const unsure = open.flatMap((entity) => {
    const own = byEntity.get(entity.key) ?? []
    const isUnsure =
      own.some(({ step }) => UNSURE_STEPS.has(step.rule)) ||
      entity.identity.some(({ rule, certainty }) => certainty === 'inferred' && !EQUAL_NAMES.has(rule))
    return isUnsure ? [askAboutName(entity, own)] : []
  })
  const alike = [...Map.groupBy(open, ({ name }) => foldName(name)).values()]
  return [...unsure, ...alike.filter((some) => new Set(some.map(({ kind }) => kind)).size > 1).map(askAboutKind)]
}

/** Asks for the kind of a name that was read as several kinds. */
function askAboutKind(entities: readonly Entity[]): Question {
  const kinds = [...new Set(entities.map(({ kind }) => kind))].toSorted(compare)
  const { name } = entities[0]!
  const key = `name | ${kinds.join(' or ')} | ${name}`
  return {
    key,
    topic: 'name',
    weight: entities.length,
    text: `“${name}” was read as ${kinds.join(' and as ')}. Which is it?`,
    choices: [
      ...kinds.map((kind) => ({
        says: `${kind}, wherever it stands.`,
        file: `seeds/register/${COLLECTION_OF[kind]}.yml`,
        item: { name, kind },
      })),
      leaveAsItIs(key, 'Each is right where it stands.'),
    ],
  }
}

function askAboutName({ key, name, kind, subtype }: Entity, mentions: readonly ResolvedMention[]): Question {
  const [aliases, demonyms] = [wordsOf(mentions, 'name', name), wordsOf(mentions, 'demonym', name)]
  const entry = { name, kind, ...(subtype && { subtype }) }
  const lists = { ...(aliases.length > 0 && { aliases }), ...(demonyms.length > 0 && { demonyms }) }
  const file = `seeds/register/${COLLECTION_OF[kind]}.yml`
  const question = `name | ${key}`
  const printed = aliases.length > 0 ? `, also printed as ${aliases.map((alias) => `“${alias}”`).join(', ')}` : ''
  return {
    key: question,
    topic: 'name',
    weight: mentions.length,
    text: `Is “${name}”${printed}, one ${kind}? ${mentions.length} mentions, not in the register.`,
    choices: [
      { says: 'All of these are one; into the register.', file, item: { ...entry, ...lists } },
      ...(Object.keys(lists).length > 0
        ? [{ says: `Only “${name}” itself, into the register.`, file, item: entry }]
        : []),
      leaveAsItIs(question),
    ],
  }
}

function wordsOf(mentions: readonly ResolvedMention[], form: ResolvedMention['form'], name: string): string[] {
  const words = mentions
    .filter((mention) => mention.form === form && mention.words !== name)
    .map((mention) => mention.words)
  return [...new Set(words)].toSorted(compare)
}

/** Direct quotations whose speaker no rule could name, or a rule that is not sure enough did. */
export function askAboutSpeakers({ sources, findings }: Dossier): Question[] {
  return sources.flatMap((source, index) => {
    const found = findings[index]!
    return found.quotations
      .filter((quotation) => quotation.mode === 'direct' && isOpen(source, found, quotation))
      .map((quotation) => askAboutSpeaker(source, found, quotation))
  })
}

function isOpen(source: Source, found: Findings, quotation: QuotationMention): boolean {
  const { speaker, certainty, rule } = quotation
  if (!speaker) return certainty !== 'editor' && rule !== 'quotation/transcript'
  if (speaker.certainty !== 'inferred') return false
  if (speaker.rule === 'quotation/same-paragraph') return isCorrectedBefore(found, quotation, speaker)
  const isSure = packFor(source.language)?.speakerCertainty?.(speaker.rule) === 'stated'
  return !isSure || (speaker.as !== undefined && isRivalNear(source, found, speaker))
}

/** Words go on after a quotation whose speaker a person corrected, and still have the speaker whom it had. */
function isCorrectedBefore({ quotations }: Findings, quotation: QuotationMention, speaker: Speaker): boolean {
  const before = quotations[quotations.indexOf(quotation) - 1]
  const isInParagraph = before?.spans.at(-1)!.passage === quotation.spans[0]!.passage
  return isInParagraph && before.speaker?.certainty === 'editor' && before.speaker.words !== speaker.words
}

/** Number of paragraphs before a pronoun that may name its antecedent. */
const NEAR = 2

/** Whether a pronoun or a role can mean somebody else: another person is named shortly before it. */
function isRivalNear(source: Source, { mentions }: Findings, { words, as }: Speaker): boolean {
  return mentions.some(
    ({ kind, form, span }) =>
      kind === 'person' &&
      form === 'name' &&
      span.passage >= as!.passage - NEAR &&
      (span.passage < as!.passage || (span.passage === as!.passage && span.start < as!.start)) &&
      lastWord(wordsAtSpan(source, span)) !== lastWord(words),
  )
}

const lastWord = (name: string): string => /[^\s]+$/.exec(name.replace(/[’']s?$/, ''))?.[0] ?? name

function askAboutSpeaker(source: Source, found: Findings, quotation: QuotationMention): Question {
  const { spans, speaker } = quotation
  const [span] = spans as [Span]
  const words = wordsAtSpan(source, span)
  const key = `speaker | ${source.file} | ${words}`
  const known = speaker ? `“${speaker.words}”, worked out by ${speaker.rule}` : 'nobody that a rule could name'
  return {
    key,
    topic: 'speaker',
    /* A wrong speaker does more harm than no speaker. */
    weight: speaker ? 2 : 1,
    text: `Who says “${words}” in ${source.file} ¶ ${span.passage}? The page gives ${known}.`,
    shown: source.passages.find(({ ordinal }) => ordinal === span.passage)!.text,
    choices: speakerChoices(source, span, namesNear(source, found, quotation), key),
  }
}

/** Maximum number of names offered. */
const MOST_NAMES = 6
/** Subtypes of those who report: they speak only where the passage names them. */
const REPORTERS = new Set(['broadcaster', 'media', 'news-agency', 'newspaper'])

/** A possible speaker. */
interface Candidate {
  readonly name: string
  readonly distance: number
  readonly isInPassage: boolean
  readonly isSpeaker: boolean
}

/**
 * Possible speakers among the persons and bodies of the article: those of the passage first, then those who speak
 * elsewhere in the article, each the nearest first. A surname counts for the full name.
 */
function namesNear(source: Source, { mentions, quotations }: Findings, { spans, speaker }: QuotationMention): string[] {
  const named = mentions.filter(({ form, kind }) => form === 'name' && (kind === 'person' || kind === 'organisation'))
  const names = [...new Set(named.map(({ span }) => wordsAtSpan(source, span)))]
  const fullestOf = (name: string) => names.find((other) => other.endsWith(` ${name}`)) ?? name
  const speakers = new Set(quotations.flatMap((one) => (one.speaker ? [lastWord(one.speaker.words)] : [])))
  const isReporter = ({ subtype }: Mention, name: string) =>
    REPORTERS.has(subtype ?? '') || foldName(name) === foldName(source.metadata.publisher?.value ?? '')
  const candidates = named.flatMap((mention): Candidate[] => {
    const name = wordsAtSpan(source, mention.span)
    const isInPassage = spans.some(({ passage }) => passage === mention.span.passage)
    if (speaker && lastWord(name) === lastWord(speaker.words)) return []
    if (!isInPassage && isReporter(mention, name)) return []
    const distance = Math.min(...spans.map((span) => distanceTo(mention.span, span)))
    return [{ name: fullestOf(name), distance, isInPassage, isSpeaker: speakers.has(lastWord(name)) }]
  })
  const inOrder = candidates.toSorted(
    (a, b) =>
      Number(b.isInPassage) - Number(a.isInPassage) ||
      (a.isInPassage ? 0 : Number(b.isSpeaker) - Number(a.isSpeaker)) ||
      a.distance - b.distance,
  )
  return [...new Set(inOrder.map(({ name }) => name))].slice(0, MOST_NAMES)
}

/** A passage is farther than any words within one. */
const PASSAGE = 1_000_000

function distanceTo(one: Span, other: Span): number {
  if (one.passage !== other.passage) return PASSAGE * Math.abs(one.passage - other.passage)
  return Math.max(0, one.start - other.end, other.start - one.end)
}

function speakerChoices(source: Source, span: Span, names: readonly string[], key: string): Choice[] {
  const choose = (says: string, fields: object): Choice => ({
    says,
    ...sidecarOf(source),
    field: 'corrections',
    item: { kind: 'speaker', at: selectQuote(source.passages, span), ...fields, reason: 'Decided in review.' },
  })
  return [
    ...names.map((name) => choose(name, { named: name })),
    choose('The article does not say who.', { is: 'open' }),
    leaveAsItIs(key, 'The page is right.'),
  ]
}
