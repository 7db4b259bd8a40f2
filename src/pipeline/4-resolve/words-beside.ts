import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { COMMON_STEMS, stemWord } from '../../lang/en/words/stem.ts'
import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import { splitWords } from '../../lang/words.ts'
import type { Source } from '../../model/source.ts'
import type { MentionGroup } from './group.ts'

const { reporting }: { reporting: string[] } = parse(readFileSync(new URL('./forms.yml', import.meta.url), 'utf8'))
const REPORTING = new Set(reporting.map(stemWord))

/** The telling words of the sentences that name a group, by their stems: words in small letters, neither common nor of reporting. */
export type WordsBeside = (group: MentionGroup) => ReadonlyMap<string, string>

/** Prepares the words beside the names of these sources. Only asked of namesakes, so they are read when asked. */
export function prepareWordsBeside(sources: readonly Source[]): WordsBeside {
  const bodies = new Map(
    sources.map(({ file, language, passages }) => [
      file,
      { language, texts: new Map(passages.map(({ ordinal, text }) => [ordinal, text])) },
    ]),
  )
  const read = new Map<MentionGroup, ReadonlyMap<string, string>>()
  const readGroup = ({ file, members }: MentionGroup) => {
    const spans = Map.groupBy(
      members.map(({ mention: { span } }) => span),
      ({ passage }) => passage,
    )
    const sentences = [...spans].flatMap(([passage, held]) => {
      const body = bodies.get(file)
      const text = body?.texts.get(passage) ?? ''
      const split = splitSentences(text, body?.language ?? '')
      return [...new Set(held.map((span) => sentenceAt(split, span.start) ?? span))].map(({ start, end }) =>
        text.slice(start, end),
      )
    })
    return new Map(sentences.flatMap(readTelling))
  }
  return (group) => {
    const words = read.get(group) ?? readGroup(group)
    read.set(group, words)
    return words
  }
}

function readTelling(sentence: string): [stem: string, word: string][] {
  return splitWords(sentence).flatMap(({ key, start, end }): [string, string][] => {
    const [stem, word] = [stemWord(key), sentence.slice(start, end)]
    return /^\p{Ll}/u.test(word) && !COMMON_STEMS.has(stem) && !REPORTING.has(stem) ? [[stem, word]] : []
  })
}
