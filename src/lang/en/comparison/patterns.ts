/*
 * Patterns with English words that the comparison of sources reads texts by. Lists of words stand in the YAML files
 * beside this one.
 */

/** "If", and other words before which nothing has been said to be unconfirmed. */
export const SUPPOSED = /\b(?:if|unless|until|whether)\b[^,;]{0,80}$/iu
/** The joints of a sentence at which another claim begins. */
export const JOINTS = /[,;] (?:and|although|but|though|while) /giu
/** A joint behind which the sentence turns against what came before. */
export const CONTRAST = /[,;] (?:although|but|though|while)\b/iu

/** Writes negated verbs with their contractions into a pattern: "couldn’t" beside "could not". */
export function withContractions(pattern: string): string {
  return pattern
    .replaceAll(/\bcould not\b/g, "(?:could not|couldn['’]t)")
    .replaceAll(/\bcannot\b/g, "(?:cannot|can['’]t)")
}

/** Behind the number of a part: "30 of the 80", "three of the dead", "two children were among the dead". */
export const OF_WHOLE =
  /^of the (?:\d|dead|injured|killed|missing|victims|wounded)|^(?:\p{L}+ ){1,3}among the (?:dead|injured|killed|missing|victims|wounded)/u
/** Before the year of a building or a ship, which is not that of its size. */
export const MADE_IN = /\b(?:built|completed|finished|launched|made|opened) in $/u
/** Before the day of what was said: "a spokesman told reporters on (Tuesday)". */
export const SAID_ON =
  /\b(?:added|announced|confirmed|reported|said|says|told (?:\p{L}+ ){1,3})(?: ?(?:here|there))?(?: ?(?:early|late))?(?: ?on)? $/u
/** "40 buildings including churches, 8 bridges": an aside without a number ends at the comma. */
export const PAST_ASIDE = /\b(?:including|among them) [^,;\d]{1,60}, $/u

/**
 * A sentence about what is always so: "The island lies on a fault line". Its first verb is in the present, and neither a
 * continuous nor a perfect form, which tell of news.
 */
export const STANDING =
  /^(?:(?!\b(?:did|had|said|says|told|was|were|will|would|\p{L}{3,}ed)\b)[^“”"\d]){0,80}?\b(?:are|has|have|is|lie|lies|sits)\b(?: (?:based|known|located|situated)\b| (?!been\b|to\b|\p{L}+(?:ed|ing)\b))[^“”"\d]*$/iu

/** Behind the subject of a sentence that says what it is. */
export const COPULA = /^ (?:is|was)\b/u

/** Behind a term of imprisonment. */
export const IN_PRISON = /^ (?:in|behind) (?:prison|jail|bars|custody)/u
/** Where a clause of its own begins. */
export const CLAUSE_START = /[;:]|, (?:and|but|while) /u
/** At the head of words for a length of time that is not exact. */
export const ROUGH_LENGTH = /^(?:about|around|roughly|some|approximately)\b/iu
/** In words for a time of day that is not exact. */
export const ROUGH_HOUR = /\b(?:about|around|approximately|roughly|shortly|just|nearly)\b/iu
/** The words, in three groups, that make a length of time a rough one, a lower or an upper bound. */
export const LENGTH_HEDGE =
  '(?:(about|around|roughly|some|approximately)|(more than|over|at least)|(nearly|almost|less than|up to)|only|just)'
/** Between "sentenced" and the term: whom, and how old. */
export const SENTENCED = "sentenced (?:[\\p{L}’'-]+ ){1,4}(?:, \\d\\d, )?to|sentenced [^,.]{3,40}, \\d\\d, to"
/** "0737 GMT", but not "3 p.m. (1200 GMT)". */
export const ZONED_HOUR = /^[^(]*\b(?:GMT|UTC)\b/u

/** Says that a time of day is that of the place. */
export const LOCAL_TIME = /\blocal time\b/iu
/** Keys of places whose clocks show UTC for a part of the year at least. */
export const ON_UTC =
  /:(?:britain|england|gambia|ghana|great britain|guinea|iceland|ireland|ivory coast|liberia|london|mali|mauritania|morocco|northern ireland|portugal|scotland|senegal|sierra leone|togo|uk|united kingdom|wales)$/u

/** Words that stand for whoever the clause before tells of. */
export const INSTEAD_OF_NAMES = /^(?:he|her|his|i|it|its|our|she|their|they|we)$/u
/** "There is no shortage": what is said not to be. */
export const NOT_BEING = /\b[Tt]here (?:is|are|was|were|has been|have been) no (?<what>[^,.;:”"]{3,60})/u
/** "There is a shortage", before the thing. */
export const BEING =
  /\bthere (?:is|are|was|were|has been|have been) (?:already |still )?(?:an?|some|serious|severe)\b/iu
/** Days of the week, numbers and adverbs, which say nothing of what was done. */
export const BARE_DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^\d+$|ly$/u
/** Negations of what was done; what "does not" happen is no event. */
export const PAST_REFUSAL = /^(?:(?:did|had|has|have|was|were) not|(?:did|had|has|have|was|were)nt)$/u
/** Prepositions beside those of place. */
export const OTHER_PREPOSITIONS = ['by', 'during', 'for', 'on', 'to', 'with']
/** Makes what is denied a plan. */
export const WOULD = 'would'
/** The ending of "doing" in "denied doing it". */
export const ENDS_LIKE_DOING = /ing$/u
/** What makes a sentence the correction of what the sentence before it says: "the vessel was actually a trawler". */
export const CORRECTION = /\b(?:actually|in fact|in reality|proved to be|turned out to be)\b/iu
/** Somebody known by age dies: "a 36-year-old climber died". */
export const AGED_DIES = /\b([1-9]\d?)-year-old(?: [\p{L}.’'-]+){0,5}? (?:died|was killed|was found dead|fell to)\b/u
/** The auxiliary of a passive in the past. */
export const BEEN = /^(?:was|were)$/u
/** Words that end the object of a verb; "control of the town" goes on. */
export const ENDS_OBJECT = /^(?:after|at|before|by|during|from|in|near|off|on|when|while|who)$/u
/** Labels that are only ever said of places. */
export const ALWAYS_OF_PLACES = /^(?:annex|fall of)/u
export const VERB_ENDING = /(?:ing|ed)$/u
export const ADVERB_ENDING = /.ly$/u

/** A word that joins two of a kind. */
export const COORDINATES = /^(?:and|or)$/
