import { z } from 'zod'
import { contradiction, coverageRow, wordingRow, wordingUse } from '../comparison.ts'
import { entity, mentionForm } from '../entity.ts'
import { certainty, joinRuling, joinStep } from '../evidence.ts'
import { entityKind } from '../kind.ts'
import { entityCount, entityReference, pageId, passageId, passageReference } from './reference.ts'

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

/** One line of `content/origins.json`: sources with one origin, by wording and credits. */
export const originEntry = z.object({
  /** Id of its first source. */
  id: pageId,
  sources: z.array(pageId).min(1),
  credited: z.array(z.string()),
  links: z.array(joinRuling.extend({ sources: z.tuple([pageId, pageId]), passages: z.array(passageReference) })),
})
export type OriginEntry = z.infer<typeof originEntry>

/** One line of `content/coverage.json`: which sources speak of an entity, dated event, quotation or figure. */
export const coverageEntry = coverageRow.omit({ key: true, cells: true }).extend({
  id: pageId,
  type: z.enum(['entity', 'dated-event', 'quotation', 'figure']),
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

/** Front matter of an entity's page. The body holds a `<Passage id>` a mentioning sentence, in the order of `mentions`. */
export const entityEntry = z.object({
  id: pageId,
  slug: z.string(),
  kind: entityKind,
  subtype: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  /** Every wording of a mention with the sources that use it. */
  names: z.array(
    z.object({
      words: z.string(),
      form: mentionForm,
      mentions: z.int(),
      sources: z.array(pageId),
    }),
  ),
  ...entity.pick({
    unprinted: true,
    sameAs: true,
    coordinates: true,
    isLocatedByName: true,
    isRegistered: true,
    identity: true,
  }).shape,
  possiblySame: z.array(entityReference.extend(joinStep.shape)),
  related: z.array(entityReference.extend({ relation: z.string(), ...joinStep.shape })),
  /** One for each sentence of the body, by source date, then passage. */
  mentions: z.array(
    z.object({
      source: pageId,
      passage: passageId,
      ordinal: z.int(),
      words: z.array(z.string()),
      certainty,
      rules: z.array(z.string()),
    }),
  ),
  /** Roles of the person in words beside the name; by source date, then passage. */
  roles: z.array(passageReference.extend({ words: z.string(), certainty, rule: z.string() })),
  /** The wordings of each source for it: names and labels. */
  wordings: z.array(wordingEntry),
  /** Entities named in the same sentences, most frequent first. */
  neighbours: z.array(entityCount),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityEntry = z.infer<typeof entityEntry>
