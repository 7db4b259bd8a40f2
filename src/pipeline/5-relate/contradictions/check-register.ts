import type { Entity } from '../../../model/entity.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Quotation } from '../../../model/quotation.ts'
import type { Register } from '../../../model/register.ts'
import type { Source } from '../../../model/source.ts'
import type { Finding } from './raise-contradiction.ts'

/**
 * Finds entries of the register that no source mentions: in its passages, in what was set aside (a caption, say),
 * or in its metadata, and that speak nowhere by an editor's word.
 */
export function checkUnmentioned(
  register: Register,
  entities: readonly Entity[],
  sources: readonly Source[],
): Finding[] {
  const known = new Set(entities.filter(({ isRegistered }) => isRegistered).map(({ kind, name }) => `${kind}:${name}`))
  const printed = readPrinted(sources)
  return register
    .filter((entry) => !known.has(`${entry.kind}:${entry.name}`) && !isPrinted(entry, printed))
    .map(({ kind, name, file, line }) => ({
      rule: 'contradiction/register-unmentioned',
      severity: 'warning',
      reason: `The register has an entry “${name}” (${kind}) that no source mentions.`,
      passages: [],
      entities: [],
      about: `${kind}:${name}`,
      written: { file, line },
    }))
}

/** The text of each source, with what an editor says of it, in lower case. */
function readPrinted(sources: readonly Source[]): string[] {
  return sources.map(({ text, metadata }) => {
    const credits = [
      metadata.publisher?.value,
      metadata.dateline?.value,
      ...(metadata.credits?.value ?? []),
      ...(metadata.authors?.value ?? []),
    ]
    return [text, ...credits].join('\n').toLowerCase()
  })
}

function isPrinted({ name, aliases, labels }: Register[number], printed: readonly string[]): boolean {
  const names = [name, ...aliases, ...labels].map((one) => one.toLowerCase())
  return printed.some((text) => names.some((one) => text.includes(one)))
}

/** Finds quotations whose words do not stand in the passage that they are cited from. */
export function checkQuotations(quotations: readonly Quotation[], textOf: (span: SpanInFile) => string): Finding[] {
  return quotations.flatMap(({ occurrences, speaker }) =>
    occurrences.flatMap(({ at, words }): Finding[] => {
      const printed = at.map((span) => textOf(span).slice(span.start, span.end)).join(' ')
      if (printed === words && words !== '') return []
      return [
        {
          rule: 'contradiction/quotation-not-in-passage',
          severity: 'error',
          reason: `The words “${words}” are not those of the passage: “${printed}”.`,
          passages: at,
          entities: speaker === undefined ? [] : [speaker],
          about: words,
        },
      ]
    }),
  )
}
