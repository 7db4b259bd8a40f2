const ENTITY_LINK = /<a class="entity"([^>]*) data-id="([0-9a-z]{8})"/g

/**
 * Marks every mention but the first of each entity in one passage's HTML, so that repeats can be drawn faint,
 * and ties each link to its preview card. Takes the closed vocabulary that the loader writes.
 */
export function markRepeats(html: string, hasCard: (id: string) => boolean): string {
  const seen = new Set<string>()
  return html.replace(ENTITY_LINK, (link, _attributes: string, id: string) => {
    const again = seen.has(id) ? ' data-again' : ''
    seen.add(id)
    return `${link}${again}${hasCard(id) ? ` interestfor="card-${id}"` : ''}`
  })
}
