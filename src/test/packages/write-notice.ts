import { writeFileSync } from 'node:fs'
import { composeNotice } from './notice.ts'
import { pathOf, readLock } from './package-files.ts'

writeFileSync(pathOf('NOTICE'), composeNotice(readLock()))
