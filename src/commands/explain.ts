import { explainEntity, explainFigure, explainDatedEvent, explainQuotation } from './explain-page.ts'
import { explainPassage, explainSource } from './explain-source.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { foldName } from '../text/characters.ts'
import { nearestName } from '../text/compare.ts'
import type { Options, CommandResult } from './options.ts'
import { analyseDossier } from './options.ts'

/**
 * Prints every step that led to a source, passage, entity, quotation, dated statement or figure, with its rule.
 *
 * @param wanted an id, an address, or a name; of a name that several bear, each is explained
 */
export async function explain({ root }: Options, wanted: string): Promise<CommandResult> {
  const built = await analyseDossier(root)
  const id = idIn(wanted)
  for (const explainIt of [
    explainPassage,
    explainSource,
    explainEntity,
    explainQuotation,
    explainDatedEvent,
    explainFigure,
  ]) {
    const lines = explainIt(built, id)
    if (lines) return { code: 0, text: `${lines.join('\n')}\n`, json: { ok: true, id, lines } }
  }
  const named = idsNamed(built, wanted)
  if (named.length > 0) {
    const lines = named.flatMap((one) => explainEntity(built, one)!)
    return { code: 0, text: `${lines.join('\n')}\n`, json: { ok: true, id: named[0], ids: named, lines } }
  }
  const reason = `Unexpected "${wanted}", expected a name, or the id or address of a page or passage of this dossier`
  const near = nearestName(
    wanted,
    built.dossier.entities.map(({ name }) => name),
  )
  const hint = near && `dossier explain ${JSON.stringify(near)}`
  return {
    code: 1,
    text: `${reason}\n${hint ? `  ${hint}\n` : ''}`,
    json: { ok: false, id, reason, ...(hint && { hint }) },
  }
}

/** Ids of the entities that bear a name, in the register or in a source. */
function idsNamed({ dossier: { entities, mentions }, addresses }: BuiltDossier, name: string): string[] {
  const isIt = (other: string) => foldName(other) === foldName(name)
  const mentioned = new Set(mentions.filter(({ words }) => isIt(words)).map(({ entity }) => entity))
  return entities.flatMap((entity) => {
    const address = addresses.entities.get(entity.key)
    return address && ([entity.name, ...entity.aliases].some(isIt) || mentioned.has(entity.key)) ? [address.id] : []
  })
}

/** The id in an address: after `#`, or after the last hyphen of the last folder. */
function idIn(idOrAddress: string): string {
  const [path = '', fragment] = idOrAddress.split('#')
  if (fragment) return fragment
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return /^p-[0-9a-z]{6}$/.test(last) ? last : last.slice(last.lastIndexOf('-') + 1)
}
