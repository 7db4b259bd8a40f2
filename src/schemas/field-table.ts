import { z } from 'zod'
import { correction } from '../model/correction.ts'
import { jointCorrection } from '../model/joint-correction.ts'
import { identityDecision } from '../model/register.ts'
import { SCHEMAS } from './written-schemas.ts'

/** Fills the tables of a page of documentation: each stands between `<!-- fields of KIND -->` and `<!-- end -->`. */
export function fillTables(page: string): string {
  return page.replaceAll(
    /<!-- fields of (\w+) -->[^]*?<!-- end -->/g,
    (_, kind: string) => `<!-- fields of ${kind} -->\n${tableOf(kind)}\n<!-- end -->`,
  )
}

/** A Markdown table of the fields of one kind of correction, or of one file, from its schema. */
function tableOf(kind: string): string {
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
