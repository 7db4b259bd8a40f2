/// <reference path="./astro-modules.d.ts" preserve="true" />
/**
 * Components and functions for pages of another site.
 *
 * @module
 */
export { default as Cite } from './cite/Cite.astro'
export { default as Entity } from './cite/Entity.astro'
export { default as Timeline } from './timeline/Timeline.astro'
export { default as DatedEventList } from './timeline/DatedEventList.astro'
export { default as EntityList } from './entity/EntityList.astro'
export { default as QuotationList } from './quotations/QuotationList.astro'
export { default as SourceList } from './source/SourceList.astro'
export type { DossierView } from './dossier/dossier.ts'
export { openDossier } from './dossier/dossier.ts'
export { addressOf } from './loader/addresses.ts'
