const ENTITY_LINK = /<a class="entity"([^>]*?) data-id="([0-9a-z]{8})"([^>]*)>/g

/**
 * Marks every naming but the first of each entity in one passage's HTML, so that repeats can be drawn faint,
 * and ties each link to its preview card. Words that only point to an entity (`data-form`) are no naming.
 * Takes the closed vocabulary that the loader writes.
 */
export function markRepeats(html: string, hasCard: (id: string) => boolean): string {
  const named = new Set<string>()
  return html.replace(ENTITY_LINK, (link, before: string, id: string, after: string) => {
    const isNaming = !`${before}${after}`.includes(' data-form="')
    const again = isNaming && named.has(id) ? ' data-again' : ''
    if (isNaming) named.add(id)
    return `${link.slice(0, -1)}${again}${hasCard(id) ? ` interestfor="card-${id}"` : ''}>`
  })
}
