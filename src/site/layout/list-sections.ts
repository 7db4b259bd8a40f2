import { t } from '../text/text.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { openDossier } from '../dossier/dossier.ts'
import { trackFact } from '../loader/reads.ts'

/** The pages written by hand and the sections that the head of every page links to; a section without content is left out. */
export const listSections = trackFact('sections', (dossier: DossierView): { path: string; name: string }[] => {
  const { sources, entities, datedEvents, quotations, listedFigures, words, handWritten } = dossier
  /* The page of the method has its own place. */
  const written = handWritten
    .filter(({ id, order }) => id !== 'method' && order !== undefined)
    .toSorted((a, b) => a.order! - b.order!)
  const sections = [
    ...written.map(({ id, title }) => ({ path: `/${id}/`, name: title, isShown: true })),
    { path: '/sources/', name: t.sections.sources, isShown: true },
    { path: '/names/', name: t.sections.names, isShown: entities.length > 0 },
    { path: '/timeline/', name: t.sections.timeline, isShown: datedEvents.length > 0 },
    { path: '/quotations/', name: t.sections.quotations, isShown: quotations.length > 0 },
    { path: '/figures/', name: t.sections.figures, isShown: listedFigures.length > 0 },
    { path: '/words/', name: t.sections.words, isShown: words.length > 0 },
    { path: '/disagreements/', name: t.sections.disagreements, isShown: sources.length > 1 },
    { path: '/coverage/', name: t.sections.coverage, isShown: sources.length > 1 && entities.length > 0 },
    { path: '/search/', name: t.sections.search, isShown: true },
    { path: '/method/', name: t.sections.method, isShown: true },
  ]
  return sections.filter((section) => section.isShown)
})

/** The response of an empty section: no page is made of it. */
export async function answerEmpty(path: string): Promise<Response | undefined> {
  const isMade = listSections(await openDossier()).some((section) => section.path === path)
  return isMade ? undefined : new Response(null, { status: 204 })
}
