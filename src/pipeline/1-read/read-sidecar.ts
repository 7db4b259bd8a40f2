import type { Problem, Reported } from '../../model/problem.ts'
import type { Sidecar } from '../../model/sidecar.ts'
import { sidecar } from '../../model/sidecar.ts'
import { readYaml } from './read-yaml.ts'

/** A file's name, relative to the dossier's root, and its text. */
export interface NamedText {
  readonly file: string
  readonly text: string
}

/**
 * What a person says about one article: the front matter of a Markdown file, then the sidecar, which wins.
 *
 * @param markdown the article, when its format is Markdown
 * @param own the sidecar, when there is one
 */
export function readSidecar(markdown: NamedText | undefined, own: NamedText | undefined): Reported<Sidecar> {
  const fromFront = markdown ? readFront(markdown) : { value: {}, problems: [] }
  const fromOwn = own ? readYaml(own.file, own.text, sidecar) : { value: {}, problems: [] }
  return { value: { ...fromFront.value, ...fromOwn.value }, problems: [...fromFront.problems, ...fromOwn.problems] }
}

/** Front matter of an article is a sidecar by another name: YAML between two lines of exactly `---`. */
function readFront({ file, text }: NamedText): Reported<Sidecar> {
  if (!text.startsWith('---')) return { value: {}, problems: [] }
  const end = /(?:\r\n|\n|\r)---[ \t]*(?:[\r\n]|$)/.exec(text)
  const firstLine = /^---(?:\r\n|\n|\r)/.exec(text)
  if (!end || !firstLine) return { value: {}, problems: [refuse(file)] }
  const yaml = text.slice(firstLine[0].length, end.index).replaceAll(/\r\n?/g, '\n')
  const read = readYaml(file, `\n${yaml}`, sidecar)
  return { value: read.value ?? {}, problems: read.problems }
}

function refuse(file: string): Problem {
  return {
    file,
    line: 1,
    severity: 'error',
    rule: 'read/front-matter',
    reason: 'Unexpected front matter, expected YAML between two lines of exactly "---"',
    hint: '---\nheadline: "…"\n---',
  }
}
