import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contradiction } from '../model/comparison.ts'
import type { Dossier } from '../model/dossier.ts'
import type { SpanInFile } from '../model/passage.ts'
import type { Addresses } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { compare, nearestName } from '../text/compare.ts'
import { positionAt } from '../text/lines.ts'
import { seedRange } from '../text/ranges.ts'

const FOLDER = 'seeds/pages'

/** Finds each `<Cite to="…">` of a hand-written page that leads to nothing, without rendering the page. */
export function checkHandWritten(root: string, addresses: Addresses): Problem[] {
  const folder = join(root, FOLDER)
  if (!existsSync(folder)) return []
  const pages = readdirSync(folder).filter((name) => name.endsWith('.mdx'))
  const known = new Set(idsOf(addresses))
  return pages
    .sort(compare)
    .flatMap((name) => checkPage(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), known))
}

function idsOf({ sources, passages, entities, quotations, datedEvents }: Addresses): string[] {
  const pages = [sources, entities, quotations, datedEvents].flatMap((held) => [...held.values()].map(({ id }) => id))
  return [...passages.values(), ...pages]
}

/** Problems of one page, each with its line and the id that is nearest in spelling. */
export function checkPage(file: string, text: string, known: ReadonlySet<string>): Problem[] {
  return Array.from(text.matchAll(/<Cite\s+to=["']([^"'<>]*)["']/g)).flatMap(({ 1: id, index }) => {
    if (known.has(id!)) return []
    const near = nearestName(id!, [...known])
    return [
      {
        file,
        ...positionAt(text, index),
        severity: 'error' as const,
        rule: 'check/dead-citation',
        reason: `Unexpected id “${id}”, expected that of a passage, source, entity, quotation or dated event`,
        ...(near && { hint: `<Cite to="${near}">` }),
      },
    ]
  })
}

/**
 * Reports the contradictions of a dossier as problems: each at its first passage, with the words of all its passages in
 * the reason and the YAML that acknowledges it in the hint. Those that an editor has acknowledged are left out.
 */
export function checkContradictions(dossier: Dossier): Problem[] {
  return dossier.contradictions.filter(({ answer }) => !answer?.isCurrent).map((one) => problemOf(dossier, one))
}

function problemOf(
  dossier: Dossier,
  { rule, severity, reason, passages, written, key, hash, answer }: Contradiction,
): Problem {
  const places = passages.map((at) => locate(dossier, at))
  const [first] = places
  const where = written ?? (first ? { file: first.file, line: first.line, column: first.column } : { file: 'seeds' })
  const quoted = places.map(({ file, line, words }) => `\n  ${file}:${line}  “${words}”`).join('')
  const outdated = answer ? ' It was answered before its passages changed.' : ''
  return {
    ...where,
    severity,
    rule,
    reason: `${reason}${outdated}${quoted}`,
    hint: `To let it stand, write into seeds/register/answers.yml:\n- key: ${JSON.stringify(key)}\n  reason: "…"\n  passages: "${hash}"`,
  }
}

function locate({ sources }: Dossier, { file, passage: ordinal, start, end }: SpanInFile) {
  const source = sources.find((one) => one.file === file)!
  const passage = source.passages.find((one) => one.ordinal === ordinal)!
  const { line, column } = positionAt(source.text, seedRange(passage, { start, end }).start)
  return { file, line, column, words: passage.text.slice(start, end) }
}
