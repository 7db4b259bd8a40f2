import type { z } from 'zod'
import { nearestName } from '../../text/nearest-name.ts'

interface Definition {
  readonly def: {
    readonly shape?: Record<string, z.ZodType>
    readonly element?: z.ZodType
    readonly innerType?: z.ZodType
  }
}

/** What to write in place of a key that the schema does not know: the nearest in spelling, or all that it knows. */
export function hintForKey(key: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const known = keysAt(schema, path)
  const near = nearestName(key, known)
  return near ? `${near}: …` : `Known keys: ${known.join(', ')}`
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema as unknown as Definition
  if (def.innerType) return keysAt(def.innerType, path)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(def.shape ?? {})
  const next = def.element ?? def.shape?.[String(step)]
  return next ? keysAt(next, rest) : []
}
