import { readData } from '../../../text/read-data.ts'
import { findDaysInDigits } from '../../../lang/boilerplate/printed-days.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Evidenced, Metadata } from '../../../model/source.ts'
import type { Range } from '../../../model/passage.ts'
import type { Block, Draft } from '../trace/block.ts'
import { exclude, isOpen, keep, takePart } from '../trace/block.ts'
import type { Traced } from '../trace/trace.ts'
import { rangesOf, sliceTrace, traceRange } from '../trace/trace.ts'
import { readByline } from './read-byline.ts'

type Field = 'headline' | 'authors' | 'publisher' | 'date' | 'url'
const lists: Record<Field, string[]> = readData('./fields.yml', import.meta.url)
const FIELD_OF = new Map(
  Object.entries(lists).flatMap(([field, labels]) => labels.map((label) => [label, field as Field] as const)),
)
const LABELLED = /^["']?(?<label>[\p{L}_-]{2,20})["']?\s?:\s{0,4}["'“[]{0,2}(?<value>\S[^]{0,400}?)["'”\]]{0,2},?$/u
/** How many first lines are searched for a header. */
const HEADER = 12
/** Minimum fields of a header. */
const FEWEST_FIELDS = 2

/**
 * Reads the fields at the start of a file: the front matter of Markdown, or lines such as "Title: …" and "Date: …".
 *
 * @param pack without one, only front matter is read, with its names unchanged and dates in digits, because its keys
 * belong to no language
 */
export function readFields(draft: Draft, pack?: Boilerplate): Draft {
  const front = /^---[ \t]*[\r\n]/.test(draft.text) ? readFrontMatter(draft, pack) : readAddress(draft)
  const header = front.blocks.slice(0, HEADER).filter((block) => isOpen(block) && fieldOf(block))
  if (!pack || header.length < FEWEST_FIELDS) return front
  return header.reduce((last, block) => takeField(last, block, pack), front)
}

/** An address by itself above the text is that of the article. */
function readAddress(draft: Draft): Draft {
  const first = draft.blocks.find(isOpen)
  if (!first || draft.blocks.length < 2 || draft.metadata.url || !/^https?:\/\/\S{4,300}$/i.test(first.text))
    return draft
  const decided = { ...first, decision: exclude('metadata', 'metadata/address-line') }
  return {
    ...draft,
    blocks: draft.blocks.map((block) => (block === first ? decided : block)),
    metadata: { ...draft.metadata, url: state(first.text, 'metadata/address-line', rangesOf(first, draft.text)) },
  }
}

function readFrontMatter(draft: Draft, pack: Boilerplate | undefined): Draft {
  const end = /[\r\n](?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/.exec(draft.text)?.index ?? 0
  const lines = [...draft.text.slice(0, end).matchAll(/[^\r\n]+/g)]
  const metadata = lines.reduce((last, { 0: words, index }) => {
    const line = traceRange(draft.text, { start: index, end: index + words.length }, [])
    return addField(last, line, draft.text, pack)
  }, draft.metadata)
  return { ...draft, metadata }
}

/** A field in a separate line is metadata; the words of a title are the headline. */
function takeField(draft: Draft, block: Block, pack: Boilerplate): Draft {
  const { field, at } = fieldOf(block)!
  const parts =
    field === 'headline'
      ? takePart(block, 0, at, exclude('metadata', 'metadata/field')).map((part) =>
          part.decision ? part : { ...part, decision: keep('headline') },
        )
      : [{ ...block, decision: exclude('metadata', 'metadata/field') }]
  const blocks = draft.blocks.flatMap((other) => (other === block ? parts : [other]))
  return { ...draft, blocks, metadata: addField(draft.metadata, block, draft.text, pack) }
}

const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value)

function fieldOf({ text }: Traced): { field: Field; value: string; at: number } | undefined {
  const { label, value } = LABELLED.exec(text)?.groups ?? {}
  if (label === undefined) return undefined
  const named = FIELD_OF.get(label.toLowerCase())
  /* What clippers call "source" is the publisher or the address. */
  const field = named === 'publisher' && isWebAddress(value!.trim()) ? 'url' : named
  return field ? { field, value: value!.trim(), at: text.indexOf(value!, label.length) } : undefined
}

/** The first value of a field stays; a date must be a whole day, an author a person's name. */
function addField(metadata: Metadata, line: Traced, text: string, pack: Boilerplate | undefined): Metadata {
  const found = fieldOf(line)
  if (!found || metadata[found.field]) return metadata
  const evidence = rangesOf(sliceTrace(line, found.at, found.at + found.value.length), text)
  const say = <T>(value: T): Evidenced<T> => state(value, 'metadata/field', evidence)
  const { field, value } = found
  if (field === 'authors') {
    const names = authorsOf(value, pack)
    return names.length > 0 ? { ...metadata, authors: say(names) } : metadata
  }
  if (field === 'date') {
    const day = (pack ?? { findPrintedDays: findDaysInDigits }).findPrintedDays(value)[0]?.day
    return day ? { ...metadata, date: say(day) } : metadata
  }
  if (field === 'publisher' && pack?.isAgency(value))
    return addCredits(metadata, [value], 'metadata/field', evidence, pack)
  if (field === 'url' && !isWebAddress(value)) return metadata
  return { ...metadata, [field]: say(value) }
}

function authorsOf(value: string, pack: Boilerplate | undefined): string[] {
  return pack ? (readByline(value, pack)?.authors ?? pack.splitNames(value).filter(pack.isPersonName)) : [value]
}

/** A value that the words at `evidence` state. */
export function state<T>(value: T, rule: string, evidence: Range[]): Evidenced<T> {
  return { value, certainty: 'stated', rule, evidence }
}

/** A value that a rule worked out, with its reasoning in a sentence. */
export function infer<T>(value: T, rule: string, evidence: Range[], reason: string): Evidenced<T> {
  return { value, certainty: 'inferred', rule, evidence, reason }
}

/** Adds names to the agencies and papers that a text credits; an agency is named once, by the name it was met under first. */
export function addCredits(
  metadata: Metadata,
  names: readonly string[],
  rule: string,
  evidence: Range[],
  pack: Boilerplate,
): Metadata {
  const known = metadata.credits
  const fresh = names.filter((name) => !known?.value.some((other) => pack.isSameCredit(name, other)))
  if (fresh.length === 0) return metadata
  const credits = known
    ? { ...known, value: [...known.value, ...fresh], evidence: [...known.evidence, ...evidence] }
    : state(fresh, rule, evidence)
  return { ...metadata, credits }
}
