import type { Dossier } from '../model/dossier.ts'
import type { Range, Span } from '../model/passage.ts'
import type { SetAside, Source } from '../model/source.ts'
import { positionAt } from '../text/lines.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

/** Maximum open dates shown. */
const MOST_DATES = 4

/** Sources whose dates stay open for want of a day of publication. */
export function askAboutDates({ sources, findings }: Dossier): Question[] {
  return sources.flatMap((source, index): Question[] => {
    const open = findings[index]!.dates.filter(({ type, lo, hi }) => (type === 'DATE' || type === 'TIME') && !lo && !hi)
    if (source.metadata.date || open.length === 0) return []
    const dates = open.length === 1 ? 'One of its dates stays' : `${open.length} of its dates stay`
    const text = `When was ${source.file} published? ${dates} open without that day.`
    const words = open.slice(0, MOST_DATES).map(({ span }) => `“${wordsAtSpan(source, span)}”`)
    return [
      {
        key: `date | ${source.file}`,
        topic: 'date',
        weight: open.length,
        text,
        shown: `Open: ${words.join(', ')}${open.length > MOST_DATES ? ' …' : ''}`,
        choices: [leaveAsItIs(`date | ${source.file}`, 'The day is not known.')],
        ownWords: { ...sidecarOf(source), field: 'date' },
      },
    ]
  })
}

/** Kinds of lines that are left out and never text. */
const NEVER_TEXT = new Set(['metadata', 'markup', 'shortcode', 'invisible', 'dropped', 'caption'])
/**
 * Rules that leave a line out by its place and shape alone, and not by its words or the page's own markup. Only their
 * lines are questions: of 255 sentences that the others left out of 61 web pages, none was text.
 */
const BY_SHAPE = new Set([
  'boilerplate/above-headline',
  'boilerplate/below-headline',
  'boilerplate/short-line-run',
  'boilerplate/foot',
  'boilerplate/link-run',
  'boilerplate/page-frame',
])
/** Minimum words of a sentence in a question. */
const FEWEST_WORDS = 12
const NAME = /\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){1,5}/u
const NAME_AND_AGE = new RegExp(`${NAME.source}, \\d{1,3}\\b`, 'u')

/**
 * Lines that were left out though they hold a sentence, a name with an age, or a name that occurs nowhere else; in plain
 * text, which has no mark-up, also sentences that name a person of the dossier.
 */
export function askAboutDropped({ sources, entities }: Dossier): Question[] {
  const people = entities.flatMap(({ kind, name }) => (kind === 'person' && name.includes(' ') ? [name] : []))
  return sources.flatMap((source) => {
    const shown = source.passages.map(({ text }) => text).join('\n')
    return source.setAside.flatMap((block) => {
      const words = wordsOf(source, block)
      const isOfPerson = source.format === 'text' && isSentence(words) && people.some((name) => words.includes(name))
      const only = isOfPerson && !NEVER_TEXT.has(block.kind) ? words : findOnlyHere(block, words, shown)
      return only === undefined ? [] : [askAboutBlock(source, block, only)]
    })
  })
}

const wordsOf = ({ text }: Source, { start, end }: SetAside): string =>
  text.slice(start, end).trim().replaceAll(/\s+/g, ' ')

const isSentence = (words: string) => words.split(' ').length >= FEWEST_WORDS && /[.!?]["”’)]?$/.test(words)

/** Content of an excluded line that the text does not have. */
function findOnlyHere({ kind, rule }: SetAside, words: string, shown: string): string | undefined {
  if (NEVER_TEXT.has(kind)) return undefined
  const isByShape = BY_SHAPE.has(rule)
  const name = nameIn(words)
  const isNameInLine = isByShape && name !== undefined && name !== words && / \p{Ll}{3}/u.test(words)
  const aged = rule.startsWith('boilerplate/') ? NAME_AND_AGE.exec(words)?.[0] : undefined
  const found = aged ?? (isByShape && isSentence(words) ? words : isNameInLine ? name : undefined)
  return found === undefined || shown.includes(found) ? undefined : found
}

/** The first name of two words and more; of three capitals at the head of a line the first may be any word. */
function nameIn(words: string): string | undefined {
  const found = NAME.exec(words)
  const isThreeAtHead = found?.index === 0 && found[0].split(' ').length > 2
  return isThreeAtHead ? found[0].slice(found[0].indexOf(' ') + 1) : found?.[0]
}

function askAboutBlock(source: Source, block: SetAside, only: string): Question {
  const words = wordsOf(source, block)
  const key = `dropped | ${source.file} | ${words.slice(0, 80)}`
  const { line } = positionAt(source.text, block.start)
  const what = only === words ? '' : ` “${only}” stands nowhere else in it.`
  return {
    key,
    topic: 'dropped',
    weight: 1,
    text: `Is line ${line} of ${source.file} text? It was left out as ${block.kind} by ${block.rule}.${what}`,
    shown: words,
    choices: [
      {
        says: 'It is text of the article.',
        ...sidecarOf(source),
        field: 'corrections',
        item: { kind: 'line', ...quoteLines(source, block), is: 'text', reason: 'Decided in review.' },
      },
      leaveAsItIs(key, 'It is no text.'),
    ],
  }
}

/** Words of the first and the last line of a range of the file, by which a correction of kind `line` names them. */
export function quoteLines({ text }: Source, { start, end }: Range) {
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ ordinal: index + 1, text: line }))
  const words = text.slice(start, end)
  const [first, last] = [words.length - words.trimStart().length, words.trimEnd().length].map(
    (offset) => positionAt(text, start + offset).line,
  ) as [number, number]
  return {
    at: selectQuote(lines, firstWords(lines[first - 1]!)),
    ...(last > first && { through: selectQuote(lines, firstWords(lines[last - 1]!)).exact }),
  }
}

/** Words enough to be found again when some of them change. */
function firstWords({ ordinal, text }: { readonly ordinal: number; readonly text: string }): Span {
  const start = text.length - text.trimStart().length
  return { passage: ordinal, start, end: start + /^(?:\S+\s*){0,12}/.exec(text.trimStart())![0].trimEnd().length }
}
