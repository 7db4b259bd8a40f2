import type { DossierSettings } from '../model/dossier.ts'
import type { SourceVersion } from '../model/entry.ts'
import type { PermalinkRecord } from '../model/permalink.ts'
import type { Problem, Reported } from '../model/problem.ts'
import type { StagingArea } from './disk/exchange.ts'
import type { PublishedDossier } from './last-build.ts'

/** The dossier to publish, and the target. Folders are absolute. */
export interface PublishRequest {
  /** The dossier's folder, with `seeds/` and `content/`. */
  readonly root: string
  /** The folder of the site. */
  readonly out: string
  /** Warnings stop publication too. */
  readonly strict: boolean
  /** Build a second time elsewhere, and publish only when both gave the same bytes. */
  readonly verify: boolean
  /** False where an Astro site of the user renders the pages: then `out` gets only the files that they link to. */
  readonly isRendered?: boolean
  /** A folder that `dossier analyse` filled. */
  readonly store?: string | undefined
  /** Puts the composed dossier into the store, for the machines that render it, and publishes nothing. */
  readonly isOnlyComposed?: boolean
  /** Called as each step begins. */
  readonly report: (step: string) => void
}

/** The published build, or `undefined` if problems stopped it and nothing published has changed. */
export type Publication = Reported<PublishedDossier | undefined>

/** The parts of a build that rendering needs; all its texts are on the disk. */
export interface PreparedBuild {
  readonly area: StagingArea
  /** Hash of the program that builds. */
  readonly program: string
  readonly record: PermalinkRecord
  readonly versions: readonly SourceVersion[]
  readonly settings: DossierSettings
  /** Paths of the files of the site that Astro does not make, as they wait in the staging area's `files/`. */
  readonly files: readonly string[]
  readonly published: PublishedDossier
  readonly shared?: SharedBuild
}

/** What other machines did for a build, in the store. */
export interface SharedBuild {
  /** Hash under which it is there. */
  readonly key: string
  /** Gives the folder of the pages that they rendered, if they did: see `fetchParts`. */
  readonly findParts: (assets: string) => Promise<string | undefined>
  /** Problems of damaged entries, once they have been read. */
  readonly tellDamaged: () => Problem[]
}
