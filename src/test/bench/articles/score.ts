import type { Dossier, Findings } from '../../../model/dossier.ts'
import type { EntityKind } from '../../../model/kind.ts'
import type { Passage } from '../../../model/passage.ts'
import { isBody } from '../../../model/passage.ts'
import type { Speaker } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import type { GoldName, GoldParagraph, GoldQuotation, MarkedArticle } from '../../../train/marked-article.ts'

/** Right, missed and wrong of one measure, with a line for each that is not right. */
export class Tally {
  right = 0
  missed = 0
  wrong = 0
  readonly lines: string[] = []

  get f1(): number {
    const { precision, recall } = this
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  }

  get precision(): number {
    return this.right / Math.max(1, this.right + this.wrong)
  }

  get recall(): number {
    return this.right / Math.max(1, this.right + this.missed)
  }

  note(kind: 'missed' | 'wrong', line: string): void {
    this[kind] += 1
    this.lines.push(`${kind}: ${line}`)
  }
}

export interface Scores {
  readonly paragraphs: Tally
  readonly metadata: Tally
  readonly names: Tally
  readonly dates: Tally
  readonly speakers: Tally
  /** Wrong speakers that are printed as "stated". */
  readonly statedWrong: string[]
  readonly identity: { precision: number; recall: number; f1: number; merges: string[] }
}

const KINDS: Readonly<Record<string, EntityKind | 'object'>> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  e: 'event',
  w: 'work',
  b: 'object',
}

interface Placed {
  readonly name: GoldName
  readonly entity: string | undefined
  readonly words: string
}

/** Compares what the pipeline found with the marked articles; `articles` by file name of the dossier. */
export function scoreDossier(dossier: Dossier, articles: ReadonlyMap<string, MarkedArticle>): Scores {
  const scores: Scores = {
    paragraphs: new Tally(),
    metadata: new Tally(),
    names: new Tally(),
    dates: new Tally(),
    speakers: new Tally(),
    statedWrong: [],
    identity: { precision: 0, recall: 0, f1: 0, merges: [] },
  }
  const placed: Placed[] = []
  for (const [index, source] of dossier.sources.entries()) {
    const gold = articles.get(source.file)
    if (gold) scoreSource(dossier, index, gold, scores, placed)
  }
  Object.assign(scores.identity, scoreIdentity(placed))
  return scores
}

/** One source of the dossier beside its gold. */
interface Pair {
  readonly dossier: Dossier
  readonly source: Source
  readonly findings: Findings
  readonly gold: MarkedArticle
  /** File name, for the lines that are printed. */
  readonly where: string
}

