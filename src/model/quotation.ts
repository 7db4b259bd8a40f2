import { z } from 'zod'
import { caveat, certainty, joinStep, ruling } from './evidence.ts'
import { range, span, spanInFile } from './passage.ts'

/** Who is credited with words, as the text has it. */
export const speaker = z.object({
  /** The words that name or describe the speaker, as printed: "Ms Okafor", "a second port official". */
  words: z.string(),
  /** The span of those words (head noun phrase); the antecedent of a pronoun, not the pronoun. */
  span,
  /**
   * The span of the pronoun or short description that was resolved to the speaker. Absent if `span` itself is
   * credited.
   */
  as: span.optional(),
  /** A named speaker is linked to an entity; a described one keeps the description and is never linked to a person. */
  form: z.enum(['named', 'described']),
  /** Where an editor says who speaks and the article does not: the name that the register or another source gives. */
  refersTo: z.string().optional(),
  certainty,
  /** Rule that attributed the words, as `quotation/said-after`. */
  rule: z.string(),
})
export type Speaker = z.infer<typeof speaker>

/** `direct`: a whole sentence or more in marks; `fragment`: quoted words inside a sentence; `reported`: "said that …". */
export const quotationMode = z.enum(['direct', 'fragment', 'reported'])
export type QuotationMode = z.infer<typeof quotationMode>

/** Words in quotation marks as one source prints them, or speech it reports. Found by stage 3. */
export const quotationMention = z.object({
  /** The words without the marks; a quotation that runs over paragraphs has a span a paragraph. */
  spans: z.array(span).min(1),
  mode: quotationMode,
  speaker: speaker.optional(),
  /** The outlet that the speaker spoke to: "told the Ledger" gives "Ledger". */
  toldTo: z.string().optional(),
  /** The verb that introduces it, as printed: "said", "stressing". */
  cue: z.string().optional(),
  /** `editor` where a person corrected it; absent where a rule found it. */
  certainty: certainty.optional(),
  rule: z.string(),
})
export type QuotationMention = z.infer<typeof quotationMention>

/** Words of an occurrence that are not those of the first: a range over the occurrence's `words`, empty where words are missing. */
export const difference = range.extend({
  kind: z.enum(['spelling', 'wording']),
  /** The words of the first occurrence there; empty if this occurrence added words. */
  first: z.string(),
})
export type Difference = z.infer<typeof difference>

/** One quotation with all its occurrences, made by stage 5. The earliest dated occurrence comes first. */
export const quotation = z.object({
  /** Key within one build: the normalised words of the first occurrence and the speaker. */
  key: z.string(),
  /** The words of the first occurrence. */
  words: z.string(),
  mode: quotationMode,
  /** Key of the speaker's entity, when named and resolved. */
  speaker: z.string().optional(),
  /** The speaker as printed in the first occurrence. */
  speakerWords: z.string().optional(),
  /** That these words deny something: they are reported speech that turns down what follows. */
  denial: ruling.optional(),
  occurrences: z
    .array(
      z.object({
        at: z.array(spanInFile).min(1),
        words: z.string(),
        date: z.string().optional(),
        speaker: z.string().optional(),
        speakerWords: z.string().optional(),
        /** Rule of stage 3 that credited the speaker. */
        speakerRule: z.string().optional(),
        toldTo: z.string().optional(),
        certainty: certainty.optional(),
        /** Rule of stage 3 that found the words. */
        rule: z.string(),
        /** Why this counts as an occurrence of the same words; absent on the first. */
        joined: joinStep.optional(),
        /** Where its words differ from the first occurrence's; empty or absent when they agree. */
        differs: z.array(difference).optional(),
        /** Where its source says that it could not confirm what was said. */
        caveat: caveat.optional(),
      }),
    )
    .min(1),
})
export type Quotation = z.infer<typeof quotation>
