import type { Lock, LockedPackage } from './package-files.ts'
import { nameOf } from './package-files.ts'

const HEAD = `NOTICE

Dossier itself is under the MIT licence (LICENSE). This file names what others made. \`npm run notice\` writes it from
package-lock.json and a test compares them.

In this repository
------------------

src/cite/csl: citation styles and a locale of the Citation Style Language project, https://citationstyles.org/, under
CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/. Authors and source: src/cite/csl/README.md.
src/figures/map: coasts and borders from Natural Earth, in the public domain, as world-atlas, Copyright 2013-2019
Michael Bostock, ISC.
src/pipeline/4-resolve/gazetteer: towns from GeoNames, https://www.geonames.org/, under CC BY 4.0,
https://creativecommons.org/licenses/by/4.0/; names folded, coordinates rounded, small towns left out.

In the sites that Dossier builds
--------------------------------

Source Serif and Source Sans, Copyright 2014-2023 Adobe, under the SIL Open Font License 1.1 (@fontsource-variable/*).
Coasts and borders from Natural Earth, in the public domain; coordinates marked as such from GeoNames, CC BY 4.0.
Citations formatted by citeproc-js, Copyright 2009-2019 Frank Bennett, CPAL 1.0 or AGPL 1.0 (citeproc). It runs while a
site is built and is no part of it.

Packages that are installed with Dossier, by licence
----------------------------------------------------

Each carries its licence's text in its folder under node_modules. Those marked with * are used only by tests.
`

/** The text of `NOTICE`: what others made, and under which licence, with every package of the lock. */
export function composeNotice(lock: Lock): string {
  const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '')
  const lines = packages.map(([folder, one]) => ({
    licence: licenceOf(lock, folder, one),
    line: describe(folder, one),
  }))
  const groups = Map.groupBy(lines, ({ licence }) => licence)
  const sections = [...groups.keys()].sort().map((licence) => {
    const members = [...new Set(groups.get(licence)!.map(({ line }) => line))].sort()
    return `${licence}\n${members.map((line) => `  ${line}\n`).join('')}`
  })
  return `${HEAD}\n${sections.join('\n')}`
}

/** Builds for other platforms leave their licence out of the lock: it is that of the package which they belong to. */
function licenceOf(lock: Lock, folder: string, { license }: LockedPackage): string {
  if (license !== undefined) return license
  const owner = Object.values(lock.packages).find(
    (one) => one.license !== undefined && one.optionalDependencies?.[nameOf(folder)] !== undefined,
  )
  return owner?.license ?? 'not stated'
}

const describe = (folder: string, { version, dev }: LockedPackage) =>
  `${nameOf(folder)} ${version}${dev === true ? ' *' : ''}`
