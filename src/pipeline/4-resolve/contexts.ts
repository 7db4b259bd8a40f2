import { packFor } from '../../lang/packs.ts'
import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import { splitWords } from '../../lang/words.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Mention } from '../../model/entity.ts'
import type { Source } from '../../model/source.ts'
import type { MentionGroup } from './group.ts'

/** Subtypes of outlets, whose names do not show the subject. */
const REPORTERS = new Set(['broadcaster', 'media', 'news-agency', 'newspaper'])

/** Names of each source by their folded form, without outlets. */
export type Contexts = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Rules for names of the program's lists: countries, capitals, world bodies. They are too common to be evidence. */
const EVERYWHERE = new Set(['name/country', 'name/capital', 'name/region', 'name/demonym', 'name/body', 'name/list'])
/** From `MANY` sources on, a name in more than this share of them is no evidence for any two. */
const [MANY, SHARE] = [8, 0.5]

/** Lists what each source speaks of, without the names that everybody mentions. */
export function collectContexts(groups: readonly MentionGroup[]): Contexts {
  const contexts = new Map<string, Map<string, string>>()
  const files = new Set(groups.map(({ file }) => file)).size
  const spread = new Map<string, Set<string>>()
  for (const { key, file } of groups) spread.set(key, (spread.get(key) ?? new Set()).add(file))
  for (const group of groups) {
    const isEverywhere = files >= MANY && spread.get(group.key)!.size > files * SHARE
    if (isEverywhere || group.members.some(({ mention }) => EVERYWHERE.has(mention.rule))) continue
    if (group.members.some(({ mention }) => REPORTERS.has(mention.subtype ?? ''))) continue
    const context = contexts.get(group.file) ?? new Map<string, string>()
    contexts.set(group.file, context.set(group.key, group.name))
  }
  return contexts
}

/** Names that the sources of two groups share, the groups' own apart; no more than `limit` of them. */
export function sharedContext(a: MentionGroup, b: MentionGroup, contexts: Contexts, limit: number): string[] {
  const other = contexts.get(b.file)
  const own = [...a.keys, ...b.keys, a.key, b.key, a.topic ?? ''].join(' | ')
  const shared: string[] = []
  for (const [key, name] of contexts.get(a.file) ?? []) {
    if (shared.length === limit) break
    if (other?.has(key) && !own.includes(key)) shared.push(name)
  }
  return shared
}

/** Whether the sources of two groups share at least `atLeast` other names. */
export function hasSharedContext(a: MentionGroup, b: MentionGroup, contexts: Contexts, atLeast: number): boolean {
  return sharedContext(a, b, contexts, atLeast).length >= atLeast
}

/** The content words of the sentences that name a group, by their stems: words in small letters, neither common nor of reporting. */
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
    const { language = '', texts } = bodies.get(file) ?? {}
    const sentences = [...spans].flatMap(([passage, held]) => {
      const text = texts?.get(passage) ?? ''
      const split = splitSentences(text, language)
      return [...new Set(held.map((span) => sentenceAt(split, span.start) ?? span))].map(({ start, end }) =>
        text.slice(start, end),
      )
    })
    return new Map(sentences.flatMap((sentence) => readContentWords(sentence, language)))
  }
  return (group) => {
    const words = read.get(group) ?? readGroup(group)
    read.set(group, words)
    return words
  }
}

function readContentWords(sentence: string, language: string): [stem: string, word: string][] {
  const forms = packFor(language)?.words
  if (!forms) return []
  return splitWords(sentence).flatMap(({ key, start, end }): [string, string][] => {
    const [stem, word] = [forms.stemWord(key), sentence.slice(start, end)]
    return /^\p{Ll}/u.test(word) && !forms.common.has(stem) && !forms.reporting.has(stem) ? [[stem, word]] : []
  })
}

/** A mention before another, with the words between, "…" for the other itself and the character after it. */
interface Neighbour {
  readonly mention: Mention
  readonly between: string
}

/** For a mention those before it in its passage, nearest first. */
export type Neighbours = ReadonlyMap<Mention, readonly Neighbour[]>

/** Characters between two mentions that may still belong together, */
const NEAR = 90
/** and how many mentions back. */
const BACK = 3

/** Finds the neighbours of all mentions of a source, in text order. */
export function findNeighbours({ passages }: Source, { mentions }: Findings): Neighbours {
  const text = new Map(passages.map((passage) => [passage.ordinal, passage.text]))
  let previous: Mention[] = []
  return new Map(
    mentions.map((mention) => {
      const { passage, start, end } = mention.span
      previous = previous.filter(({ span }) => span.passage === passage)
      const near = previous.filter(({ span }) => start >= span.end && start - span.end <= NEAR)
      if (!previous.some(({ span }) => span.end >= end)) previous = [mention, ...previous].slice(0, BACK)
      const words = text.get(passage)!
      return [
        mention,
        near.map((one) => ({ mention: one, between: `${words.slice(one.span.end, start)}…${words.charAt(end)}` })),
      ] as const
    }),
  )
}
