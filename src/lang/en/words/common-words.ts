import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { stemWord } from './stem.ts'
import { keyPhrase } from '../../words.ts'

const common: string[][] = parse(readFileSync(new URL('./common-words.yml', import.meta.url), 'utf8'))

/** Stems of the words of `common-words.yml`, which show nothing by standing in two texts. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(common.flat().map((word) => stemWord(keyPhrase(word))))
