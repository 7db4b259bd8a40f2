import type { SourceEntry } from '../../model/entry.ts'
import { sha256Of } from '../../text/hash.ts'
import { withBase } from '../loader/addresses.ts'
import { byText } from '../dossier/by-text.ts'

/** A file that several sources were read from: a mailbox, a web archive, a table, an export of a database. */
export interface ContainerFile {
  /** Last folder of its page's address; it depends on the file's path alone, so a mailbox that grows keeps it. */
  readonly id: string
  readonly file: string
  readonly sha256: string
  /** Its own title where it has one, else its name. */
  readonly name: string
  /** By position. */
  readonly sources: readonly SourceEntry[]
}

/** The containers of a dossier, by path. */
export function listContainers(sources: readonly SourceEntry[]): ContainerFile[] {
  const held = Map.groupBy(
    sources.filter(({ container }) => container),
    ({ container }) => container!.file,
  )
  return [...held]
    .map(([, of]) => ({ ...describeContainer(of[0]!.container!), sources: of }))
    .toSorted(byText(({ file }) => file))
}

/** Address of the page of a container. */
export function addressOfContainer(file: string): string {
  return withBase(`/sources/of/${idOf(file)}/`)
}

function describeContainer({ file, sha256, title }: NonNullable<SourceEntry['container']>) {
  return { id: idOf(file), file, sha256, name: title ?? file.slice(file.lastIndexOf('/') + 1) }
}

/** Paths may differ in what an address cannot hold, so a piece of their hash follows: `list-mbox-3f9a21c0`. */
function idOf(file: string): string {
  const name = file
    .slice(file.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const hash = sha256Of(file).slice(0, 8)
  return name === '' ? hash : `${name.slice(0, 40)}-${hash}`
}
