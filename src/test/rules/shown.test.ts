import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { noCache } from '../../cache/result-cache.ts'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { describeRules } from '../../pipeline/describe-rules.ts'

/* Nothing on a page is without a rule: what `content/` and the annotations say names one that is described. */

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))
const INVENTED = join(REPOSITORY, 'src/test/acceptance/search-dossier')

/** A field of an entry, with its path: `sources.facts`. */
interface Part {
  readonly path: string
  readonly value: Readonly<Record<string, unknown>>
}

function listParts(value: unknown, path: string): Part[] {
  if (Array.isArray(value)) return value.flatMap((item) => listParts(item, path))
  if (typeof value !== 'object' || value === null) return []
  const own = { path, value: value as Part['value'] }
  return [own, ...Object.entries(value).flatMap(([field, part]) => listParts(part, `${path}.${field}`))]
}

/** Decisions of an editor, with the editor's own reason. */
const BY_AN_EDITOR = /\.(?:edits|answer|adjudication|disputed)$/
/** The inputs of the pages, without their current and former addresses. */
const RECORD = /^content\/(?!permalinks|redirects|exports|versions|extracted)/

function readRecord({ content, data }: BuiltDossier): Part[] {
  const pages = content
    .filter(({ path }) => RECORD.test(path))
    .flatMap(({ path, text }) =>
      path.endsWith('.mdx')
        ? listParts(parse(text.split(/^---$/m)[1]!), path.split('/')[1]!)
        : listParts(JSON.parse(text), path.split('/')[1]!.replace('.json', '')),
    )
  const annotations = data
    .filter(({ path }) => path.startsWith('data/annotations'))
    .flatMap(({ text }) => String(text).split('\n').filter(Boolean))
    .flatMap((line) => listParts(JSON.parse(line), 'annotations'))
  return [...pages, ...annotations].filter(({ path }) => !BY_AN_EDITOR.test(path))
}

async function build(root: string): Promise<Part[]> {
  const copy = mkdtempSync(join(tmpdir(), 'shown-'))
  try {
    cpSync(root === REPOSITORY ? join(root, 'seeds') : root, join(copy, 'seeds'), { recursive: true })
    return readRecord(await buildDossier(copy, { cache: noCache, engine: '', report: () => {} }))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const described = describeRules()
const rulesOf = ({ value }: Part) =>
  Object.entries(value).flatMap(([field, rule]) => {
    if (/^(?:r|.+R)ule$/.test(field)) return [String(rule)]
    return field === 'rules' ? [rule].flat().filter((one): one is string => typeof one === 'string') : []
  })
const pathsOf = (parts: readonly Part[]) => [...new Set(parts.map(({ path }) => path))]

describe.each([
  ['the repository’s dossier', REPOSITORY],
  ['the invented dossier', INVENTED],
])('%s', (_, root) => {
  let parts: Part[]
  beforeAll(async () => {
    parts = await build(root)
  }, 60_000)

  test('has annotations, and entries of each list', () => {
    const lists = new Set(parts.map(({ path }) => path.split('.')[0]))
    for (const list of ['annotations', 'sources', 'people', 'quotations', 'timeline', 'figures', 'origins'])
      expect(lists).toContain(list)
  })

  test('names no rule that is not described', () => {
    const rules = new Set(parts.flatMap(rulesOf))
    expect([...rules].filter((rule) => !described.has(rule))).toEqual([])
  })

  test('gives no reason without the rule that it is of', () =>
    expect(pathsOf(parts.filter(({ value }) => 'reason' in value && !('rule' in value)))).toEqual([]))

  test('says of each fact, mention, date, figure, role, identity and annotation how sure it is', () => {
    const found = parts.filter(({ path }) =>
      /^annotations\.body$|\.(?:facts|dates|mentions|identity|roles)$|^figures\.rows$|^timeline\.tellings$/.test(path),
    )
    expect(found.length).toBeGreaterThan(0)
    const isSure = ({ value }: Part) => 'certainty' in value && rulesOf({ path: '', value }).length > 0
    expect(found.filter((part) => !isSure(part))).toEqual([])
  })

  test('says of each speaker which rule credited the words, and how sure that is', () => {
    const credited = parts.filter(({ path, value }) => path === 'quotations.occurrences' && 'speakerWords' in value)
    expect(credited.length).toBeGreaterThan(0)
    expect(credited.filter(({ value }) => !('speakerRule' in value && 'certainty' in value))).toEqual([])
  })

  test('says of each join, comparison, relation and contradiction which rule made it', () => {
    const derived = parts.filter(({ path }) =>
      /\.(?:joined|beside|possiblySame|related|followedBy|contradictedBy|links|caveat|denial|setAside)$|^(?:words|contradictions)$/.test(
        path,
      ),
    )
    expect(derived.length).toBeGreaterThan(0)
    expect(derived.filter((part) => rulesOf(part).length === 0)).toEqual([])
  })
})
