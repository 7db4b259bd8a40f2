/** Names of rules in any result of the pipeline: a source, findings, a whole dossier. */
export function rulesIn(value: unknown, rules = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return rules
  for (const [field, part] of Object.entries(value)) {
    if (typeof part === 'string' && /^(?:r|.+R)ule$/.test(field)) rules.add(part)
    else rulesIn(part, rules)
  }
  return rules
}
