import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

/* Before each file of this folder: the dossiers that `build-dossiers.ts` builds meanwhile. */
const built = inject('dossiersBuilt')
while (!existsSync(built)) await setTimeout(50)
const failure = readFileSync(built, 'utf8')
if (failure) throw new Error(failure)
