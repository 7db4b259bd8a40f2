import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { SCHEMAS } from '../../schemas/reference.ts'
import { listBlocks, readDocs } from './documentation.ts'
import { pathOf, readText } from './package-files.ts'

/* The examples of `docs/` are true. Commands are run in `src/test/acceptance/documentation.test.ts`. */

const yaml = listBlocks('yaml').flatMap(({ file, text }) => {
  const schema = /\$schema=\S*?schemas\/(\w+)\.json/.exec(text)?.[1]
  return schema === undefined ? [] : [{ file, schema, text }]
})

test.each(yaml)('$file: YAML for $schema', ({ schema, text }) => {
  expect(SCHEMAS[schema]!.safeParse(parse(text)).error).toBeUndefined()
})

test.each(listBlocks('mdx'))('$file: a hand-written page', ({ text }) => {
  expect(() =>
    remark()
      .use(remarkMdx)
      .parse(text.replace(/^---\n[^]*?---\n/, '')),
  ).not.toThrow()
})

/* These two files are those of the site that `npm run check:package` builds. */
test.each(listBlocks('js').filter(({ text }) => text.startsWith('// ')))('$file: a site of one’s own', ({ text }) => {
  const [, file, code] = /^\/\/ (\S+)\n([^]*)$/.exec(text)!
  expect(readText(`packages/test-site/${file}`)).toBe(code)
})

test.each(readDocs())('$file: every link between pages leads to one', ({ file, text }) => {
  const targets = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g), ([, path]) =>
    normalize(join(dirname(file), path!)),
  )
  expect(targets.filter((path) => !existsSync(pathOf(path)))).toEqual([])
})

test('there are examples of each sort', () => {
  const kinds = ['yaml', 'sh', 'js', 'mdx', 'python'].filter((kind) => listBlocks(kind).length === 0)
  expect([kinds, yaml.length > 8]).toEqual([[], true])
})
