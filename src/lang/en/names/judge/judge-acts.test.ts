import { expect, test } from 'vitest'
import type { EntityKind } from '../../../../model/kind.ts'
import { markName } from '../../../names/mark-name.fixture.ts'
import { judgeActs } from './judge-acts.ts'

/** The result of `judgeActs` for the name in brackets, which the tagger gave the kind `kind`. */
function judge(kind: EntityKind, marked: string): string {
  return judgeActs({ ...markName(marked), kind })?.kind ?? 'nothing'
}

const rows: [EntityKind, string, string][] = [
  // one word that is many
  ['person', '[Oberau] have not won since May.', 'organisation'],
  ['person', 'He said [Oberau] were lucky.', 'organisation'],
  ['person', 'Ada, Ben and [Okafor] have not spoken.', 'nothing'],
  ['person', 'Houses in [Oberau] have no water.', 'nothing'],
  ['person', 'The [Okafors] have not spoken.', 'nothing'],
  ['person', '[Rovers] meet them on Sunday.', 'organisation'],
  // its
  ['person', '[Valtec] named its heirs.', 'organisation'],
  ['person', '[Valtec] has cut its prices.', 'organisation'],
  ['place', '[Valtec] named its streets.', 'nothing'],
  ['person', '[Okafor] hit its roof with a stick.', 'organisation'],
  ['person', '[Okafor] said it was cold.', 'nothing'],
  ['person', 'It chose [Okafor] as its head.', 'nothing'],
  ['person', '[Okafor] was its head.', 'nothing'],
  ['place', '[Valtec] said it would wait.', 'organisation'],
  ['person', 'They bought from [Valtec], which is old.', 'organisation'],
  ['person', 'A hit by [Kuno Deng], which he caught, won it.', 'nothing'],
  // what a firm has
  ['person', '[Valtec] has 11 plants in Peru.', 'organisation'],
  ['person', '[Okafor] has 11 children.', 'nothing'],
  ['person', '[Valtec] has lost two ships in four years.', 'organisation'],
  ['person', '[Okafor] has lost two sons in four years.', 'nothing'],
  ['person', '[Okafor] has lost ships in four years.', 'nothing'],
  ['person', '[Okafor] has seen two ships.', 'nothing'],
  ['person', '[Valtec] employs many.', 'organisation'],
  ['person', 'It is [Valtec]’s largest shareholder.', 'organisation'],
  ['person', 'It is [Okafor]’s largest picture.', 'nothing'],
  ['person', 'They met at [Valtec]’s plant.', 'organisation'],
  ['person', 'They met [Okafor]’s fleet.', 'nothing'],
  // things done to a firm
  ['person', 'It agreed to buy [Valtec].', 'organisation'],
  ['person', 'They had to buy [Okafor] for the cup.', 'nothing'],
  ['person', 'The firm beat its rival [Valtec].', 'organisation'],
  ['person', 'He beat his rival [Okafor].', 'nothing'],
  ['person', 'The pump was made by [Valtec] of Peru.', 'organisation'],
  ['person', 'The song was made by [Kuno Deng], a singer.', 'nothing'],
  ['person', 'The poem was written by [Okafor].', 'nothing'],
  ['person', 'His employer, [Valtec], said nothing.', 'organisation'],
  ['person', 'His brother, [Okafor], said nothing.', 'nothing'],
  ['person', 'She works for the exporter [Salt Vanille].', 'organisation'],
  ['person', 'She works for the exporter [Anna Vanille].', 'nothing'],
  // lists
  ['person', 'Buyers such as [Valtec] will look elsewhere.', 'organisation'],
  ['person', 'Buyers such as Oberau and [Valtec] will look elsewhere.', 'organisation'],
  ['person', 'Singers such as Oberau and [Okafor] will look elsewhere.', 'nothing'],
  ['person', 'He used two firms, Salt Consulting and [Valtec].', 'organisation'],
  ['person', 'It was hard for firms, [Okafor] said.', 'nothing'],
  ['organisation', 'It is sold in towns like [Oberau].', 'place'],
  // persons
  ['place', '[Lorna] wept.', 'person'],
  ['place', '[Lorna] herself was away.', 'person'],
  ['place', 'A diplomat in the [Gulf] smiled.', 'nothing'],
  ['place', 'People in [Oberau] wept.', 'nothing'],
  ['organisation', '[Anna Okafor] left.', 'person'],
  ['organisation', '[Anna Airport] was shut.', 'nothing'],
  // places
  ['person', 'It rained in northern [Oberau].', 'place'],
  ['person', 'It was northern [Okafor]’s turn.', 'nothing'],
  ['person', 'They live along the [Oberau].', 'place'],
  ['person', 'They ran along with [Okafor].', 'nothing'],
]

test.each(rows)('a %s in “%s”: %s', (kind, marked, expected) => expect(judge(kind, marked)).toBe(expected))
