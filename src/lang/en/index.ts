import { readData } from '../../text/read-data.ts'
import type { Source } from '../../model/source.ts'
import { readBoilerplate } from '../boilerplate/read-boilerplate.ts'
import type { LanguagePack } from '../pack.ts'
import { findAmounts } from './amounts/find-amounts.ts'
import { comparison } from './comparison/index.ts'
import { readDateOrder, readSpeechAct, readTense, recallsWords } from './dates/direction.ts'
import { findDates } from './dates/find-dates.ts'
import { findInaugurations } from './dates/recognise/holiday.ts'
import { findNames } from './names/find-names.ts'
import { isKnownWord } from './names/tagger/tag-names.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import { certaintyOf } from './quotations/vocabulary.ts'
import type { Paragraph } from './quotations/read-paragraph.ts'
import { readParagraph } from './quotations/read-paragraph.ts'
import { findRoles, identity } from './roles/persons.ts'
import { CLAUSE_OPENERS, COMMON_STEMS, REPORTING_STEMS, stemWord } from './words/verb-forms.ts'

/** Boilerplate of English texts. */
export const boilerplate = readBoilerplate(new URL('./boilerplate/', import.meta.url), isKnownWord)

const words: { frequent: string[] } = readData('./frequent-words.yml', import.meta.url)

/** Quotations and amounts read the same sentences; a source is read once. */
const paragraphs = new WeakMap<Source, Paragraph[]>()

function paragraphsOf(source: Source): Paragraph[] {
  const read = paragraphs.get(source) ?? source.passages.map(readParagraph)
  paragraphs.set(source, read)
  return read
}

/** English. */
export const pack: LanguagePack = {
  language: 'en',
  stopWords: new Set(words.frequent),
  boilerplate,
  findNames,
  findDates,
  readTense,
  readDateOrder,
  readSpeechAct,
  recallsWords,
  findKnownDays: findInaugurations,
  findQuotations: (source, mentions) => findQuotations(source, mentions, paragraphsOf(source)),
  speakerCertainty: certaintyOf,
  findAmounts: (source, dates) => findAmounts(source, dates, paragraphsOf(source)),
  findRoles,
  identity,
  comparison,
  words: { stemWord, common: COMMON_STEMS, openers: CLAUSE_OPENERS, reporting: REPORTING_STEMS },
}
