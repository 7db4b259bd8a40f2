import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Comparison } from '../../comparison.ts'
import { splitWords } from '../../words.ts'
import { agesWithoutNames } from '../amounts/read-counted.ts'
import { findDead, readLife } from './events/deaths.ts'
import {
  findDenial,
  findRefusal,
  isClaimOf,
  isPresenceOf,
  lemmatise,
  reactsTo,
  readAbsence,
} from './events/find-claims.ts'
import { MODES, readActs } from './events/modes.ts'
import { readCorrection, readDenials } from './events/read-denials.ts'
import { readStatement } from './events/read-parts.ts'
import { findInhabited, isOfInhabitants, settlementOf } from './figures/find-inhabited.ts'
import { headOf, leastOf, nameCounted, nameQuantity, qualifiersOf } from './figures/name-quantity.ts'
import { readLasting } from './figures/read-durations.ts'
import { findPeriod, findPlaceOfFigure, readSum } from './figures/read-frame.ts'
import { readScope } from './figures/read-scope.ts'
import { findLabels, isSaidOf, LABEL_SETS } from './find-labels.ts'
import { LOCAL_TIME, ON_UTC, ROUGH_HOUR, SAID_ON, STANDING, ZONED_HOUR } from './patterns.ts'
import { readCaveat } from './read-caveat.ts'

const outletWords: string[] = parse(readFileSync(new URL('./outlet-words.yml', import.meta.url), 'utf8'))
const SPOKE = new Set(MODES.spoke)
/** Words behind a date in which a verb of saying makes it the day of the saying. */
const BEHIND = 4

/** What English says of one matter in several ways. */
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
    readLasting,
    agesWithoutNames,
    readSum,
  },
  labels: { sets: LABEL_SETS, find: findLabels, isSaidOf },
}
