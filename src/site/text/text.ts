import * as en from './en.ts'

/** The same with any string in place of each string, so that another language can be written. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Words
    ? (...values: Values) => Translated<Words>
    : { readonly [Key in keyof T]: Translated<T[Key]> }

/** Every string that the site shows, in one language: what `en.ts` exports. */
export type SiteText = Translated<typeof en>

/** The text of this site. */
export const t: SiteText = en
