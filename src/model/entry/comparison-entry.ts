import { z } from 'zod'
import { contradiction, coverageRow } from '../comparison.ts'
import { joinStep } from '../evidence.ts'
import { wordingRow, wordingUse } from '../label.ts'
import { entityReference, pageId, passageReference } from './reference.ts'

/** A wording with its uses in each source: a row of the table of source by wording. */
export const wordingEntry = z.object({
  wording: z.string(),
  form: wordingRow.shape.form,
  sources: z.array(
    z.object({
      source: pageId,
      uses: z.array(passageReference.extend({ words: z.string(), voice: wordingUse.shape.voice })).min(1),
    }),
  ),
})
export type WordingEntry = z.infer<typeof wordingEntry>

/** One line of `content/words.json`: words that sources choose between for one thing. */
export const wordChoiceEntry = joinStep.extend({ id: z.string(), title: z.string(), rows: z.array(wordingEntry) })
export type WordChoiceEntry = z.infer<typeof wordChoiceEntry>

/** One line of `content/origins.json`: sources that go back to one origin, as far as wording and credits show. */
export const originEntry = z.object({
  /** Id of its first source. */
  id: pageId,
  sources: z.array(pageId).min(1),
  credited: z.array(z.string()),
  links: z.array(joinStep.extend({ sources: z.tuple([pageId, pageId]), passages: z.array(passageReference) })),
})
export type OriginEntry = z.infer<typeof originEntry>

/** One line of `content/coverage.json`: which sources speak of an entity, dated event, quotation or figure. */
export const coverageEntry = coverageRow.omit({ key: true, cells: true }).extend({
  id: pageId,
  type: z.enum(['entity', 'happening', 'quotation', 'figure']),
  cells: z.array(z.object({ source: pageId, count: z.int().positive() })),
})
export type CoverageEntry = z.infer<typeof coverageEntry>

/** One line of `content/contradictions.json`. */
export const contradictionEntry = contradiction.omit({ key: true, passages: true, entities: true }).extend({
  /** Its key, as an answer in the register names it. */
  id: z.string(),
  passages: z.array(passageReference.extend({ words: z.string() })),
  entities: z.array(entityReference),
})
export type ContradictionEntry = z.infer<typeof contradictionEntry>
