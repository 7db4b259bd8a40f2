import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findLineRule } from '../../../lang/boilerplate/lines.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { FILES } from '../../../lang/boilerplate/schema.ts'
import { decideOpen, exclude, type Decision, type Draft } from '../trace/block.ts'

const findCode = findLineRule(FILES.lines.parse(parse(readFileSync(new URL('./lines.yml', import.meta.url), 'utf8'))))

/** Excludes lines without a letter or a digit and lines of program code. Needs no language. A letter that was not decoded is one. */
export function excludeSymbols(draft: Draft): Draft {
  return decideOpen(draft, ({ text }) => {
    if (!/[\p{L}\p{N}\uFFFD]/u.test(text)) return exclude('markup', 'clean/symbols')
    const code = findCode(text)
    return code && exclude(code.kind, code.rule)
  })
}

/** Excludes the lines that publishers put around a text: navigation, calls to share and subscribe, notices, labels. */
export function excludeLines(draft: Draft, pack: Boilerplate): Draft {
  return decideOpen(draft, ({ text }) => matchLine(text, pack))
}

/** The decision of the first line rule that fits a whole line, if one does. */
export function matchLine(text: string, pack: Boilerplate): Decision | undefined {
  const found = pack.findLineRule(text)
  return found && exclude(found.kind, found.rule)
}
