import { t } from '../text/text.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { shortenTitle } from '../text/phrases.ts'

const FILE = /seeds\/articles\/[^\s,;“”]{1,200}/g
const MOST = 40

/** A sentence of the engine, which names sources by their files, with the number and publisher or title of each instead. */
export function replaceFiles(reason: string, { sources }: Pick<DossierView, 'sources'>): string {
  const sourceOf = new Map(sources.map((source) => [source.file, source]))
  return reason.replace(FILE, (file) => {
    const source = sourceOf.get(file)
    return source ? t.source.cited(source.position, source.publisher ?? shortenTitle(source.title, MOST)) : file
  })
}
