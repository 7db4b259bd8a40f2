import { evaluate as evaluateUnified } from '@mdx-js/mdx'
import { parseFrontmatter } from '@astrojs/markdown-remark'
import { evaluate as evaluateSatteri } from 'satteri'

/** The output of an Astro compiler for a file: its front matter, and the words of each passage. */
export interface Compiled {
  readonly frontMatter: unknown
  readonly passages: readonly string[]
}

interface Props {
  readonly children?: unknown
}

const wordsOf = (node: unknown): string =>
  Array.isArray(node) ? node.map(wordsOf).join('') : typeof node === 'string' ? node : ''

/** A runtime that keeps the words of its input and drops the elements. */
function makeRuntime(passages: string[]) {
  const render = (type: unknown, props: Props) => (typeof type === 'function' ? type(props) : wordsOf(props.children))
  const words = ({ children }: Props) => wordsOf(children)
  const keep = ({ children }: Props) => void passages.push(wordsOf(children))
  return {
    runtime: { Fragment: words, jsx: render, jsxs: render } as never,
    components: { Passage: keep, Entity: words, Quote: words, When: words, Figure: words },
  }
}

type Content = (props: object) => unknown
type Evaluate = (body: string, runtime: never) => Promise<Content>

const byUnified: Evaluate = async (body, runtime) =>
  (await evaluateUnified(body, { ...(runtime as object), baseUrl: import.meta.url } as never)).default as Content
const bySatteri: Evaluate = async (body, runtime) =>
  (
    (await evaluateSatteri(body, {
      ...(runtime as object),
      features: { gfm: false, smartPunctuation: false },
    } as never)) as { default: Content }
  ).default

/** The two compilers of MDX that Astro has: the one it was built on for years, and its own of today. */
export const COMPILERS: Readonly<Record<'unified' | 'satteri', (file: string) => Promise<Compiled>>> = {
  unified: (file) => compile(file, byUnified),
  satteri: (file) => compile(file, bySatteri),
}

/** Compiles a file and runs it, as a build with compiled MDX would. */
async function compile(file: string, evaluate: Evaluate): Promise<Compiled> {
  const { frontmatter, content } = parseFrontmatter(file)
  const passages: string[] = []
  const { runtime, components } = makeRuntime(passages)
  const render = await evaluate(content, runtime)
  render({ components })
  return { frontMatter: frontmatter, passages }
}
