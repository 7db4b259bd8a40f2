import { explainEntity, explainFigure, explainDatedEvent, explainQuotation } from './explain-page.ts'
import { explainPassage, explainSource } from './explain-source.ts'
import type { Options, CommandResult } from './options.ts'
import { analyseDossier } from './options.ts'

/** Prints every step that led to a source, passage, entity, quotation, dated statement or figure, with its rule. */
export async function explain({ root }: Options, idOrAddress: string): Promise<CommandResult> {
  const built = await analyseDossier(root)
  const id = idIn(idOrAddress)
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
  const reason = `Unexpected id "${id}", expected one of a page or passage of this dossier`
  return { code: 1, text: `${reason}\n`, json: { ok: false, id, reason } }
}

/** The id in an address: after `#`, or after the last hyphen of the last folder. */
function idIn(idOrAddress: string): string {
  const [path = '', fragment] = idOrAddress.split('#')
  if (fragment) return fragment
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return /^p-[0-9a-z]{6}$/.test(last) ? last : last.slice(last.lastIndexOf('-') + 1)
}
