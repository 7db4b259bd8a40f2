import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { readData } from '../text/read-data.ts'
import { program } from '../commands/command-line.ts'
import { answer } from '../model/comparison.ts'
import { correction, jointCorrection } from '../model/correction.ts'
import { dossierSettings } from '../model/dossier.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { adjudication, identityDecision, registerEntry, reviewed, tombstone } from '../model/register.ts'
import { sidecar } from '../model/source.ts'
import { describeRules } from '../pipeline/describe-rules.ts'
import { compare } from '../text/compare.ts'

const NOTE = '<!-- Written by `npm run schemas`. -->'

/** The pages of `docs/reference/`, each generated from its subject. */
export function referencePages(): WrittenFile[] {
  return [
    { path: 'docs/reference/commands.md', text: writeCommands() },
    { path: 'docs/reference/files.md', text: writeFilesPage() },
    { path: 'docs/reference/rules.md', text: writeRules() },
    { path: 'docs/reference/data.md', text: writeDataPage() },
  ]
}

const page = (title: string, ...parts: readonly string[]) => `${[`# ${title}`, NOTE, ...parts].join('\n\n')}\n`

function writeCommands(): string {
  const sections = program.commands.map(
    (command) =>
      `## dossier ${command.name()}\n\n\`\`\`\n${command.configureHelp({ helpWidth: 80 }).helpInformation().trimEnd()}\n\`\`\``,
  )
  const codes = 'Exit codes: 0 done, 1 the dossier has errors and nothing was published, 2 wrong usage.'
  return page('Command line', codes, ...sections)
}

/** The files that people write, by the name of their schema. */
const FILES: Readonly<Record<string, string>> = {
  dossier: 'seeds/dossier.yml: what the dossier is',
  sidecar: 'seeds/articles/NAME.yml: what an article does not state',
  register: 'seeds/register/*.yml: who is who, a list',
  adjudications: 'seeds/register/adjudications.yml: which figure of a table stands, a list',
  answers: 'seeds/register/answers.yml: contradictions that may stand, a list',
  reviewed: 'seeds/register/reviewed.yml: questions that were left as they are, a list',
  tombstones: 'seeds/tombstones.yml: addresses that were taken down, a list',
}

function writeFilesPage(): string {
  const about =
    'What you write under `seeds/`. Corrections (`corrections` of a sidecar, and `seeds/register/corrections.yml`) have [a page of their own](../corrections.md).'
  const schema =
    'Each file may begin with the line that names its schema, by which editors complete and check it: `# yaml-language-server: $schema=../node_modules/dossier/schemas/dossier.json`. `dossier migrate` rewrites what was written in older forms.'
  const sections = Object.entries(FILES).map(([name, title]) => `## ${title}\n\n${tableOf(name)}`)
  const decisions = '## same, notSame and possiblySame of the register: lists of a name and a reason'
  return page('Files', about, schema, ...sections, decisions, tableOf('decision'))
}

function writeRules(): string {
  const rules = [...describeRules()].toSorted(([a], [b]) => compare(a, b))
  const areas = Map.groupBy(rules, ([rule]) => rule.split('/')[0]!)
  const about =
    'Every statement names the rule that made it. The names are permanent. `dossier explain` and the method page of a site use them.'
  const sections = [...areas].map(
    ([area, of]) =>
      `## ${area}\n\n| rule | what it does |\n|---|---|\n${of.map(([rule, what]) => `| \`${rule}\` | ${escapeCell(what)} |`).join('\n')}`,
  )
  return page('Rules', about, ...sections)
}

interface DataFile {
  readonly what: string
  readonly format: string
  readonly quotes: boolean
}

function writeDataPage(): string {
  const files = readData('../export/files.yml', import.meta.url) as Record<string, DataFile>
  const rows = Object.entries(files).map(
    ([name, { what, format, quotes }]) => `| \`${name}\` | ${escapeCell(what)} | ${format} | ${quotes ? 'yes' : ''} |`,
  )
  const about =
    'The files under `data/` of a site. Those that hold words of the articles hold no more than the rights of each article allow.'
  return page(
    'Data files',
    about,
    `| file | what | media type | holds words of articles |\n|---|---|---|---|\n${rows.join('\n')}`,
  )
}

