/**
 * The word by which the search index knows that a passage names an entity, whatever words it uses. It stands behind the
 * passage's own words in the index alone; no reader sees it, and no language has it.
 *
 * @param id id of the entity's page
 */
export function nameToken(id: string): string {
  return `qzq${id}`
}
