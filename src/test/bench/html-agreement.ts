import { dossierSettings } from '../../model/dossier.ts'
import type { Seed } from '../../model/source.ts'
import { layOutText } from '../../pipeline/1-read/formats/text.ts'
import { analyseSeed } from '../../pipeline/analyse-in-workers.ts'

/** The findings compared in two texts of one article. */
export type Found = Readonly<Record<'names' | 'dates' | 'quotations', readonly string[]>>

const settings = dossierSettings.parse({ title: 'Bench', description: 'Bench' })
/** Relative dates are reckoned from one day in both texts. */
const DAY = '2019-11-20'

/** The names, dates and quotations that are found in paragraphs, all of which are text of the article. */
export function findIn(paragraphs: readonly string[]): Found {
  const { text, blocks } = layOutText(paragraphs.map((words) => ({ text: words, role: 'paragraph' })))
  const seed: Seed = {
    file: 'seeds/articles/page.html',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'html',
    text,
    sidecar: {},
    extraction: { by: 'bench', blocks },
    stated: [{ field: 'date', value: DAY, place: 'bench' }],
  }
  const [analysed] = analyseSeed(seed, { settings, register: [] }).value
  if (!analysed) return { names: [], dates: [], quotations: [] }
  const { source, findings } = analysed
  const textOf = new Map(source.passages.map((passage) => [passage.ordinal, passage.text]))
  const wordsAt = ({ passage, start, end }: { passage: number; start: number; end: number }) =>
    textOf.get(passage)!.slice(start, end)
  return {
    names: findings.mentions.map(({ kind, span }) => `${kind} ${wordsAt(span)}`),
    dates: findings.dates.map(({ span, timex }) => `${wordsAt(span)} ${timex}`),
    quotations: findings.quotations.map(({ spans }) => spans.map(wordsAt).join(' ')),
  }
}

/** F1 of two lists with repeated items, summed over pages. */
export class Agreement {
  #shared = 0
  #both = 0

  add(found: readonly string[], wanted: readonly string[]): void {
    const left = new Map<string, number>()
    for (const one of wanted) left.set(one, (left.get(one) ?? 0) + 1)
    for (const one of found) {
      const count = left.get(one) ?? 0
      if (count > 0) this.#shared += 1
      left.set(one, count - 1)
    }
    this.#both += found.length + wanted.length
  }

  get f1(): number {
    return this.#both === 0 ? 1 : (2 * this.#shared) / this.#both
  }
}
