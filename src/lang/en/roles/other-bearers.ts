import { isPersonNoun } from './person-nouns.ts'

/* Words that say that a bare name is not whom the source has named so before: somebody or something else is called so. */

/** Behind the name: no noun that the name could belong to ("the Vale campaign"). */
const STANDS_ALONE =
  /^(?:[.,;:!?()–—”"]|$| (?:[–—]|(?:and|are|at|but|by|did|for|from|had|has|have|in|is|near|of|on|or|that|to|was|were|when|where|which|will|with|would)\b))/u
const ARTICLE = /(?:^|[^\p{L}])the $/iu
const ANOTHER =
  /(?:^|[^\p{L}])(?:another|a certain|a different|a second|a third|some other) (?:(?:Mr|Mrs|Ms|Dr)\.? )?$/iu
/** "No relation" behind the name. */
const UNRELATED = /^,? \(?(?:who is )?(?:no relation|not related|unrelated)\b/u
const CALLED = '(?:baptised|baptized|called|christened|dubbed|named|nicknamed|renamed)'
/** "A man called Vale"; with more behind the name "called" is the verb: "a lawyer called Vale to the stand". */
const SO_CALLED = new RegExp(`(?:^|[^\\p{L}])(?:an?|another|two|three) (?:[\\p{L}’'-]+ ){1,4}${CALLED} $`, 'iu')
const VERB_GOES_ON = /^ (?:an?|as|her|his|its|the|their|to)\b/u
/** "The foal was called Vale", not "she was named Vale". */
const WAS_CALLED = new RegExp(`(?<!(?:^|[^\\p{L}])(?:he|she|they|who|I|you)) (?:is|was|were|been) ${CALLED} $`, 'iu')
/** "Called the first foal Vale", not "named the judge Vale to the board". */
const CALLED_IT = new RegExp(
  `(?:^|[^\\p{L}])${CALLED} (?:an?|her|his|its|one|our|the|their) (?:[\\p{L}’'-]+ ){0,3}([\\p{L}’'-]+) $`,
  'iu',
)

/** "Named it Vale": what is called so is a thing. */
const NAMED_IT = new RegExp(`(?:^|[^\\p{L}])${CALLED} it $`, 'iu')
/** "Two sons, Ada and Vale": children are told by their own first names. */
const CHILDREN = /(?:^|[^\p{L}])(?:children|daughters|sons|twins), (?:\p{Lu}[\p{L}’'-]+(?:, | and )){0,5}$/u

/** Whether the words around a name show that it is not the one of that name whom the source has named before. */
export function isOfAnother(before: string, behind: string): boolean {
  if (UNRELATED.test(behind)) return true
  if (STANDS_ALONE.test(behind) && (ARTICLE.test(before) || ANOTHER.test(before))) return true
  if (!VERB_GOES_ON.test(behind) && (SO_CALLED.test(before) || WAS_CALLED.test(before))) return true
  if (NAMED_IT.test(before) || CHILDREN.test(before)) return true
  const noun = CALLED_IT.exec(before)?.[1]?.toLowerCase()
  return noun !== undefined && !isPersonNoun(noun)
}
