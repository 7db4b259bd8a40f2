import type { z } from 'zod'
import type { Correction, WrittenCorrection } from '../../model/correction.ts'
import { correction } from '../../model/correction.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Sidecar } from '../../model/source.ts'
import { sidecar } from '../../model/source.ts'
import { readYamlWithLists } from './read-yaml.ts'

/** A file's name, relative to the dossier's root, and its text. */
export interface NamedText {
  readonly file: string
  readonly text: string
}

/** A sidecar, with its corrections by the address of the article within its file; `undefined` for the file's only one. */
export interface ReadSidecar {
  readonly sidecar: Sidecar
  readonly corrections: ReadonlyMap<string | undefined, readonly WrittenCorrection[]>
}

/**
 * What a person says about one article: the front matter of a Markdown file, then the sidecar, which takes precedence. Corrections
 * of both count.
 *
 * @param markdown the article, when its format is Markdown
 * @param own the sidecar, when there is one
 */
export function readSidecar(markdown: NamedText | undefined, own: NamedText | undefined): Reported<ReadSidecar> {
  const read = [markdown ? readFront(markdown) : NOTHING, own ? readText(own) : NOTHING]
  const written = read.flatMap(({ value }) => value.written)
  return {
    value: {
      sidecar: Object.assign({}, ...read.map(({ value }) => value.sidecar)),
      corrections: new Map(
        [...Map.groupBy(written, ({ locator }) => locator)].map(([locator, held]) => [
          locator,
          held.map(({ correction: one, file, line }) => ({ correction: one, file, line })),
        ]),
      ),
    },
    problems: read.flatMap(({ problems }) => problems),
  }
}

type Read = Reported<{
  readonly sidecar: Sidecar
  readonly written: readonly (WrittenCorrection & { readonly locator: string | undefined })[]
}>

const NOTHING: Read = { value: { sidecar: {}, written: [] }, problems: [] }

function readText({ file, text }: NamedText): Read {
  const { value, problems } = readYamlWithLists(file, text, sidecar, {
    key: 'corrections',
    within: holdersIn,
    schemaOf,
  })
  const written = value.items.map(({ item, line, path }) => ({
    correction: item,
    file,
    line,
    locator: path[0] === 'articles' ? String(path[1]) : undefined,
  }))
  return { value: { sidecar: value.value ?? {}, written }, problems }
}

/** Corrections are in the sidecar itself and in its entries for single articles. */
function holdersIn(raw: unknown): PropertyKey[][] {
  const articles = (raw as Record<string, unknown> | null)?.['articles']
  const held = articles && typeof articles === 'object' && !Array.isArray(articles) ? Object.keys(articles) : []
  return [[], ...held.map((locator) => ['articles', locator])]
}

/** The schema of one kind gives a better message than the union of all. */
function schemaOf(raw: unknown): z.ZodType<Correction> {
  const kind = (raw as Record<string, unknown> | null)?.['kind']
  return correction.options.find(({ shape }) => shape.kind.value === kind) ?? correction
}

/** Front matter of an article is read as a sidecar: YAML between two lines of exactly `---`. */
function readFront({ file, text }: NamedText): Read {
  if (!text.startsWith('---')) return NOTHING
  const end = /(?:\r\n|\n|\r)---[ \t]*(?:[\r\n]|$)/.exec(text)
  const firstLine = /^---(?:\r\n|\n|\r)/.exec(text)
  if (!end || !firstLine) return { ...NOTHING, problems: [refuse(file)] }
  const yaml = text.slice(firstLine[0].length, end.index).replaceAll(/\r\n?/g, '\n')
  return readText({ file, text: `\n${yaml}` })
}

function refuse(file: string): Problem {
  return {
    file,
    line: 1,
    severity: 'error',
    rule: 'file/front-matter',
    reason: 'Unexpected front matter, expected YAML between two lines of exactly "---"',
    hint: '---\nheadline: "…"\n---',
  }
}
