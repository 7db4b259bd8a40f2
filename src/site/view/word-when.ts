import { wordInterval } from '../../figures/word-date.ts'
import type { HappeningPage } from './dossier.ts'

/** When something was, in words; the source's own words in quotation marks when they do not fix a day or year. */
export function wordWhen({ lo, hi, isPlaced, tellings }: HappeningPage): string {
  const words = tellings[0]?.words
  return isPlaced || !words ? wordInterval({ lo, hi }) : `“${words}”`
}
