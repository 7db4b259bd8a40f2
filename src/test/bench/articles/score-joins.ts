import type { Dossier } from '../../../model/dossier.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import type { MarkedArticle } from '../../../train/marked-article.ts'

/** One joining of names, and whether the names mean one entity in the marked articles. */
export interface Join {
  readonly rule: string
  readonly isRight: boolean
  /** For the list of wrong joins. */
  readonly line: string
}

/** A mention that is marked in its article, with what it means there. */
interface Marked {
  readonly mention: ResolvedMention
  readonly means: string
}

/** What joined the names of a dossier: a rule that joins the same words several times in one source counts once. */
export function scoreJoins(dossier: Dossier, articles: ReadonlyMap<string, MarkedArticle>): Join[] {
  const marked = markMentions(dossier, articles)
  const held = Map.groupBy(marked, ({ mention }) => mention.entity)
  return [...held].flatMap(([entity, all]) => [
    ...[...Map.groupBy(all, ({ mention }) => mention.file).values()].flatMap((own) => judgeWithin(own)),
    ...judgeAcross(dossier, entity, all),
  ])
}

function markMentions(dossier: Dossier, articles: ReadonlyMap<string, MarkedArticle>): Marked[] {
  const paragraphs = new Map(
    dossier.sources.flatMap(({ file, passages }) => {
      const gold = new Map(articles.get(file)?.paragraphs.map((paragraph) => [paragraph.text, paragraph]))
      return passages.map(({ ordinal, text }) => [`${file}:${ordinal}`, gold.get(text)] as const)
    }),
  )
  return dossier.mentions.flatMap((mention) => {
    const { passage, start, end } = mention.span
    const names = paragraphs.get(`${mention.file}:${passage}`)?.names ?? []
    const same = names.find((name) => name.start === start && name.end === end)
    return same && mention.form === 'name' ? [{ mention, means: same.id }] : []
  })
}

/** The joins of one source: against what the name itself means, or most of the others where it is not among them. */
function judgeWithin(own: readonly Marked[]): Join[] {
  const joined = Map.groupBy(own, ({ mention }) => `${mention.step.rule} ${mention.words}`)
  const names = own.filter(({ mention }) => mention.step.rule === 'identity/name')
  return [...joined.values()].flatMap((same) => {
    const { rule } = same[0]!.mention.step
    const main = names.length > 0 ? names : own.filter((one) => !same.includes(one))
    if (rule === 'identity/name' || main.length === 0) return []
    const right = mostFrequent(main.map(({ means }) => means))
    const wrong = same.find(({ means }) => means !== right)
    const { file, words } = same[0]!.mention
    return [{ rule, isRight: !wrong, line: `${file} ${words} means ${wrong?.means}, not ${right}` }]
  })
}

/** The joins of sources: each names two files. */
function judgeAcross({ entities }: Dossier, key: string, all: readonly Marked[]): Join[] {
  const steps = entities.find((entity) => entity.key === key)?.identity ?? []
  const byFile = [...Map.groupBy(all, ({ mention }) => mention.file)]
  return steps.flatMap(({ rule, reason }) => {
    const [one, other] = byFile.flatMap(([file, own]) => (reason.includes(file) ? [own.map(({ means }) => means)] : []))
    return one && other ? [{ rule, isRight: mostFrequent(one) === mostFrequent(other), line: `${key}: ${reason}` }] : []
  })
}

function mostFrequent(words: readonly string[]): string {
  return [...Map.groupBy(words, (word) => word)].sort((a, b) => b[1].length - a[1].length)[0]![0]
}
