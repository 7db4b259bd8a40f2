import type { Passage } from '../../model/passage.ts'
import type { Metadata } from '../../model/source.ts'
import type { Traced } from './trace.ts'

/** What a rule made of a block. */
export type Verdict =
  | { readonly as: 'passage'; readonly kind: Passage['kind'] }
  | { readonly as: 'aside'; readonly kind: string; readonly rule: string }

/** A line of the file, or lines joined to one paragraph. Without a verdict it is still open, and is text if no rule takes it. */
export interface Block extends Traced {
  /** First and last line in the file, counted from 1. */
  readonly line: number
  readonly lastLine: number
  /** True when a blank line, or the beginning of the file, stands before it. */
  readonly isAfterBlank: boolean
  /** True when Markdown marks it as a heading. */
  readonly isMarkedHeading?: boolean
  readonly verdict?: Verdict
}

/** A file on its way through the rules. Each rule takes a draft and gives the next one. */
export interface Draft {
  /** The seed's decoded text. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** Captions that were cut out of lines, as shortcodes are; those on lines of their own are blocks. */
  readonly captions: readonly Traced[]
}

/** Gives a verdict to every open block for which `decide` has one. */
export function decideOpen(
  draft: Draft,
  decide: (block: Block, index: number, blocks: readonly Block[]) => Verdict | undefined,
): Draft {
  const blocks = draft.blocks.map((block, index) => {
    const verdict = block.verdict ? undefined : decide(block, index, draft.blocks)
    return verdict ? { ...block, verdict } : block
  })
  return { ...draft, blocks }
}

/** A verdict that sets a block aside. */
export const aside = (kind: string, rule: string): Verdict => ({ as: 'aside', kind, rule })

/** A verdict that keeps a block as text. */
export const keep = (kind: Passage['kind']): Verdict => ({ as: 'passage', kind })

/** True while no rule has decided the block. */
export const isOpen = (block: Block | undefined): block is Block & { readonly verdict?: never } =>
  block !== undefined && !block.verdict
