/** Where the words stand: quoted where they may be shown, and by position in Unicode code points of the decoded seed. */
export type Selector =
  | { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }

/** One line of `data/annotations.jsonl`, a W3C Web Annotation: a mention, date, quotation, figure or role with its rule. */
export interface WebAnnotation {
  readonly '@context': string
  /** Path from the dossier's root, with the passage, what is annotated and where. */
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'identifying' | 'tagging' | 'describing'
  /** `kind` is an entity's, or `date`, `quotation`, `figure`, `role`. */
  readonly body: Readonly<Record<string, unknown>> & { readonly kind: string }
  readonly target: {
    /** Path of the passage from the dossier's root. */
    readonly source: string
    readonly selector: readonly Selector[]
  }
}
