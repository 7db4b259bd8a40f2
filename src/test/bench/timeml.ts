import type { Source } from '../../model/source.ts'

/** A gold annotation over the text of one document. */
export interface GoldTimex {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
}

/** A TimeML document: its text, creation date and gold annotations. */
export interface TimemlDocument {
  readonly text: string
  readonly created: string
  readonly gold: readonly GoldTimex[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Reads the TEXT element of a TimeML 1.2.1 file; nothing when it has no text or no creation date. */
export function readTimeml(xml: string): TimemlDocument | undefined {
  const created = /<DCT>[^]{0,400}?value="(\d{4}-\d{2}-\d{2})/.exec(xml)?.[1]
  const body = between(xml, '<TEXT>', '</TEXT>')
  return created && body !== undefined ? { created, ...readBody(body) } : undefined
}

function readBody(body: string): Pick<TimemlDocument, 'text' | 'gold'> {
  const gold: GoldTimex[] = []
  const open: GoldTimex[] = []
  let text = ''
  for (const [piece] of body.matchAll(/<[^<>]+>|[^<]+/g)) {
    if (piece.startsWith('<TIMEX3'))
      open.push({ start: text.length, end: 0, type: attribute(piece, 'type'), value: attribute(piece, 'value') })
    else if (piece.startsWith('</TIMEX3')) gold.push({ ...open.pop()!, end: text.length })
    else if (!piece.startsWith('<')) text += piece.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)
  }
  return { text, gold }
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function between(text: string, from: string, to: string): string | undefined {
  const start = text.indexOf(from)
  const end = text.indexOf(to, start)
  return start < 0 || end < 0 ? undefined : text.slice(start + from.length, end)
}

/** A paragraph of a document, with its place in the whole text. */
export interface TimemlParagraph {
  readonly start: number
  readonly text: string
}

/** Paragraphs as blank lines part them; single line ends become spaces, so that offsets stay. */
export function splitParagraphs(text: string): TimemlParagraph[] {
  return [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map((match) => ({
    start: match.index,
    text: match[0].replaceAll('\n', ' '),
  }))
}

/** A source made of a document's paragraphs, with its creation date as publication date. */
export function toSource(document: TimemlDocument): Source {
  return {
    file: 'bench',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text: document.text,
    sidecar: {},
    language: 'en',
    rights: 'citation',
    metadata: { date: { value: document.created, certainty: 'stated', rule: 'bench/dct', evidence: [] } },
    passages: splitParagraphs(document.text).map(({ text }, index) => ({
      ordinal: index + 1,
      kind: 'paragraph',
      text,
      segments: [{ start: 0, end: text.length, at: 0 }],
    })),
    setAside: [],
  }
}
