/**
 * The entries of the content collections: what the pipeline writes under `content/` and the site reads.
 * Every reference is by id; the site finds the address of an id in `content/permalinks.json`.
 */
export * from './entry/reference.ts'
export * from './entry/entity-entry.ts'
export * from './entry/source-entry.ts'
export * from './entry/statement-entry.ts'
