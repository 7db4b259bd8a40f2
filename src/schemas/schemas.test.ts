import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { correction, jointCorrection } from '../model/correction.ts'
import { fillMeasured, fillTables, referencePages, SCHEMAS, writtenSchemas } from './reference.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test.each([...writtenSchemas(), ...referencePages()].map(({ path, text }) => [path, text]))(
  '%s is as `npm run schemas` writes it',
  (path, text) => {
    expect(read(path)).toBe(text)
  },
)

test('the tables of the documentation are as `npm run schemas` writes them', () => {
  const page = read('docs/corrections.md')
  expect(page).toBe(fillTables(page))
  expect(page).not.toContain('undefined')
})

test('the measured figures of the documentation are those of the benches', () => {
  const page = read('docs/how-it-works.md')
  expect(page).toBe(fillMeasured(page))
  expect(page).toContain('npm run bench:names')
})

test('every field of every schema has a line of help', () => {
  type Node = Record<string, unknown> & { properties?: Record<string, Node> }
  const bare: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [field, schema] of Object.entries((node as Node).properties ?? {}))
      if (!('description' in schema || 'const' in schema)) bare.push(`${path} ${field}`)
    for (const [key, value] of Object.entries(node)) visit(value, `${path} ${key}`)
  }
  for (const { path, text } of writtenSchemas()) visit(JSON.parse(text), path)
  expect(bare).toEqual([])
})

test('every kind of correction has an example', () => {
  const kinds = new Set(Array.from(read('docs/corrections.md').matchAll(/^- kind: (\w+)$/gm), ([, kind]) => kind))
  const known = [...correction.options, ...jointCorrection.options].map(({ shape }) => shape.kind.value)
  expect([...kinds].sort()).toEqual([...known].sort())
})

const examples = Array.from(read('docs/corrections.md').matchAll(/```yaml\n(- [^]*?)```/g), ([, yaml]) => yaml!)
test.each(examples)('%s', (yaml) => {
  const [item] = parse(yaml) as [{ kind: string }]
  const schema = correction.options.some(({ shape }) => shape.kind.value === item.kind) ? correction : jointCorrection
  expect(schema.safeParse(item).error).toBeUndefined()
})

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
test.each(globSync('seeds/**/*.yml', { cwd: ROOT }))('%s names its schema in its first line and fits it', (file) => {
  const [, path] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(file))!
  const [, name] = /^schemas\/(\w+)\.json$/.exec(join(file, '..', path!))!
  expect(SCHEMAS[name!]!.safeParse(parse(read(file))).error).toBeUndefined()
})
