import { remark } from 'remark'
import remarkMdx from 'remark-mdx'

/** A page that somebody wrote by hand. */
export interface HandWrittenPage {
  readonly id: string
  readonly title: string
  /** MDX, without front matter. */
  readonly body: string
}

/** A page written by hand that cites something. */
export type CitingPage = Omit<HandWrittenPage, 'body'>

/**
 * Which pages written by hand cite a passage or page, by the id that they cite. Only ids that stand in the text as
 * `<Cite to="…">` count; what a page computes is not known before it is rendered.
 */
export function listCitations(pages: readonly HandWrittenPage[]): Map<string, CitingPage[]> {
  const cited = pages.flatMap(({ id, title, body }) =>
    [...new Set(findCites(remark().use(remarkMdx).parse(body)))].map((to) => ({ to, page: { id, title } })),
  )
  return new Map([...Map.groupBy(cited, ({ to }) => to)].map(([to, of]) => [to, of.map(({ page }) => page)]))
}

interface Node {
  readonly type: string
  readonly name?: unknown
  readonly attributes?: unknown
  readonly children?: readonly Node[]
}

function findCites({ type, name, attributes, children = [] }: Node): string[] {
  const own = type.startsWith('mdxJsx') && name === 'Cite' ? readTo(attributes) : []
  return [...own, ...children.flatMap(findCites)]
}

function readTo(attributes: unknown): string[] {
  const to = (attributes as { name?: string; value?: unknown }[]).find((one) => one.name === 'to')?.value
  return typeof to === 'string' ? [to] : []
}