function scoreSource(dossier: Dossier, index: number, gold: MarkedArticle, scores: Scores, placed: Placed[]): void {
  const source = dossier.sources[index]!
  const pair: Pair = {
    dossier,
    source,
    findings: dossier.findings[index]!,
    gold,
    where: source.file.replace(/^.*\//, ''),
  }
  scoreMetadata(pair, scores.metadata)
  const body = source.passages.filter(isBody)
  scoreParagraphs(pair, body, scores.paragraphs)
  for (const paragraph of gold.paragraphs) {
    const at = body.find(({ text }) => text === paragraph.text)?.ordinal ?? -1
    placed.push(...scoreNames(pair, paragraph, at, scores.names))
    scoreDates(pair, paragraph, at, scores.dates)
    for (const quotation of paragraph.quotations) scoreSpeaker(pair, paragraph, at, quotation, scores)
    scoreExtraQuotations(pair, paragraph, at, scores.speakers)
  }
}

function scoreMetadata({ source: { metadata }, gold, where }: Pair, tally: Tally): void {
  const facts: [string, string | undefined, string | undefined][] = [
    ['headline', gold.headline, metadata.headline?.value],
    ['authors', gold.authors.join('; ') || undefined, metadata.authors?.value.join('; ')],
    ['date', gold.date, metadata.date?.value],
    ['publisher', gold.publisher, metadata.publisher?.value],
  ]
  for (const [field, right, found] of facts) {
    if (right === found) tally.right += right === undefined ? 0 : 1
    else if (found === undefined) tally.note('missed', `${where} ${field} ${right}`)
    else tally.note('wrong', `${where} ${field} ${found}; right: ${right}`)
  }
}

function scoreParagraphs({ gold, where }: Pair, body: readonly Passage[], tally: Tally): void {
  const texts = new Set(gold.paragraphs.map(({ text }) => text))
  const found = new Set(body.map(({ text }) => text))
  for (const text of texts) {
    if (found.has(text)) tally.right += 1
    else tally.note('missed', `${where} ${text.slice(0, 90)}`)
  }
  for (const text of found) if (!texts.has(text)) tally.note('wrong', `${where} ${text.slice(0, 90)}`)
}

function scoreNames(
  { dossier, source, where }: Pair,
  { names, text }: GoldParagraph,
  at: number,
  tally: Tally,
): Placed[] {
  const mentions = dossier.mentions.filter(
    ({ file, form, span }) => file === source.file && form === 'name' && span.passage === at,
  )
  const placed = names.map((name): Placed => {
    const same = mentions.find(({ span }) => span.start === name.start && span.end === name.end)
    const words = text.slice(name.start, name.end)
    if (same && (name.kind === 'x' || same.kind === KINDS[name.kind])) tally.right += 1
    else tally.note('missed', `${where} ${words} (${KINDS[name.kind]})${same ? ` found as ${same.kind}` : ''}`)
    return { name, entity: same?.entity, words: `${where} ${words}` }
  })
  for (const { span, kind } of mentions) {
    const same = names.find(({ start, end }) => start === span.start && end === span.end)
    if (!same) tally.note('wrong', `${where} ${text.slice(span.start, span.end)} (${kind})`)
    else if (same.kind !== 'x' && KINDS[same.kind] !== kind) tally.wrong += 1
  }
  return placed
}

function scoreDates({ findings, where }: Pair, { dates, text }: GoldParagraph, at: number, tally: Tally): void {
  const found = findings.dates.filter(
    ({ type, lo, hi, span }) => span.passage === at && (type === 'DATE' || type === 'TIME') && lo && hi,
  )
  for (const date of dates) {
    const same = found.find(({ span }) => span.start < date.end && date.start < span.end)
    const words = `${where} ${text.slice(date.start, date.end)}`
    if (same?.lo === date.lo && same?.hi === date.hi) tally.right += 1
    else if (!same) tally.note('missed', `${words} = ${date.lo}..${date.hi}`)
    else tally.note('missed', `${words} = ${same.lo}..${same.hi} (${same.rule}); right: ${date.lo}..${date.hi}`)
  }
  for (const { span, type, lo, hi, rule } of found) {
    const same = dates.find(({ start, end }) => span.start < end && start < span.end)
    if (same) tally.wrong += same.lo === lo && same.hi === hi ? 0 : 1
    else if (type === 'DATE')
      tally.note('wrong', `${where} ${text.slice(span.start, span.end)} = ${lo}..${hi} (${rule})`)
  }
}

/** Words that nobody said and that are put into somebody's mouth. */
function scoreExtraQuotations({ findings, where }: Pair, paragraph: GoldParagraph, at: number, tally: Tally): void {
  for (const { mode, spans, speaker } of findings.quotations) {
    const span = spans[0]!
    const isMarked = paragraph.quotations.some(({ start, end }) => span.start < end && start < span.end)
    if (span.passage !== at || mode === 'reported' || speaker?.form !== 'named' || isMarked) continue
    const words = paragraph.text.slice(span.start, span.end)
    tally.note('wrong', `${where} ${words} by ${speaker.words}, no quotation (${speaker.rule})`)
  }
}

function scoreSpeaker(
  pair: Pair,
  paragraph: GoldParagraph,
  at: number,
  quotation: GoldQuotation,
  scores: Scores,
): void {
  const tally = scores.speakers
  const words = `${pair.where} ${paragraph.text.slice(quotation.start, quotation.end)} by ${quotation.speaker}`
  const found = pair.findings.quotations.find(
    ({ mode, spans }) =>
      mode !== 'reported' &&
      spans.some(({ passage, start, end }) => passage === at && start < quotation.end && quotation.start < end),
  )
  const speaker = found?.speaker
  const isOpen = speaker === undefined || speaker.form === 'described'
  if (isRightSpeaker(pair, quotation.speaker, speaker)) {
    tally.right += 1
  } else if (isOpen) {
    if (quotation.speaker !== '?') tally.note('missed', `${words}: ${found ? (speaker?.words ?? 'open') : 'not found'}`)
  } else {
    tally.note('wrong', `${words}: ${speaker.words} (${speaker.rule}, ${speaker.certainty})`)
    if (quotation.speaker !== '?') tally.missed += 1
    if (speaker.certainty === 'stated') scores.statedWrong.push(`${words}: ${speaker.words} (${speaker.rule})`)
  }
}

function isRightSpeaker({ source, gold }: Pair, right: string, speaker: Speaker | undefined): boolean {
  if (!speaker) return false
  if (right.startsWith('+')) return speaker.words.toLowerCase().includes(right.slice(1).toLowerCase())
  const passage = source.passages.find(({ ordinal }) => ordinal === speaker.span.passage)
  const names = gold.paragraphs.find(({ text }) => text === passage?.text)?.names ?? []
  return names.some(({ id, start, end }) => id === right && start < speaker.span.end && speaker.span.start < end)
}

/** B³ over the marked names: a name that was not found counts as recall 0 and is left out of precision. */
function scoreIdentity(placed: readonly Placed[]): { precision: number; recall: number; f1: number; merges: string[] } {
  const found = placed.filter(({ entity }) => entity !== undefined)
  const by = (key: (one: Placed) => string, all: readonly Placed[]) => Map.groupBy(all, key)
  const systems = by(({ entity }) => entity!, found)
  const golds = by(({ name }) => name.id, placed)
  let [precision, recall] = [0, 0]
  for (const one of found) {
    const system = systems.get(one.entity!)!
    const both = system.filter(({ name }) => name.id === one.name.id).length
    precision += both / system.length
    recall += both / golds.get(one.name.id)!.length
  }
  const [p, r] = [precision / Math.max(1, found.length), recall / Math.max(1, placed.length)]
  const merges = [...systems].flatMap(([entity, members]) => {
    const ids = [...new Set(members.map(({ name }) => name.id))]
    return ids.length > 1
      ? [`${entity}: ${ids.join(', ')} (${[...new Set(members.map(({ words }) => words))].slice(0, 6).join(' | ')})`]
      : []
  })
  return { precision: p, recall: r, f1: (2 * p * r) / Math.max(1e-9, p + r), merges }
}
