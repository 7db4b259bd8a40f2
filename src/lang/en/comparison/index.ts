import { readData } from '../../../text/read-data.ts'
import type { Comparison } from '../../comparison.ts'
import { splitWords } from '../../words.ts'
import { agesWithoutNames } from '../amounts/read-counted.ts'
import { findDead, MODES, readActs, readLife, readStems } from './events/words.ts'
import {
  findDenial,
  findRefusal,
  isClaimOf,
  isPresenceOf,
  lemmatise,
  reactsTo,
  readAbsence,
} from './events/find-claims.ts'
import { readCorrection, readDenials } from './events/read-denials.ts'
import { readStatement } from './events/read-parts.ts'
import {
  findInhabited,
  headOf,
  isArea,
  isOfInhabitants,
  leastOf,
  nameCounted,
  nameQuantity,
  qualifiersOf,
  settlementOf,
} from './figures/name-quantity.ts'
import { readLasting } from './figures/read-durations.ts'
import { findPeriod, findPlaceOfFigure, readSum } from './figures/read-frame.ts'
import { readScope, SAID_ON } from './figures/read-scope.ts'
import { findLabels, isSaidOf, LABEL_SETS } from './find-labels.ts'
import { readCaveat } from './read-caveat.ts'

/**
 * A sentence about a permanent state: "The island lies on a fault line". Its first verb is in the simple present;
 * continuous and perfect forms report news.
 */
const STANDING =
  /^(?:(?!\b(?:did|had|said|says|told|was|were|will|would|\p{L}{3,}ed)\b)[^“”"\d]){0,80}?\b(?:are|has|have|is|lie|lies|sits)\b(?: (?:based|known|located|situated)\b| (?!been\b|to\b|\p{L}+(?:ed|ing)\b))[^“”"\d]*$/iu
/** In words for a time of day that is not exact. */
const ROUGH_HOUR = /\b(?:about|around|approximately|roughly|shortly|just|nearly)\b/iu
/** "0737 GMT", but not "3 p.m. (1200 GMT)". */
const ZONED_HOUR = /^[^(]*\b(?:GMT|UTC)\b/u
/** Says that a time of day is that of the place. */
const LOCAL_TIME = /\blocal time\b/iu
/** Keys of places whose clocks show UTC for a part of the year at least. */
const ON_UTC =
  /:(?:britain|england|gambia|ghana|great britain|guinea|iceland|ireland|ivory coast|liberia|london|mali|mauritania|morocco|northern ireland|portugal|scotland|senegal|sierra leone|togo|uk|united kingdom|wales)$/u

const outletWords: string[] = readData('./outlet-words.yml', import.meta.url)
const SPOKE = new Set(MODES.spoke)
/** Words after a date in which a verb of speech makes it the day of the statement. */
const BEHIND = 4

/** The English readers for the comparison of sources. */
export const comparison: Comparison = {
  cues: MODES,
  readActs,
  outletWords: new Set(outletWords),
  isStanding: (sentence) => STANDING.test(sentence),
  readCaveat,
  statements: {
    read: readStatement,
    isOfSaying: (before, after) =>
      SAID_ON.test(before) ||
      splitWords(after)
        .slice(0, BEHIND)
        .some(({ key }) => SPOKE.has(key)),
  },
  denials: {
    readDenials,
    actsOf: (verb) => [...readStems(verb.split(' ')).keys()],
    readCorrection,
    readAbsence,
    lemmatise,
    isClaimOf,
    isPresenceOf,
    findDenial,
    findRefusal,
    reactsTo,
  },
  deaths: { findDead, readLife },
  clock: {
    hasZone: (words) => ZONED_HOUR.test(words),
    isLocal: (sentence) => LOCAL_TIME.test(sentence),
    isRough: (words) => ROUGH_HOUR.test(words),
    isOnUtc: (place) => ON_UTC.test(place),
  },
  figures: {
    nameQuantity,
    nameCounted,
    qualifiersOf,
    headOf,
    leastOf,
    readScope,
    findPlace: findPlaceOfFigure,
    findPeriod,
    isOfInhabitants,
    findInhabited,
    settlementOf,
    isArea,
    readLasting,
    agesWithoutNames,
    readSum,
  },
  labels: { sets: LABEL_SETS, find: findLabels, isSaidOf },
}
