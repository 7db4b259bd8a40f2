import type { JointEdit } from '../../../model/evidence.ts'
import type { ArticlePlace, JointCorrection, WrittenJointCorrection } from '../../../model/joint-correction.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import type { Passage, Span, SpanInFile } from '../../../model/passage.ts'
import { nearestName } from '../../../text/compare.ts'
import { locateQuote, type QuoteSearch, selectQuote } from '../../../text/locate-quote.ts'

type Kind = JointCorrection['kind']
type OfKind<K extends Kind> = Extract<JointCorrection, { kind: K }>
type Written = WrittenJointCorrection

/** What a person decided between sources; whoever applies a decision tells what is wrong with it. */
export interface Decisions {
  readonly of: <K extends Kind>(kind: K) => WrittenJointCorrection<OfKind<K>>[]
  /** Where the words stand; undefined, and told, when they stand nowhere or in several places. */
  readonly locate: (written: Written, place: ArticlePlace) => SpanInFile | undefined
  readonly hasArticle: (written: Written, file: string) => boolean
  /**
   * Whether a decision is the first about what it speaks of; a second one is told.
   *
   * @param about the statements it speaks of, in any order
   */
  readonly isFirst: (written: Written, about: readonly string[]) => boolean
  readonly tell: (written: Written, what: string, reason: string, hint: string, severity?: Problem['severity']) => void
  /** Tells of a decision without which the page says the same. */
  readonly tellNoChange: (written: Written, said: string) => void
  /** Keeps what a decision changed, for the pages and for `explain`. */
  readonly note: (written: Written, changed: Pick<JointEdit, 'places' | 'was' | 'now' | 'rule'>) => void
  readonly problems: readonly Problem[]
  readonly edits: readonly JointEdit[]
}

/** Opens the decisions of one build. */
export function openDecisions(sources: readonly Source[], written: readonly Written[]): Decisions {
  const [problems, edits]: [Problem[], JointEdit[]] = [[], []]
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const firsts = new Map<string, Written>()
  const tell: Decisions['tell'] = ({ file, line }, what, reason, hint, severity = 'error') =>
    void problems.push({ file, line, severity, rule: `correction/${what}`, reason, hint })
  const tellNoChange: Decisions['tellNoChange'] = (one, said) =>
    tell(
      one,
      'no-change',
      `Unexpected correction that changes nothing: without it the page says the same (${said})`,
      'Take the correction out.',
      'warning',
    )
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
  return {
    of: (kind) => written.filter(({ correction }) => correction.kind === kind) as never,
    locate: (one, place) =>
      hasArticle(one, place.article) ? locateIn(byFile.get(place.article)!, one, place, tell) : undefined,
    hasArticle,
    isFirst: (one, about) => {
      const key = JSON.stringify([one.correction.kind, ...about.toSorted()])
      const first = firsts.get(key)
      if (first) tellSecond(one, first, tell)
      else firsts.set(key, one)
      return !first
    },
    tell,
    tellNoChange,
    note: ({ correction: { kind, reason, by }, file, line }, changed) =>
      void edits.push({ kind, ...changed, reason, ...(by && { by }), file, line }),
    problems,
    edits,
  }
}

/** In the passage whose id the place gives, where the source still has it as it was published, else anywhere. */
function locateIn(
  { passages }: Source,
  written: Written,
  place: ArticlePlace,
  tell: Decisions['tell'],
): SpanInFile | undefined {
  const cited = place.passage && written.cited?.get(place.passage)
  const own = passages.filter(({ text }) => text === cited)
  const found = locateQuote(own.length > 0 ? own : passages, place)
  const toYaml = (at: Span) => JSON.stringify({ article: place.article, ...selectQuote(passages, at) })
  if (found.state === 'changed')
    tell(
      written,
      'place-changed',
      `Unexpected words “${place.exact}”, expected “${textAt(passages, found.at)}”: the article changed since; the correction was applied there`,
      toYaml(found.at),
      'warning',
    )
  if (found.state === 'found' || found.state === 'changed') return { ...found.at, file: place.article }
  const places = found.state === 'several' ? found.places : nearestIn(found)
  tell(
    written,
    found.state === 'several' ? 'place-ambiguous' : 'place-gone',
    `Unexpected words “${place.exact}”, expected words that stand once in ${place.article}`,
    places.length === 0 ? 'Take the correction out.' : places.map(toYaml).join('\n'),
  )
  return undefined
}

function tellSecond(written: Written, first: Written, tell: Decisions['tell']): void {
  const isSame = saidBy(written.correction) === saidBy(first.correction)
  tell(
    written,
    isSame ? 'no-change' : 'contradiction',
    `Unexpected second correction of the same, ${isSame ? 'which repeats' : 'which contradicts'} the one in ${first.file}:${first.line}`,
    'Keep one of the two.',
    isSame ? 'warning' : 'error',
  )
}

const saidBy = (correction: JointCorrection) =>
  JSON.stringify([correction.is, ...('from' in correction ? [correction.from, correction.to] : [])])

const nearestIn = (found: QuoteSearch): Span[] => (found.state === 'gone' && found.nearest ? [found.nearest] : [])

function textAt(passages: readonly Passage[], { passage, start, end }: Span): string {
  return passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
}
