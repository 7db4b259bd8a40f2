import { getCollection } from 'astro:content'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import type { SearchPage } from '../../model/search-text.ts'
import { withBase } from '../loader/addresses.ts'
import { t } from '../text/text.ts'

/** The pages written by hand as the search finds them, each paragraph and heading a part. */
export async function listHandWritten(): Promise<SearchPage[]> {
  return (await getCollection('handWritten')).map(({ id, data, body = '' }) => ({
    url: withBase(`/${id}/`),
    title: data.title,
    kind: t.search.page,
    parts: [
      { kind: 'about', text: data.title },
      ...listBlocks(remark().use(remarkMdx).parse(body)).map((text) => ({ kind: 'passage' as const, text })),
    ],
  }))
}

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

const BLOCKS: readonly string[] = ['paragraph', 'heading', 'tableCell']

function listBlocks(node: Node): string[] {
  if (BLOCKS.includes(node.type)) return [textOf(node)].filter((text) => text !== '')
  return (node.children ?? []).flatMap(listBlocks)
}

/** The words of a node without what its program computes. */
function textOf({ type, value, children = [] }: Node): string {
  if (type.endsWith('Expression') || type === 'mdxjsEsm') return ''
  return value ?? children.map(textOf).join('')
}
