import type { Passage } from '../model/passage.ts'
import { isBody } from '../model/passage.ts'
import { passageKey } from '../model/permalink.ts'
import type { Source } from '../model/source.ts'
import { METADATA_FIELDS } from '../model/source.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { foldName } from '../text/characters.ts'
import { nearestName } from '../text/compare.ts'
import { positionAt } from '../text/lines.ts'
import { explainDatedEvent, explainEdit, explainEntity, explainFigure, explainQuotation } from './explain-page.ts'
import type { CommandResult, Options } from './options.ts'
import { analyseDossier } from './options.ts'

/**
 * Prints every step that led to a source, passage, entity, quotation, dated event or figure, with its rule.
 *
 * @param wanted an id, an address, or a name; if several entities have the name, each is explained
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

/** Ids of the entities with a name, in the register or in a source. */
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

/** How a source was read and cleaned: each metadata field with its evidence, each block set aside with its rule. */
export function explainSource({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const source = dossier.sources.find(({ file }) => addresses.sources.get(file)?.id === id)
  if (!source) return undefined
  const { file, sha256, encoding, passages, metadata, languageFact, setAside, edits = [] } = source
  return [
    `Source ${id}: ${addresses.sources.get(file)!.address}`,
    `  read from ${file} (${encoding}, sha256 ${sha256})`,
    ...METADATA_FIELDS.flatMap((field) => {
      const fact = metadata[field]
      return fact
        ? [
            `  ${field}: ${[fact.value].flat().join('; ')}  [${fact.certainty}, ${fact.rule}]${fact.reason ? ` ${fact.reason}` : ''}`,
          ]
        : [`  ${field}: not stated`]
    }),
    ...(languageFact
      ? [
          `  language: ${languageFact.value}  [${languageFact.certainty}, ${languageFact.rule}] ${languageFact.reason ?? ''}`,
        ]
      : []),
    `  ${passages.filter(isBody).length} passages`,
    ...setAside.map(
      ({ start, end, kind, rule }) =>
        `  left out, line ${positionAt(source.text, start).line}: ${kind} [${rule}] ${shorten(source.text.slice(start, end))}`,
    ),
    ...edits.map(explainEdit),
  ]
}

/** The findings in a passage, in reading order, each with its rule. */
export function explainPassage({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  for (const source of dossier.sources) {
    const passage = source.passages.find(
      ({ ordinal }) => addresses.passages.get(passageKey(source.file, ordinal)) === id,
    )
    if (passage) return linesOf(source, passage, { dossier, addresses }, id)
  }
  return undefined
}

function linesOf(
  source: Source,
  passage: Passage,
  { dossier, addresses }: Pick<BuiltDossier, 'dossier' | 'addresses'>,
  id: string,
): string[] {
  const { file } = source
  const words = ({ start, end }: { start: number; end: number }) => `“${passage.text.slice(start, end)}”`
  const isHere = ({ span }: { span: { passage: number } }) => span.passage === passage.ordinal
  const found = dossier.findings.find((one) => one.file === file)!
  const nameOf = (key: string) => dossier.entities.find((entity) => entity.key === key)!.name
  return [
    `Passage ${id}: ${addresses.sources.get(file)!.address}#${id}`,
    `  ¶ ${passage.ordinal} of ${file}, from line ${positionAt(source.text, passage.segments[0]!.start).line}: ${passage.text}`,
    ...dossier.mentions
      .filter((one) => one.file === file && isHere(one))
      .map(
        ({ span, rule, entity, step }) =>
          `  name ${words(span)} [${rule}] is ${nameOf(entity)} [${step.rule}] ${step.reason}`,
      ),
    ...found.dates
      .filter(isHere)
      .map(
        ({ span, rule, edtf, certainty, reason }) =>
          `  date ${words(span)} = ${edtf ?? 'open'} [${certainty}, ${rule}] ${reason}`,
      ),
    ...found.amounts
      .filter(isHere)
      .map(
        ({ span, rule, low, high, unit, counted }) =>
          `  figure ${words(span)} = ${low ?? '…'} to ${high ?? '…'} ${unit} ${counted ?? ''} [${rule}]`,
      ),
    ...found.quotations.flatMap(({ spans, mode, rule, speaker }) =>
      spans
        .filter((span) => span.passage === passage.ordinal)
        .map(
          (span) =>
            `  ${mode} speech ${words(span)} [${rule}] by ${speaker ? `“${speaker.words}” [${speaker.certainty}, ${speaker.rule}]` : 'no one named'}`,
        ),
    ),
    ...(found.edits ?? []).filter(isHere).map(explainEdit),
    ...(dossier.edits ?? [])
      .filter(({ places }) => places.some((place) => place.file === file && place.passage === passage.ordinal))
      .map(explainEdit),
  ]
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
