import { z } from 'zod'

/**
 * How sure a statement of the dossier is, and who vouches for it.
 *
 * - `stated`: the source's own words say so;
 * - `inferred`: a named rule worked it out from the source's words;
 * - `editor`: a person wrote it in the register or a sidecar.
 */
export const certainty = z.enum(['stated', 'inferred', 'editor'])
export type Certainty = z.infer<typeof certainty>
