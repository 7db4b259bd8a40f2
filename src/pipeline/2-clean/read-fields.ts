import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Evidenced, Metadata } from '../../model/source.ts'
import { isAgency, isPersonName, splitNames } from './agencies.ts'
import { aside, isOpen, keep, type Block, type Draft } from './block.ts'
import { addCredits, state } from './metadata.ts'
import { readByline } from './read-byline.ts'
import { findPrintedDays } from './read-date.ts'
import { takePart } from './take-part.ts'
import { rangesOf, sliceTrace, traceRange, type Traced } from './trace.ts'

type Field = 'headline' | 'authors' | 'publisher' | 'date' | 'url'
const lists: Record<Field, string[]> = parse(readFileSync(new URL('./fields.yml', import.meta.url), 'utf8'))
const FIELD_OF = new Map(
  Object.entries(lists).flatMap(([field, labels]) => labels.map((label) => [label, field as Field] as const)),
)
const LABELLED = /^["']?(?<label>[\p{L}_-]{2,20})["']?\s?:\s{0,4}["'“[]{0,2}(?<value>\S[^]{0,400}?)["'”\]]{0,2},?$/u
/** A header stands among so many first lines … */
const HEADER = 12
/** … and has so many fields. */
const FEWEST_FIELDS = 2

/** Reads the fields a file opens with: the front matter of Markdown, or lines such as "Title: …" and "Date: …". */
export function readFields(draft: Draft): Draft {
  const front = /^---[ \t]*\r?\n/.test(draft.text) ? readFrontMatter(draft) : draft
  const header = front.blocks.slice(0, HEADER).filter((block) => isOpen(block) && fieldOf(block))
  return header.length < FEWEST_FIELDS ? front : header.reduce(takeField, front)
}

function readFrontMatter(draft: Draft): Draft {
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(draft.text)?.index ?? 0
  const lines = [...draft.text.slice(0, end).matchAll(/[^\r\n]+/g)]
  const metadata = lines.reduce((last, { 0: words, index }) => {
    const line = traceRange(draft.text, { start: index, end: index + words.length }, [])
    return addField(last, line, draft.text)
  }, draft.metadata)
  return { ...draft, metadata }
}

/** A field in a line of its own is metadata; the words of a title are the headline. */
function takeField(draft: Draft, block: Block): Draft {
  const { field, at } = fieldOf(block)!
  const parts =
    field === 'headline'
      ? takePart(block, 0, at, aside('metadata', 'clean/field')).map((part) =>
          part.verdict ? part : { ...part, verdict: keep('headline') },
        )
      : [{ ...block, verdict: aside('metadata', 'clean/field') }]
  const blocks = draft.blocks.flatMap((other) => (other === block ? parts : [other]))
  return { ...draft, blocks, metadata: addField(draft.metadata, block, draft.text) }
}

function fieldOf({ text }: Traced): { field: Field; value: string; at: number } | undefined {
  const { label, value } = LABELLED.exec(text)?.groups ?? {}
  const field = label && FIELD_OF.get(label.toLowerCase())
  return field ? { field, value: value!.trim(), at: text.indexOf(value!, label.length) } : undefined
}

/** The first value of a field stays; a date must be a whole day, an author a person's name. */
function addField(metadata: Metadata, line: Traced, text: string): Metadata {
  const found = fieldOf(line)
  if (!found || metadata[found.field]) return metadata
  const evidence = rangesOf(sliceTrace(line, found.at, found.at + found.value.length), text)
  const say = <T>(value: T): Evidenced<T> => state(value, 'clean/field', evidence)
  const { field, value } = found
  if (field === 'authors') {
    const names = readByline(value)?.authors ?? splitNames(value).filter(isPersonName)
    return names.length > 0 ? { ...metadata, authors: say(names) } : metadata
  }
  if (field === 'date') {
    const day = findPrintedDays(value)[0]?.day
    return day ? { ...metadata, date: say(day) } : metadata
  }
  if (field === 'publisher' && isAgency(value)) return addCredits(metadata, [value], 'clean/field', evidence)
  if (field === 'url' && !/^https?:\/\//i.test(value)) return metadata
  return { ...metadata, [field]: say(value) }
}
