import { join, resolve } from 'node:path'

/*
 * The folders of the dossier that is rendered, as the command line hands them over; a bare `astro dev` renders the
 * dossier of the working directory.
 */

/** The dossier's root. */
export const ROOT = resolve(process.env['DOSSIER_ROOT'] ?? '.')

/** Where the generated collections are: `content/`, or the folder in which a new one waits to be published. */
export const CONTENT = resolve(process.env['DOSSIER_CONTENT'] ?? join(ROOT, 'content'))

/** The folder of somebody's own site that the pages stand in, as `/dossier`; empty where the dossier is the site. */
export const MOUNT = process.env['DOSSIER_MOUNT'] ?? ''

/** The generated pages: their MDX, and the trees that a build composed them from, which are there only while it renders them. */
export const FOLDERS = { content: CONTENT, trees: join(CONTENT, '../trees') }
