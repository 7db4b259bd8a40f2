import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from 'yaml'
import { parseDocument } from 'yaml'
import type { WrittenFile } from '../model/published-file.ts'
import type { Seed, Sidecar } from '../model/source.ts'
import { readDossier } from '../pipeline/1-read/read-dossier.ts'
import { writeFiles } from '../publish/write-files.ts'
import { addItem } from '../review/add-to-yaml.ts'
import { selectQuote } from '../text/locate-quote.ts'
import type { CommandResult, Options } from './options.ts'

const OLD_NAME = 'seeds/register/settlements.yml'
const NEW_NAME = 'seeds/register/adjudications.yml'

/** Rewrites what people wrote in older forms into today's; comments and order of the files stay. */
export async function migrate({ root }: Options): Promise<CommandResult> {
  const { value } = await readDossier(root)
  const open = openDocuments(root)
  const moved = value.seeds.flatMap((seed) => moveLines(seed, open.document))
  const merged = mergeSettlements(root)
  writeFiles(root, [...open.changed(), ...merged])
  if (merged.length > 0) rmSync(join(root, OLD_NAME))
  const lines = [...moved, ...(merged.length > 0 ? [`${OLD_NAME} is now ${NEW_NAME}.`] : [])]
  const text = lines.length > 0 ? `${lines.join('\n')}\n` : 'Nothing is written in an older form.\n'
  return { code: 0, text, json: { ok: true, root, lines } }
}

/** Appends; the existing bytes stay. */
function mergeSettlements(root: string): WrittenFile[] {
  if (!existsSync(join(root, OLD_NAME))) return []
  const old = readFileSync(join(root, OLD_NAME), 'utf8')
  const before = existsSync(join(root, NEW_NAME)) ? readFileSync(join(root, NEW_NAME), 'utf8').trimEnd() : ''
  return [{ path: NEW_NAME, text: before ? `${before}\n${old}` : old }]
}

/** YAML files that are changed in place; one sidecar can speak of several articles. */
function openDocuments(root: string) {
  const held = new Map<string, { readonly before: string; readonly document: Document }>()
  return {
    document(path: string): Document | undefined {
      if (!held.has(path) && existsSync(join(root, path))) {
        const before = readFileSync(join(root, path), 'utf8')
        held.set(path, { before, document: parseDocument(before) })
      }
      return held.get(path)?.document
    },
    changed: (): WrittenFile[] =>
      [...held]
        .map(([path, { before, document }]) => ({ path, before, text: document.toString({ lineWidth: 0 }) }))
        .filter(({ before, text }) => text !== before)
        .map(({ path, text }) => ({ path, text })),
  }
}

/** `keep` and `drop` of a sidecar become corrections of lines; one whose words are not in the file stays and is reported. */
function moveLines(seed: Seed, open: (path: string) => Document | undefined): string[] {
  const { sidecar, container } = seed
  const path = (container?.file ?? seed.file).replace(/\.\w+$/, '.yml')
  const at = container ? ['articles', container.locator] : []
  return (['keep', 'drop'] as const).flatMap((field) => {
    const document = sidecar[field] ? open(path) : undefined
    if (!document?.hasIn([...at, field])) return []
    const items = sidecar[field]!.map((lines) => toCorrection(seed, field, lines))
    if (items.some((item) => item === undefined))
      return [`${path}: ${field} stays, its words are not at their lines. See dossier check.`]
    for (const item of items) addItem(document, [...at, 'corrections'], item!)
    document.deleteIn([...at, field])
    return [`${path}: ${field} is now corrections of kind line (${items.length}). Write the reason of each.`]
  })
}

/** Words enough to be found again when some of them change. */
const MOST_WORDS = 12

function toCorrection(
  { text }: Seed,
  field: 'keep' | 'drop',
  { from, to, text: guard }: NonNullable<Sidecar['keep']>[number],
): object | undefined {
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ ordinal: index + 1, text: line }))
  const [first, last] = [lines[from - 1], lines[(to ?? from) - 1]]
  if (!first?.text.replace(/\s+/g, ' ').trim().startsWith(guard.replace(/\s+/g, ' ').trim()) || !last?.text.trim())
    return undefined
  return {
    kind: 'line',
    at: selectQuote(lines, firstWords(first)),
    ...(last !== first && { through: selectQuote(lines, firstWords(last)).exact }),
    is: field === 'keep' ? 'text' : 'left-out',
    reason: 'No reason was written down.',
  }
}

function firstWords({ ordinal, text }: { ordinal: number; text: string }) {
  const [space = '', words = ''] =
    new RegExp(`^(\\s*)(\\S+(?:\\s+\\S+){0,${MOST_WORDS - 1}})`).exec(text)?.slice(1) ?? []
  return { passage: ordinal, start: space.length, end: space.length + words.length }
}
