import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const slug = z.string().regex(/^[-a-z0-9._/]+$/)
const field = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  description: z.string(),
})
const resource = z.strictObject({
  profile: z.literal('tabular-data-resource'),
  name: slug,
  path: z.string().regex(/^[a-z]+\.csv$/),
  title: z.string(),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.int(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  dialect: z.object({}),
  schema: z.strictObject({
    fields: z.array(field),
    missingValues: z.tuple([z.literal('')]),
    primaryKey: z.string().optional(),
    foreignKeys: z
      .array(z.strictObject({ fields: z.string(), reference: z.strictObject({ resource: slug, fields: z.string() }) }))
      .min(1)
      .optional(),
  }),
})
/** The rules of the Tabular Data Package profile that apply to our files. */
const dataPackage = z.strictObject({
  profile: z.literal('tabular-data-package'),
  name: slug,
  homepage: z.url().optional(),
  title: z.string(),
  description: z.string(),
  licenses: z.array(z.strictObject({ name: z.string().regex(/^[-\w.]+$/), title: z.string().optional() })).min(1),
  resources: z.array(resource).min(1),
})
type Resource = z.infer<typeof resource>

const FORMS: Readonly<Record<z.infer<typeof field>['type'], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

/** Faults of the tables against their own description: sizes, hashes, types, keys, and cells that would run as formulas. */
export function judgePackage(files: ReadonlyMap<string, string>): string[] {
  const { resources } = dataPackage.parse(JSON.parse(files.get('datapackage.json')!))
  const tables = new Map(resources.map((one) => [one.name, readRows(one, files.get(one.path)!)]))
  return resources.flatMap((one) =>
    judgeTable(one, files.get(one.path)!, tables).map((fault) => `${one.path}: ${fault}`),
  )
}

function readRows({ schema }: Resource, text: string): Record<string, string>[] {
  const [header, ...rows]: string[][] = parse(text, { record_delimiter: '\r\n', relax_column_count: false })
  if (header!.join() !== schema.fields.map(({ name }) => name).join())
    throw new Error(`Unexpected columns ${header!.join()}`)
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header![index]!, cell])))
}

function judgeTable(
  { name: table, bytes, hash, schema }: Resource,
  text: string,
  tables: ReadonlyMap<string, Record<string, string>[]>,
): string[] {
  const rows = tables.get(table)!
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  const ids = schema.primaryKey ? rows.map((row) => row[schema.primaryKey!]) : []
  return [
    ...(bytes === Buffer.byteLength(text) && hash === digest ? [] : ['not the file that is described']),
    ...(new Set(ids).size === ids.length ? [] : ['a key twice']),
    ...rows.flatMap((row) => schema.fields.flatMap(({ name, type }) => judgeCell(name, type, row[name]!))),
    ...(schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const known = new Set(tables.get(reference.resource)!.map((row) => row[reference.fields]))
      return rows.flatMap((row) =>
        row[fields] === '' || known.has(row[fields]!)
          ? []
          : [`${fields} ${row[fields]} is in no ${reference.resource}`],
      )
    }),
  ]
}

function judgeCell(name: string, type: keyof typeof FORMS, cell: string): string[] {
  const isWrong = cell !== '' && !FORMS[type].test(cell)
  const isFormula = type === 'string' && /^\s*[=+\-@]/.test(cell)
  return [
    ...(isWrong ? [`${name}: ${cell} is no ${type}`] : []),
    ...(isFormula ? [`${name}: ${cell} is a formula`] : []),
  ]
}
