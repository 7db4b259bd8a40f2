/**
 * What a source says of a person right beside the name. None of it shows that two bearers of a name are one; what
 * disagrees shows that they are two.
 */
export interface PersonFacts {
  readonly gender?: 'f' | 'm'
  readonly ages: readonly number[]
  /** Fields of work (`occupations.yml`) of what the person is said to be. */
  readonly fields: readonly string[]
  /** "The elder Vale", "the younger Vale". */
  readonly generation?: 'elder' | 'younger'
  /** Introduced as somebody's relation: "her son, Mr Vale" is not the Vale named before. */
  readonly isKin: boolean
}

/** Nothing is said of the person. */
export const NO_FACTS: PersonFacts = { ages: [], fields: [], isKin: false }

/** What is said of one person in several places; genders that differ tell nothing. */
export function mergeFacts(all: readonly PersonFacts[]): PersonFacts {
  const [gender, ...others] = new Set(all.flatMap((facts) => facts.gender ?? []))
  const generation = all.find((facts) => facts.generation)?.generation
  return {
    ...(gender && others.length === 0 && { gender }),
    ages: all.flatMap(({ ages }) => ages),
    fields: all.flatMap(({ fields }) => fields),
    ...(generation && { generation }),
    isKin: all.length > 0 && all[0]!.isKin,
  }
}

/**
 * Whether what is said of two bearers of a name shows that they are two.
 *
 * @param years how many years their ages may lie apart: one in a source, more across sources of different years
 */
export function disagree(a: PersonFacts, b: PersonFacts, years: number): boolean {
  const isOtherGender = a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender
  const isOtherAge =
    a.ages.length > 0 && b.ages.length > 0 && !a.ages.some((age) => b.ages.some((one) => Math.abs(age - one) <= years))
  const isOtherWork = a.fields.length > 0 && b.fields.length > 0 && !a.fields.some((field) => b.fields.includes(field))
  return isOtherGender || isOtherAge || isOtherWork
}
