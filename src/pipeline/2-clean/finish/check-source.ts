import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import { positionAt } from '../../../text/lines.ts'
import { hasLongSentence, MAX_SENTENCE } from '../../../lang/sentences.ts'
import { isDeepMarkdown } from '../cut/cut-markup.ts'
import { countDeceiving } from '../../../text/characters.ts'

/** Above this a file is not an article but an archive. */
export const MAX_PASSAGES = 5000

/** A word of Latin letters with Cyrillic or Greek ones among them, as in a name made to look like another. */
const WORD = /[\p{L}\p{M}]+/gu
const OTHER_SCRIPT = /\p{Script=Cyrillic}|[Α-Ωα-ω]/u
const isMixed = (word: string) => OTHER_SCRIPT.test(word) && /\p{Script=Latin}/u.test(word)

/** Problems of a source as a whole. */
export function checkSource(source: Source): Problem[] {
  return [
    ...checkLength(source),
    ...checkMarks(source),
    ...checkSentenceLength(source),
    ...checkInvisible(source),
    ...checkScripts(source),
  ]
}

function checkLength({ file, passages }: Source): Problem[] {
  const problem = { file, severity: 'error' } as const
  if (passages.length > MAX_PASSAGES) {
    return [
      {
        ...problem,
        rule: 'source/too-many-passages',
        reason: `Unexpected ${passages.length} passages, expected at most ${MAX_PASSAGES}`,
        hint: 'Split it into one file an article.',
      },
    ]
  }
  if (passages.some(({ kind }) => kind !== 'headline')) return []
  const hint =
    'Name the lines that are text in the sidecar:\ncorrections:\n  - kind: line\n    at: { exact: "words of the first line" }\n    through: "words of the last line"\n    is: text\n    reason: "…"'
  return [
    { ...problem, rule: 'source/no-text', reason: 'Unexpected article without text: every line was left out', hint },
  ]
}

function checkMarks({ file, format, text }: Source): Problem[] {
  if (format !== 'markdown' || !isDeepMarkdown(text)) return []
  return [
    {
      file,
      severity: 'warning',
      rule: 'source/deep-markdown',
      reason: 'Unexpected marks by the hundred; the file was read as plain text',
      hint: 'Take the marks out, or save it as .txt.',
    },
  ]
}

function checkSentenceLength({ file, text, language, passages }: Source): Problem[] {
  const long = passages.find((passage) => hasLongSentence(passage.text, language))
  if (!long) return []
  const { line } = positionAt(text, long.segments[0]!.start)
  return [
    {
      file,
      line,
      severity: 'warning',
      rule: 'source/long-sentence',
      reason: `Unexpected sentence of more than ${MAX_SENTENCE} characters; it is searched in parts`,
      hint: 'Compare it with the original: a line end or a stop may be missing.',
    },
  ]
}

function checkInvisible({ file, text }: Source): Problem[] {
  const count = countDeceiving(text)
  if (count === 0) return []
  const reason = `Unexpected ${count} characters that nobody sees and that control terminals or the direction of writing; they are not shown`
  return [
    {
      file,
      severity: 'warning',
      rule: 'source/invisible',
      reason,
      hint: 'Compare the passages with the original; the file itself stays as it is.',
    },
  ]
}

function checkScripts({ file, text, passages }: Source): Problem[] {
  const doubtful = passages.filter((passage) => OTHER_SCRIPT.test(passage.text))
  const words = doubtful.flatMap((passage) =>
    [...passage.text.matchAll(WORD)]
      .filter(([word]) => isMixed(word))
      .map(({ 0: word, index }) => ({ word, at: passage.segments[0]!.start + index })),
  )
  return words.slice(0, 1).map(({ word, at }) => ({
    file,
    line: positionAt(text, Math.min(at, text.length)).line,
    severity: 'warning',
    rule: 'source/mixed-scripts',
    reason: `Unexpected letters of two scripts in “${word}”${words.length > 1 ? ` and ${words.length - 1} more words` : ''}: it may be made to look like another name`,
    hint: 'Compare it with the original.',
  }))
}
