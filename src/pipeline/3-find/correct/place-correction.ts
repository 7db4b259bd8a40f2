import type { Correction, WrittenCorrection } from '../../../model/correction.ts'
import type { Passage, Span } from '../../../model/passage.ts'
import type { Problem } from '../../../model/problem.ts'
import { findExact, locateQuote } from '../../../text/locate-quote.ts'
import { tellChanged, tellGone, tellSeveral } from './tell-problems.ts'

/** Where a correction applies, and what is wrong with the words by which it says so. */
export interface PlacedCorrection {
  readonly places: readonly Span[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the place of a correction: in the passage whose id it gives, where the source still has that passage as it was
 * published, else in the whole source.
 */
export function placeCorrection(passages: readonly Passage[], written: WrittenCorrection): PlacedCorrection {
  const { at } = written.correction
  const texts = narrow(passages, written.cited)
  if (isEverywhere(written.correction)) {
    const places = passages.flatMap((passage) => findExact(passage, at.exact))
    return places.length > 0 ? { places, problems: [] } : locate(passages, written)
  }
  return locate(texts, written)
}

function locate(passages: readonly Passage[], written: WrittenCorrection): PlacedCorrection {
  const search = locateQuote(passages, written.correction.at)
  switch (search.state) {
    case 'found':
      return { places: [search.at], problems: [] }
    case 'changed':
      return { places: [search.at], problems: [tellChanged(written, passages, search.at)] }
    case 'several':
      return { places: [], problems: [tellSeveral(written, passages, search.places)] }
    case 'gone':
      return { places: [], problems: [tellGone(written, passages, search.nearest)] }
  }
}

const isEverywhere = (correction: Correction) => correction.kind === 'name' && correction.everywhere === true

/** A passage that changed is no longer told by its id: its words are then looked for everywhere. */
function narrow(passages: readonly Passage[], cited: string | undefined): readonly Passage[] {
  const own = passages.filter(({ text }) => text === cited)
  return own.length > 0 ? own : passages
}
