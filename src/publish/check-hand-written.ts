import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Addresses } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { compare, nearestName } from '../text/compare.ts'
import { positionAt } from '../text/lines.ts'

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
