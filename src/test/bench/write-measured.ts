import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../../site/text/measured.json', import.meta.url)

/** A bench's result for one sort of mark, on texts that no rule was written for unless `texts` says otherwise. */
export interface Measured {
  /** Names the sentence that the method page says it in. */
  readonly part: 'dates' | 'days' | 'denials' | 'differences' | 'events' | 'figures' | 'names' | 'origins' | 'speakers'
  /** The corpus. */
  readonly texts: string
  readonly command: string
  /** In percent: precision and recall. */
  readonly precision: number
  readonly recall: number
  /** How many there are in the corpus. */
  readonly cases: number
}

/**
 * Puts what was measured into the file that the method page of every dossier shows, when `--write` asks for it.
 *
 * @param right how many of the found are right
 * @param hits how many of the cases are found, where several marks can be of one case
 */
export function writeMeasured(
  measured: Omit<Measured, 'precision' | 'recall'>,
  right: number,
  found: number,
  hits = right,
): void {
  if (!process.argv.includes('--write')) return
  const rows: Measured[] = JSON.parse(readFileSync(FILE, 'utf8'))
  const percent = (whole: number) => Math.round((1000 * right) / whole) / 10
  const row = { ...measured, precision: percent(found), recall: Math.round((1000 * hits) / measured.cases) / 10 }
  const others = rows.filter(({ part }) => part !== measured.part)
  const sorted = [...others, row].sort((a, b) => (a.part < b.part ? -1 : 1))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}
