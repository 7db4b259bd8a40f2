import { byPlace, type Candidate, toMention } from '../../lang/names/candidate.ts'
import { chooseNames } from '../../lang/names/choose-names.ts'
import { readLine } from '../../lang/names/line.ts'
import { indexNames, matchNames } from '../../lang/names/name-index.ts'
import { namesOfRegister } from '../../lang/names/register-names.ts'
import type { Mention } from '../../model/mention.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'

/**
 * Finds the names of the register as they are written there. The authority file is no guess, so this holds in any
 * language; a pack finds more: other names, and inflected forms of these.
 *
 * @returns mentions by passage and start, the longer first
 */
export function findRegisterNames(source: Source, register: Register): Mention[] {
  const index = indexNames(namesOfRegister(register))
  return source.passages
    .map((passage) => readLine(passage, source.language))
    .flatMap((line) =>
      chooseNames(matchNames(line, index).map(({ from, to, value }): Candidate => ({ line, from, to, ...value }))),
    )
    .map(toMention)
    .sort(byPlace)
}
