/**
 * The public API, which releases keep stable.
 *
 * @module
 */
export { noCache, openCache } from './cache/result-cache.ts'
export type { ResultCache } from './cache/result-cache.ts'
export type { Change, ChangeArea } from './diff/print-changes.ts'
export { listChanges } from './diff/list-changes.ts'
export { printChanges } from './diff/print-changes.ts'
export { readContent } from './diff/read-content.ts'
export { answer } from './model/comparison.ts'
export { dossierSettings } from './model/dossier.ts'
export { jointCorrection } from './model/correction.ts'
export { permalink } from './model/permalink.ts'
export type { Problem } from './model/problem.ts'
export { adjudication, registerEntry, reviewed, tombstone } from './model/register.ts'
export { sidecar } from './model/source.ts'
export type { BuildTools, BuiltDossier } from './pipeline/build-dossier.ts'
export { buildDossier } from './pipeline/build-dossier.ts'
export type { Publication, PublishRequest } from './publish/prepared-build.ts'
export { publishDossier } from './publish/publish-dossier.ts'
