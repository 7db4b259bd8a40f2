import type { ExtractedBlock, Stated } from '../../../model/extracted.ts'
import type { Evidenced, Metadata, Seed } from '../../../model/source.ts'
import { foldTitle } from '../../../text/characters.ts'
import { exclude, keep, type Block, type Decision, type Draft } from './block.ts'
import { traceRange } from './trace.ts'

/**
 * The blocks of an extracted text, with the decisions that the reader of its format gave. Blocks it left open are
 * decided by the rules, as lines of plain text are.
 */
export function readExtraction(text: string, blocks: readonly ExtractedBlock[]): Block[] {
  return blocks.map((block, index) => {
    const decision = decisionOf(block)
    const line = 1 + 2 * index
    return {
      ...traceRange(text, block, []),
      line,
      lastLine: line,
      isAfterBlank: true,
      ...(block.role === 'heading' && { isMarkedHeading: true }),
      ...(decision && { decision }),
    }
  })
}

function decisionOf({ role, kind = 'markup', rule = 'boilerplate/aside' }: ExtractedBlock): Decision | undefined {
  if (role === 'open' || role === 'credit') return undefined
  return role === 'aside' ? exclude(kind, rule) : keep(role)
}

/** Excludes credits, as the reader marked them, that no rule has used for a byline or a date. */
export function dropCredits(draft: Draft, { extraction }: Seed): Draft {
  const credits = new Map(
    (extraction?.blocks ?? []).filter(({ role }) => role === 'credit').map((one) => [one.start, one]),
  )
  if (credits.size === 0) return draft
  const blocks = draft.blocks.map((block) => {
    const credit = block.decision?.as === 'passage' && credits.get(block.segments[0]!.start)
    return credit ? { ...block, decision: exclude(credit.kind ?? 'markup', credit.rule ?? 'boilerplate/aside') } : block
  })
  return { ...draft, blocks }
}

/**
 * Adds what a file states outside its text, as in a meta element, a mail's header or a column of a table. It comes
 * before what rules read from the text; other values for the same field are kept beside it.
 */
export function addStated(metadata: Metadata, { stated = [] }: Seed): Metadata {
  const fields = Map.groupBy(
    stated.filter(({ field }) => field !== 'language'),
    ({ field }) => field,
  )
  const facts = [...fields].map(([field, values]) => [field, toFact(values, metadata[field as keyof Metadata])])
  return { ...metadata, ...Object.fromEntries(facts) }
}

function toFact([first, ...rest]: readonly Stated[], read: Evidenced<unknown> | undefined): Evidenced<unknown> {
  const { value, place, words } = first!
  const asText = (one: unknown) => [one].flat().join('; ')
  const isOther = (other: unknown) => foldTitle(asText(other)) !== foldTitle(asText(value))
  const others = [
    ...rest.map((one) => ({ value: asText(one.value), place: one.place })),
    ...(read ? [{ value: asText(read.value), place: `the text (${read.rule})` }] : []),
  ].filter((other) => isOther(other.value))
  return {
    value,
    certainty: 'stated',
    rule: 'metadata/stated',
    evidence: read && !isOther(read.value) ? read.evidence : [],
    place,
    ...(words !== undefined && { words }),
    ...(others.length > 0 && { others }),
  }
}

/** The language that the file states: a tag of BCP 47. */
export function statedLanguage({ stated = [] }: Seed): string | undefined {
  return stated.find(({ field }) => field === 'language')?.value.toString()
}
