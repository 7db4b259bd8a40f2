import { openDossier } from '../dossier/dossier.ts'

/** The sections that the head of every page links to; a section without content is left out. */
export async function listSections(): Promise<{ path: string; name: string }[]> {
  const { sources, entities, happenings, quotations, figures, words, handWritten } = await openDossier()
  const sections = [
    { path: '/sources/', name: 'Sources', isShown: true },
    { path: '/names/', name: 'Names', isShown: entities.length > 0 },
    { path: '/timeline/', name: 'Timeline', isShown: happenings.length > 0 },
    { path: '/quotations/', name: 'Quotations', isShown: quotations.length > 0 },
    { path: '/figures/', name: 'Figures', isShown: figures.length > 0 },
    { path: '/words/', name: 'Words', isShown: words.length > 0 },
    { path: '/disagreements/', name: 'Disagreements', isShown: sources.length > 1 },
    { path: '/coverage/', name: 'Coverage', isShown: sources.length > 1 && entities.length > 0 },
    { path: '/search/', name: 'Search', isShown: true },
    { path: '/method/', name: 'Method', isShown: handWritten.has('method') },
  ]
  return sections.filter((section) => section.isShown)
}
