import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

const built = inject('dossiersBuilt')
while (!existsSync(built)) await setTimeout(50)
const failure = readFileSync(built, 'utf8')
if (failure) throw new Error(failure)

/** The dossiers that `build-dossiers.ts` builds while other tests run: who imports them waits until they are built. */
export const dossiers = inject('dossiers')
