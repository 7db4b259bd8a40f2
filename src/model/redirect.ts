import { z } from 'zod'
import { pageId, passageId } from './entry.ts'

/** An address that was published and is no page of its own, now or yet: a redirect when `to` is there, a tombstone otherwise. */
export const redirectEntry = z.object({
  /** Path from the dossier's root, as is `to`. */
  from: z.string(),
  id: pageId,
  /** The page that answers now. */
  to: z.string().optional(),
  /** The pages of which one may be meant, when what stood here was told apart; none leads on by itself. */
  candidates: z.array(z.string()).optional(),
  /** Number of the version that `from` names and `to` shows at present; once the text changes, `from` is that version's own page. */
  version: z.int().positive().optional(),
  /** Why, in words for the page. Always there for a tombstone. */
  reason: z.string().optional(),
  /** Every fragment the address ever had; each must be an element of the page, and a link when it leads on. */
  fragments: z.array(z.object({ id: passageId, to: z.string().optional() })),
})
export type RedirectEntry = z.infer<typeof redirectEntry>
