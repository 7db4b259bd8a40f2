import { readData } from '../../text/read-data.ts'

const patterns: Readonly<Record<string, string>> = readData('./labels.yml', import.meta.url)

/** A pattern of `labels.yml`: words that pages and programs write around articles, in many languages. */
export function readLabel(name: string, flags = ''): RegExp {
  const pattern = patterns[name]
  if (pattern === undefined) throw new Error(`No label “${name}” in labels.yml`)
  return new RegExp(pattern, flags)
}
