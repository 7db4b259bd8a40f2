import type { ListName } from '../lang/tagger/gazetteer.ts'
import type { NameType } from '../lang/tagger/labels.ts'
import { tokenise } from '../text/tokens.ts'
import type { Phrase } from './collect-phrases.ts'
import type { Random } from './random.ts'
import type { MakeName } from './swap-names.ts'

const LISTS_OF: Partial<Record<NameType, readonly ListName[]>> = {
  ORG: ['known-organisation'],
  MISC: ['known-event', 'demonym'],
  LOC: ['country', 'region', 'city'],
}

/** Makes names by drawing from the phrases of the lists; every other organisation is a made-up acronym. */
export function makeNameMaker(phrases: readonly Phrase[]): MakeName {
  const drawn = new Map(
    Object.entries(LISTS_OF).map(([type, lists]) => {
      return [type, phrases.filter(([list]) => lists.includes(list)).map(([, phrase]) => phrase)]
    }),
  )
  return (type, _size, random) => {
    const list = drawn.get(type)
    if (!list) return undefined
    if (type === 'ORG' && random() % 2 === 0) return [makeAcronym(random)]
    return tokenise(list[random() % list.length]!).map(({ text }) => text)
  }
}

function makeAcronym(random: Random): string {
  const letters = Array.from({ length: 2 + (random() % 3) }, () => String.fromCharCode(65 + (random() % 26)))
  return letters.join('')
}
