/** What a pack needs to know of a source: `data/sources.json`. */
export interface PackedSource {
  readonly file: string
  readonly rights: 'full' | 'excerpt' | 'citation'
  readonly headline?: string
}

/** `open.html`, which leads a reader into the site. */
export const OPEN_PAGE =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Open the dossier</title><meta http-equiv="refresh" content="0; url=data/site/index.html"><p><a href="data/site/index.html">Open the dossier</a>\n'

/** `README.txt`: how to open a pack, and how to check it. */
export const README = `Open "open.html" in a browser. Nothing needs to be installed, and nothing is fetched from anywhere.

data/site        the dossier, search included
data/originals   the articles as they were collected, where their rights allow it
data/LICENCES.txt  the rights of each article, and of what the site is made with

To see whether a file was changed since the pack was made:
  sha256sum -c manifest-sha256.txt        (Linux)
  shasum -a 256 -c manifest-sha256.txt    (macOS)
or, before it is unpacked, with Dossier itself:
  dossier verify FILE.zip

The pack is a bag (BagIt 1.0, RFC 8493); archives can validate it with their own programs.
`

const RIGHTS = {
  full: 'shown in full; the original is in this pack',
  excerpt: 'shown in excerpts; the original is not in this pack',
  citation: 'cited only; the original is not in this pack',
}

/** `LICENCES.txt`: the rights of each article, and of what the site is made with. */
export function describeRights(sources: readonly PackedSource[]): string {
  const lines = sources.map(
    ({ file, rights, headline }) => `${file}${headline ? ` (${headline})` : ''}: ${RIGHTS[rights]}`,
  )
  return `The articles belong to their publishers.

${lines.join('\n')}

Source Serif and Source Sans: Copyright 2014-2023 Adobe, SIL Open Font License 1.1.
Search: Pagefind, Copyright 2022 Pagefind, MIT licence.
Coasts and borders: Natural Earth, public domain.
`
}
