import { join, resolve } from 'node:path'
import { publishDossier } from '../../../publish/publish-dossier.ts'
import { reportStep } from './report-step.ts'

/*
 * Builds a dossier as the command line does, and prints the processor time used so far as each step begins, one JSON
 * line each: `node time-build.ts FOLDER`.
 */

const root = resolve(process.argv[2]!)
reportStep('Starting')
const { value, problems } = await publishDossier({
  root,
  out: join(root, 'dist'),
  strict: false,
  verify: false,
  report: reportStep,
})
reportStep('')
if (!value)
  throw new Error(
    `Unexpected problems:\n${problems
      .filter(({ severity }) => severity === 'error')
      .slice(0, 5)
      .map(({ reason }) => reason)
      .join('\n')}`,
  )
