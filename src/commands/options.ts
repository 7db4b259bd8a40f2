/** What the command line says; folders are absolute. */
export interface Options {
  /** The dossier's folder, with `seeds/` and `content/`. */
  readonly root: string
  /** The folder of the site. */
  readonly out: string
  /** Print one JSON object instead of text. */
  readonly json: boolean
  /** Warnings stop publication too. */
  readonly strict: boolean
  /** Build a second time elsewhere, and publish only when both gave the same bytes. */
  readonly verify: boolean
}

/** What a command has to say: shown as text or, with `--json`, as it is. */
export interface CommandResult {
  /** 0: done; 1: the dossier has errors and nothing was published. (2, wrong usage, is the argument parser's.) */
  readonly code: 0 | 1
  readonly text: string
  readonly json: object
}
