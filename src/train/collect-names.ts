import { gatherNames } from '../lang/tagger/found-names.ts'
import { unitOf } from '../lang/tagger/labels.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import { FEATURE_MASK } from '../lang/tagger/model.ts'
import { emitName } from '../lang/tagger/name-features.ts'
import type { Read, Sequence } from './collect-sequences.ts'
import type { Corpus } from './corpora.ts'

/**
 * Takes the features of every name that a tagger finds in a document, each as a sequence of one token; what overlaps a
 * name of the corpus without being one teaches nothing.
 */
export function collectNames(document: Corpus[number], read: Read, { listsOf }: Lexicon): Sequence[] {
  const known = gatherNames(read(document.map(({ tokens }) => tokens)))
  return known.all.flatMap((name) => {
    const { names } = document[name.sentence]!
    const right = names.find(({ first, last }) => first === name.first && last === name.last)
    if (!right && names.some(({ first, last }) => first <= name.last && name.first <= last)) return []
    const features: number[] = []
    emitName(name, known, listsOf, (feature) => void features.push(feature & FEATURE_MASK))
    return [
      {
        features: Uint32Array.from(features),
        starts: Uint32Array.of(0, features.length),
        labels: Uint8Array.of(right ? unitOf(right.type) : 0),
      },
    ]
  })
}
