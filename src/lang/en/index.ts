import type { LanguagePack } from '../pack.ts'

/** English. */
export const pack: LanguagePack = {
  language: 'en',
  stopWords: new Set(['the', 'of', 'and', 'to', 'that', 'was', 'for', 'with', 'his', 'were', 'which', 'from', 'have']),
}