interface Measured {
  readonly part: string
  readonly texts: string
  readonly command: string
  readonly cases: number
  readonly precision: number
  readonly recall: number
}

const MEASURED = new URL('../site/text/measured.json', import.meta.url)

/** Fills the table of measured figures of a page, between `<!-- measured -->` and `<!-- end -->`. */
export function fillMeasured(text: string): string {
  const rows = (JSON.parse(readFileSync(MEASURED, 'utf8')) as Measured[]).map(
    ({ part, texts, command, cases, precision, recall }) =>
      `| ${part} | ${precision}% | ${recall}% | ${texts}; ${cases} cases | \`${command}\` |`,
  )
  const table = ['| what | marked and right | found of all | on | command |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
  return text.replace(/<!-- measured -->[^]*?<!-- end -->/, `<!-- measured -->\n${table}\n<!-- end -->`)
}

const escapeCell = (text: string) => text.replaceAll('|', String.raw`\|`)

/** The files that people write in YAML, by the name of their JSON Schema. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  dossier: dossierSettings,
  sidecar,
  register: z.array(registerEntry),
  corrections: z.array(jointCorrection),
  adjudications: z.array(adjudication),
  answers: z.array(answer),
  reviewed: z.array(reviewed),
  tombstones: z.array(tombstone),
}

/** The JSON Schemas of `schemas/`, by which an editor completes and checks the YAML of a dossier while it is typed. */
export function writtenSchemas(): WrittenFile[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    path: `schemas/${name}.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
  }))
}

/** Fills the tables of a page of documentation, each between `<!-- fields of KIND -->` and `<!-- end -->`. */
export function fillTables(page: string): string {
  return page.replaceAll(
    /<!-- fields of (\w+) -->[^]*?<!-- end -->/g,
    (_, kind: string) => `<!-- fields of ${kind} -->\n${tableOf(kind)}\n<!-- end -->`,
  )
}

/** A Markdown table of the fields of one kind of correction, or of one file, from its schema. */
export function tableOf(kind: string): string {
  const rows = Object.entries(shapeOf(kind))
    .filter(([field]) => field !== 'kind' || kind === 'register')
    .map(([field, schema]) => {
      const isRequired = !schema.safeParse(undefined).success
      return `| \`${field}\` | ${isRequired ? 'yes' : ''} | ${descriptionOf(schema)} |`
    })
  return ['| field | required | meaning |', '|---|---|---|', ...rows].join('\n')
}

function shapeOf(kind: string): Readonly<Record<string, z.ZodType>> {
  const option = [...correction.options, ...jointCorrection.options].find(({ shape }) => shape.kind.value === kind)
  if (option) return option.shape
  const schema = kind === 'decision' ? identityDecision : SCHEMAS[kind]!
  const item = schema instanceof z.ZodArray ? schema.element : schema
  return (item as z.ZodObject).shape
}

const descriptionOf = (schema: z.ZodType): string | undefined =>
  schema.description ?? (schema instanceof z.ZodOptional ? descriptionOf(schema.unwrap() as z.ZodType) : undefined)

/** Writes `schemas/` and what of the documentation is made from the program: `npm run schemas`. */
function writeReference(): void {
  const root = new URL('../../', import.meta.url)
  for (const folder of ['schemas', 'docs/reference']) mkdirSync(new URL(folder, root), { recursive: true })
  for (const { path, text } of [...writtenSchemas(), ...referencePages()]) writeFileSync(new URL(path, root), text)
  const refill = (page: string, fill: (text: string) => string) => {
    const file = new URL(page, root)
    writeFileSync(file, fill(readFileSync(file, 'utf8')))
  }
  refill('docs/corrections.md', fillTables)
  refill('docs/how-it-works.md', fillMeasured)
}

if (import.meta.main) writeReference()
