import { bibtex, ris } from './references.ts'
import { csv } from './csv.ts'
import { database } from './database.ts'
import { docx } from './docx.ts'
import { epub } from './epub.ts'
import { feed } from './feed.ts'
import type { Format, Opening } from './format.ts'
import { html, mhtml } from './html.ts'
import { json } from './json.ts'
import { mail, mbox } from './mail.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { markdown, text } from './text.ts'
import { wacz, warc } from './warc.ts'

/** Every format, in the order in which they are tried; plain text takes what no other format recognises. */
const FORMATS: readonly Format[] = [
  warc,
  wacz,
  pdf,
  odt,
  epub,
  docx,
  mbox,
  mhtml,
  mail,
  database,
  feed,
  html,
  ris,
  bibtex,
  json,
  csv,
  markdown,
  text,
]

/** The format of a file, recognised by its bytes. */
export function recogniseFormat(opening: Opening): Format | undefined {
  return FORMATS.find((format) => format.recognises(opening))
}

/** A format by its name. */
export function formatOf(name: string): Format {
  const format = FORMATS.find((one) => one.name === name)
  if (!format) throw new Error(`Unexpected format ${name}, expected one that is registered`)
  return format
}

/** The usual ending of each format's files, for hints. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(FORMATS.flatMap(({ extensions }) => extensions))
