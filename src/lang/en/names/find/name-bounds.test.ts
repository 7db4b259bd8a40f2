import { expect, test } from 'vitest'
import type { EntityKind } from '../../../../model/kind.ts'
import { type Candidate, RANK } from '../../../names/candidate.ts'
import { markName } from '../../../names/mark-name.fixture.ts'
import { withEnding } from './name-bounds.ts'

/** The words of the name in brackets with its ending. */
function endOf(kind: EntityKind, marked: string): string {
  const place = markName(marked)
  const name: Candidate = { ...place, kind, form: 'name', certainty: 'stated', rule: 'name/tagger', rank: RANK.tagger }
  const { from, to } = withEnding(name)
  const { passage, tokens } = place.line
  return passage.text.slice(tokens[from]!.start, tokens[to - 1]!.end)
}

const rows: [EntityKind, string, string][] = [
  // suffixes
  ['person', 'He asked [Ada Vale] KC, defending.', 'Ada Vale KC'],
  ['person', 'He asked [Ada Vale], KC.', 'Ada Vale'],
  ['place', 'He flew to [Vale] KC.', 'Vale'],
  // saints
  ['place', "She sang at [St Vale]'s on Sunday.", "St Vale's"],
  ['place', "[St Vale]'s, the white church, burned.", "St Vale's"],
  ['person', 'He prayed at [St Vale]’s.', 'St Vale’s'],
  ['place', "She sang in [St Vale]'s choir.", 'St Vale'],
  ['place', "She sang at [Vale]'s on Sunday.", 'Vale'],
  // firms
  ['organisation', "[Vale]'s has cut its rating.", "Vale's"],
  ['organisation', "[Vale]'s rating was cut.", 'Vale'],
  ['person', "[Vale]'s has more rooms than mine.", 'Vale'],
]

test.each(rows)('%s in "%s" ends: "%s"', (kind, marked, expected) => {
  expect(endOf(kind, marked)).toBe(expected)
})
