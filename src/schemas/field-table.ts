import type { z } from 'zod'
import { correction } from '../model/correction.ts'
import { jointCorrection } from '../model/joint-correction.ts'

/** Fills the tables of a page of documentation: each stands between `<!-- fields of KIND -->` and `<!-- end -->`. */
export function fillTables(page: string): string {
  return page.replaceAll(
    /<!-- fields of (\w+) -->[^]*?<!-- end -->/g,
    (_, kind: string) => `<!-- fields of ${kind} -->\n${tableOf(kind)}\n<!-- end -->`,
  )
}

/** A Markdown table of the fields of one kind of correction, from its schema. */
function tableOf(kind: string): string {
  const option = [...correction.options, ...jointCorrection.options].find(({ shape }) => shape.kind.value === kind)!
  const shape: Readonly<Record<string, z.ZodType>> = option.shape
  const rows = Object.entries(shape)
    .filter(([field]) => field !== 'kind')
    .map(
      ([field, schema]) =>
        `| \`${field}\` | ${schema.safeParse(undefined).success ? '' : 'yes'} | ${schema.description} |`,
    )
  return ['| field | required | meaning |', '|---|---|---|', ...rows].join('\n')
}
