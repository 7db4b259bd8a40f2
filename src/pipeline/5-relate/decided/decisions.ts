import type { ArticlePlace, JointCorrection, WrittenJointCorrection } from '../../../model/joint-correction.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import type { Span, SpanInFile } from '../../../model/passage.ts'
import { nearestName } from '../../../text/compare.ts'
import { locateQuote, type QuoteSearch, selectQuote } from '../../../text/locate-quote.ts'

type Kind = JointCorrection['kind']
type OfKind<K extends Kind> = Extract<JointCorrection, { kind: K }>

/** What a person decided between sources; whoever applies a decision tells what is wrong with it. */
export interface Decisions {
  readonly of: <K extends Kind>(kind: K) => WrittenJointCorrection<OfKind<K>>[]
  /** Where the words stand; undefined, and told, when they stand nowhere or in several places. */
  readonly locate: (written: WrittenJointCorrection, place: ArticlePlace) => SpanInFile | undefined
  readonly hasArticle: (written: WrittenJointCorrection, file: string) => boolean
  readonly tell: (
    written: WrittenJointCorrection,
    what: string,
    reason: string,
    hint: string,
    severity?: Problem['severity'],
  ) => void
  readonly problems: readonly Problem[]
}

/** Opens the decisions of one build; two that say different things of the same places are a problem. */
export function openDecisions(sources: readonly Source[], written: readonly WrittenJointCorrection[]): Decisions {
  const problems: Problem[] = []
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const tell: Decisions['tell'] = ({ file, line }, what, reason, hint, severity = 'error') =>
    void problems.push({ file, line, severity, rule: `correction/${what}`, reason, hint })
  const hasArticle: Decisions['hasArticle'] = (one, file) => {
    if (byFile.has(file)) return true
    const near = nearestName(file, [...byFile.keys()])
    tell(
      one,
      'unknown-article',
      `Unexpected article “${file}”, expected one of the dossier`,
      near ?? 'seeds/articles/…',
    )
    return false
  }
  const firsts = new Map<string, WrittenJointCorrection>()
  const kept = written.filter((one) => {
    const key = keyOf(one.correction)
    const first = firsts.get(key)
    if (!first) firsts.set(key, one)
    else
      tell(
        one,
        first.correction.is === one.correction.is ? 'no-change' : 'contradiction',
        `Unexpected second correction of the same, after ${first.file}:${first.line}`,
        'Keep one of the two.',
        first.correction.is === one.correction.is ? 'warning' : 'error',
      )
    return !first
  })
  return {
    of: (kind) => kept.filter(({ correction }) => correction.kind === kind) as never,
    locate: (one, place) => {
      if (!hasArticle(one, place.article)) return undefined
      const { passages } = byFile.get(place.article)!
      const found = locateQuote(passages, place)
      if (found.state === 'found' || found.state === 'changed') return { ...found.at, file: place.article }
      const places = found.state === 'several' ? found.places : nearestIn(found)
      tell(
        one,
        found.state === 'several' ? 'place-ambiguous' : 'place-gone',
        `Unexpected words “${place.exact}”, expected words that stand once in ${place.article}`,
        places.length === 0
          ? 'Take the correction out.'
          : places.map((at) => JSON.stringify({ article: place.article, ...selectQuote(passages, at) })).join('\n'),
      )
      return undefined
    },
    hasArticle,
    tell,
    problems,
  }
}

/** What a correction speaks of, whatever it says of it. */
function keyOf({ is, reason, by, ...about }: JointCorrection): string {
  const lists = Object.values(about).map((value) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
  )
  return JSON.stringify(lists)
}

function nearestIn(found: QuoteSearch): Span[] {
  return found.state === 'gone' && found.nearest ? [found.nearest] : []
}
