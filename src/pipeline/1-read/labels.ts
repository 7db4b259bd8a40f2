import { readData } from '../../text/read-data.ts'

const languages: Readonly<Record<string, string>> = readData('./languages.yml', import.meta.url)
const patterns: Readonly<Record<string, string>> = readData('./labels.yml', import.meta.url)

/** A pattern of `labels.yml`: words that pages and programs write around articles, in many languages. */
export function readLabel(name: string, flags = ''): RegExp {
  const pattern = patterns[name]
  if (pattern === undefined) throw new Error(`No label “${name}” in labels.yml`)
  return new RegExp(pattern, flags)
}

/** The BCP 47 tag for a file's name of its language: `ENGLISH`, `en_GB`, `Français`. */
export function languageTag(name: string): string | undefined {
  const first = name.split(/[;,/(]/, 1)[0]!.trim()
  const named = languages[first.toLowerCase()]
  if (named) return named
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(first)
  return tag ? tag[1]!.toLowerCase() + (tag[2] ? `-${tag[2].toUpperCase()}` : '') : undefined
}
