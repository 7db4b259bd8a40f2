import type { EntityKind } from '../../model/kind.ts'

/*
 * Every string that the site shows, in English. A function takes what varies; counts come with their noun, as "12
 * sources" from `formatCount`, which takes plurals from `grammar`. A list of strings is one sentence with a link in it:
 * what stands before the link, the words of the link, what stands behind it.
 */

export const grammar = {
  /** Plurals that are not the noun with an s. */
  plurals: { person: 'people', quantity: 'quantities' },
  and: 'and',
  /** What parts the thousands of a number. */
  thousands: ',',
} as const

/** How each kind of entity is called: one of it, and its index. */
export const kinds = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
  object: { one: 'Object', many: 'Objects' },
} as const satisfies Record<EntityKind, { readonly one: string; readonly many: string }>

/** What stands on pages of every sort. */
export const page = {
  skip: 'Skip to the text',
  sections: 'Sections',
  onThisPage: 'On this page',
  search: 'Search',
  headline: 'headline',
  undated: 'undated',
  notStated: 'Not stated',
  theData: 'the data',
  licence: (licence: string) => `What the dossier adds to its sources: ${licence}.`,
  data: 'Data',
  feed: 'Feed',
  editor: 'added by an editor',
  why: 'Why',
  rule: 'Rule',
  writtenByHand: 'Written by hand',
  noArticles: ['No article has been added yet. Put one into ', 'seeds/articles/', ' and build again.'],
} as const

/** The sections in the head of every page. */
export const sections = {
  sources: 'Sources',
  names: 'Names',
  timeline: 'Timeline',
  quotations: 'Quotations',
  figures: 'Figures',
  words: 'Words',
  disagreements: 'Disagreements',
  coverage: 'Coverage',
  search: 'Search',
  method: 'Method',
} as const

/** The dossier as a whole. */
export const dossier = {
  kicker: 'Dossier',
  name: (isOne: boolean) => (isOne ? 'names' : 'name'),
  give: (isOne: boolean) => (isOne ? 'gives' : 'give'),
  each: (isOne: boolean, clauses: string) =>
    ` ${isOne ? 'It' : 'They'} ${clauses}, each tied to the passage it comes from.`,
  noDates: ', none with a stated date',
  between: (from: string, to: string) => `between ${from} and ${to}`,
  someDated: (dated: number, span: string) => `, ${dated} of them dated ${span}`,
  published: (span: string, isOneDay: boolean) => `, published ${isOneDay ? 'on ' : ''}${span}`,
  dated: (day: string) => `dated ${day}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  withoutDate: (count: number) => `${count} without a date`,
  withheld: (count: number) => `the text of ${count} withheld in part or whole`,
  searchSources: 'Search the sources',
  byDate: 'Sources by date',
  allSources: (count: number) => `All ${count} sources`,
  namedMost: 'People named most',
  allNames: 'All names, A to Z',
  strip: {
    sources: 'Sources',
    dated: 'What they date',
    title: 'Sources and the events they date',
    description:
      'Discs in the first lane are sources, marks in the second are dated events. The lists of sources and of dated events give the same data.',
    caption:
      'When the sources were published, and when what they date took place. Hollow: inferred; dashed: announced.',
  },
  counts: 'In this dossier',
  rules: {
    title: 'Rules that left their mark',
    scope: 'Each statement of this site names the rule that made it. These are the rules that did so here.',
    columns: ['Rule', 'What it does', 'Times'],
  },
} as const

/** Long lists and their parts. */
export const lists = {
  parts: 'Parts of this list',
  whole: 'The whole list',
  beside: 'Parts before and after',
  before: '← Before',
  after: 'After →',
  yearByYear: 'Year by year',
  withoutDate: 'Without a date',
  part: (name: string, number: number) => `${name}, part ${number}`,
  someHere: (here: number, all: number) => `Here are ${here} of ${all}; the parts above hold the others.`,
  noneHere: (all: number) => `The parts above hold all ${all}.`,
  of: (part: string, all: number) => `${part} of ${all}`,
  ofBySource: (part: string, all: number) => `${part} of ${all}, by the day of their source`,
  ofByOccurrence: (part: string, all: number) => `${part} of ${all}, by the day of the first occurrence`,
  ofByReport: (part: string, all: number) => `${part} of ${all}, by the day of the first report`,
  within: (part: string, whole: string) => `${part} in ${whole}`,
} as const

/** The page of a source, and lists of sources. */
export const source = {
  title: 'Sources',
  description: (scope: string) => `Every clipping of the dossier, by date. ${scope}`,
  partDescription: 'The clippings of the dossier',
  latest: 'The latest',
  dateNotStated: 'Date not stated',
  position: (position: number, of: number) => `Source ${position} of ${of}`,
  named: (position: number | undefined) => `source ${position}`,
  cited: (position: number, name: string) => `Source ${position} (${name})`,
  noOrigin: 'Source without stated publisher or date',
  naming: (names: string) => `, naming ${names}`,
  undated: 'date not stated',
  inferred: 'inferred',
  before: '← Before: ',
  after: ['After: ', ' →'],
  beside: 'Sources before and after by date',
  layers: { legend: 'Show', date: 'Dates', figure: 'Figures' },
  passageLink: (ordinal: number) => `Link to passage ${ordinal}`,
  contents: { text: 'Text', named: 'Named here', reading: 'How it was read', cite: 'Cite' },
  madeTitle: 'The clipping has no headline; this title was made from its first words or its file name.',
  keyPoints: 'Summary points',
  keyPointsNote: 'The publisher set these above the text; they are not counted as part of it.',
  rights: (isExcerpt: boolean) => `Only ${isExcerpt ? 'excerpts' : 'the reference'} of this source may be shown.`,
  namedHere: 'Named in this source',
  facts: {
    headline: 'Headline',
    standfirst: 'Standfirst',
    publisher: 'Publisher',
    authors: 'Author',
    dateline: 'Dateline',
    date: 'Published',
    credits: 'Credits',
    url: 'Original',
    language: 'Language',
  },
  noDate: 'Not stated. Neither the text nor an editor gives a date, so relative dates in it stay open.',
  noPublisher: 'Not stated.',
  names: 'Names',
  readFrom: {
    summary: 'Where these facts were read',
    columns: ['Fact', 'Value', 'Words it was read from', 'Certainty and rule'],
    noWords: 'none',
    clipping: ['The clipping is ', (encoding: string) => `, read as ${encoding}; SHA-256 `, '.'],
    statedAt: (place: string) => `Stated at: ${place}`,
    otherValue: (value: string, place: string) => `Also stated: ${value} (${place})`,
    extracted: [
      (by: string) => `Its text was taken out of the file by the reader ${by} and is kept as `,
      '; SHA-256 of that text ',
      '. All positions count in it.',
    ],
    container: ['It is one of the articles in ', ' at the address ', '; the others: '],
    archive: ['Captured from ', (datetime: string) => ` at ${datetime}, record `, '.'],
    message: 'Message ',
    accession: 'Number in the database or table: ',
    printedPage: (page: string) => `Printed on page ${page}.`,
    describedBy: 'Described by ',
    copies: 'The same bytes also lie at ',
    unused: {
      title: (files: string) => `Not used: ${files}`,
      note: 'No source was made of these files of the dossier. Each is named with the reason, so that nobody takes it for read.',
      columns: ['File', 'Why', 'What to do'],
    },
  },
  setAside: {
    summary: (blocks: string) => `What was set aside: ${blocks} of the file`,
    note: 'These lines of the clipping were taken for something other than the text of the report. An editor can bring a block back.',
    columns: ['Line', 'Words', 'Taken for', 'Rule'],
  },
  edits: {
    summary: (corrections: string) => `What an editor corrected: ${corrections}`,
    columns: ['Of', 'The rules said', 'An editor says', 'Why', 'At'],
    by: (name: string) => ` (${name})`,
  },
  dates: {
    summary: (expressions: string) => `How its dates were read: ${expressions}`,
    columns: ['Words', 'Means', 'Why', 'At'],
  },
  card: (sentences: string, sources: string) => `${sentences} in ${sources}`,
  firstOn: (day: string) => `, first ${day}`,
  strip: {
    title: 'Sources by day of publication',
    description: 'Each disc is one source; a hollow one has an inferred date. The list of sources gives the same data.',
    caption: 'Each disc is a source on its day of publication; hollow where the date was inferred.',
  },
} as const

/** Notes in the margin of a source. */
export const notes = {
  has: (source: string, words: string) => `${source} has “${words}”`,
  date: 'Date',
  figure: 'Figure',
  alsoGiven: (what: string) => `${what} also given elsewhere`,
  disputed: (what: string) => `${what} disputed`,
  compare: 'Compare',
  answered: 'Contradiction, answered',
  contradicted: 'Contradicted',
  sideBySide: 'Side by side',
  onlyHere: 'Named in this source only.',
  namedIn: (sources: number, total: string) => `Named in ${sources} of ${total}.`,
  allMentions: 'All mentions',
  role: (words: string, where: string) => `“${words}” ${where}.`,
  here: 'in this source',
  inSource: (publisher: string | undefined) => `in ${publisher ?? 'another source'}`,
  passage: 'Passage',
} as const

/** Texts that changed, addresses that moved or are gone. */
export const versions = {
  version: 'Version',
  numbered: (version: number) => `Version ${version}`,
  changed: (version: number) =>
    [`Version ${version}. The text has changed since it was first published here: `, 'what changed', '.'] as const,
  passageChanged:
    'Changed: a number, a name or most words of this passage are no longer those that were first published. ',
  whatChanged: 'What changed',
  divided: 'Divided since it was first published; it goes on ',
  here: 'here',
  noLonger: 'Passages that no longer stand here',
  noReason: 'This passage is no longer part of the text.',
  mayHaveBecome: ' It may have become ',
  leadsTo: ' It leads on to ',
  thisPassage: 'this passage',
  asCited: 'As it was cited',
  since: (version: number) => `The text has changed since version ${version}`,
  present: (version: number) => `Here stands version ${version}.`,
  notShown: 'Earlier texts are not shown.',
  clippedOn: (day: string) => `, clipped on ${day}`,
  hasText: ' has the text as it was cited.',
  figures: 'Figures that changed',
  wordByWord: 'Word by word',
  gone: 'gone',
  now: 'now',
  earlierTitle: (title: string, version: number) => `${title} (version ${version})`,
  earlierDescription: (present: number) =>
    `An earlier text of this source, as it was cited. The present one is version ${present}.`,
  ofVersions: (version: number, present: number) => `Version ${version} of ${present}`,
  earlier: {
    is: (version: number) => `The text has changed since. This is version ${version}`,
    asCited: ', as it was cited; ',
    present: (version: number) => `the present text is version ${version}`,
    marked: '. Words that stand there no more are marked; ',
    whatChanged: 'what changed',
  },
  feed: (version: number) => `Version ${version}: the text has changed. `,
  moved: {
    kicker: 'Moved',
    title: 'This page has moved',
    description: 'The address leads on to where its subject now stands.',
    standsAt: 'It now stands at ',
    passage: 'The passage cited here: ',
    notShown: 'not shown any more.',
  },
  presentText: {
    title: (version: number) => `Version ${version} is the present text`,
    description: 'The address keeps this version for good.',
    standsAt: 'It stands at ',
    later: ' When the text changes, this address will show it as it was.',
  },
  goneAway: {
    kicker: 'Taken down',
    toldApart: 'Told apart',
    title: 'What stood here is gone',
    titleApart: 'What stood here is told apart now',
    description: 'A published page that is gone, and why.',
    noReason: 'No reason was recorded.',
    passage: (id: string) => `The passage cited as ${id} `,
    nowStands: 'now stands at ',
    wentWith: 'went with it.',
    reserved: 'The address stays reserved and will never be given to anything else. ',
    all: 'Everything that was taken down',
  },
  takedowns: {
    kicker: 'Log',
    title: 'Takedowns',
    description: 'Every source that was taken down, and why; every address that answers with a notice only.',
    standfirst:
      'An address that was published once always answers. What was taken down leaves a notice there and a line here.',
    none: 'No source has been taken down.',
    others: (count: string) =>
      `${count} other pages that are gone, for the texts name their subject no longer or were found to name several`,
  },
  notFound: {
    title: 'Nothing stands at this address',
    description: (dossier: string) => `An address that ${dossier} never gave out.`,
    standfirst:
      'This dossier never gave out this address. An address that was given out once still answers, with its text, with where it moved, or with why it is gone.',
    lost: 'A letter may have been lost on the way. ',
    search: 'Search the dossier',
    look: ', look in the ',
    names: 'index of names',
    begin: ', or begin at the ',
    first: 'first page',
  },
} as const

/** People, organisations, places, events, works and objects. */
export const entity = {
  names: 'Names',
  namesDescription: 'Every name in the sources, with its other spellings, from A to Z.',
  namesKicker: (names: string) => `${names} and their other spellings`,
  byKind: 'Names by kind',
  aToZ: 'A to Z',
  letters: 'Letters',
  allLetters: 'All letters',
  letterTitle: (letter: string) => `Names: ${letter}`,
  letterDescription: (letter: string) => `Names in the sources that begin with ${letter}, with their other spellings.`,
  letterKicker: (names: string) => `${names} and other spellings`,
  mostSources: 'Named by most sources',
  see: (name: string) => `see ${name}`,
  kindDescription: (kind: string) => `${kind} that the sources name, by number of sources.`,
  none: (sources: string) => `The ${sources} name none.`,
  furtherNames: (names: string) => [`${names}, each in few sources, in the `, 'index from A to Z', '.'] as const,
  also: (names: string) => `, also ${names}`,
  namedIn: (groups: number, sources: string) => `Named in ${groups} of ${sources}`,
  origins: (origins: string) => `, ${origins}`,
  contents: {
    mentions: 'Mentions',
    says: 'What they say',
    datedEvents: 'Dated events',
    neighbours: 'Named together with',
    identity: 'Whose names these are',
    cite: 'Cite',
  },
  called: (isPerson: boolean) => `What sources call ${isPerson ? 'them' : 'it'}`,
  says: (isPerson: boolean) => `What ${isPerson ? 'they say' : 'is said in its name'}`,
  mentions: 'Mentions',
  oneSource: (name: string) =>
    `Only one source names ${name}; nothing else in the dossier can confirm or contradict what it says.`,
  manyMentions: (sentences: string, name: string, shown: number) =>
    `${sentences} name ${name}. The first ${shown} stand here, all by the day of their source:`,
  manySayings: (quotations: string, shown: number) =>
    `${quotations}. The first ${shown} stand here, all by the day of their first occurrence:`,
  datedEvents: (name: string) => `Dated events that name ${name}`,
  allDatedEvents: (count: number) => `All ${count} on their timeline`,
  partDescription: (name: string) => `Where sources name ${name}`,
  words: (name: string) => `Words of ${name}`,
  wordsDescription: (name: string) => `What sources quote ${name} with`,
  inferred: ', inferred',
  alsoWritten: 'Also written',
  unprinted: (isFirst: boolean) => `${isFirst ? 'In' : '; in'} no source, but in the register:`,
  identity: {
    title: 'Whose names these are',
    nothingJoined: 'Every mention has the same name; nothing had to be joined.',
    why: 'Why they are one',
    columns: ['Reason', 'Certainty and rule'],
    possiblySame: 'Possibly the same, not joined',
    related: 'Related, not the same',
    registered: 'This name is in the register that people keep for this dossier.',
    found: 'Found by rules; nobody has entered this name in the register.',
    elsewhere: 'Elsewhere: ',
  },
  roles: {
    title: 'What sources say they are',
    scope: 'Words that a text sets beside the name. They are the text’s own; nobody has checked them.',
    inText: 'In the words of the texts',
    more: (count: number) => `${count} more`,
    columns: ['Words', 'Where', 'Certainty and rule'],
  },
  neighbours: {
    title: 'Named in the same sentences',
    scope: 'Standing in one sentence says nothing of how two are connected.',
    drawing: (name: string) => `Named in one sentence with ${name}`,
    description:
      'An arc joins two that are named in one sentence, wider for more sentences. The table gives the counts.',
    columns: ['Name', 'Kind', 'Sentences'],
    more: (count: number) => `${count} more in `,
  },
  strip: {
    title: 'Mentions over time',
    description:
      'A disc for each source that names it, larger for more sentences. The mentions below give the same data.',
    caption: (name: string) => `Sources that name ${name}, by day of publication; a larger disc for more sentences.`,
    byMonth: (name: string) => `Sources that name ${name}, month by month; a larger disc for more sources.`,
  },
  map: {
    title: 'Where the places lie',
    description: 'The numbered list under the map names them.',
    scope: 'Coordinates come from the register or a package of place names. Outlines: Natural Earth.',
  },
} as const

/** Which source uses which word. */
export const words = {
  title: 'Choice of words',
  description: (scope: string) => `Which source uses which word for the same thing. ${scope}`,
  standfirst: 'What a source calls a thing takes a side, or avoids one. Each word with every passage that uses it.',
  star: 'A star: inside quotation marks, so a speaker’s word, or one that the source keeps at a distance.',
  none: 'The sources make none of the choices that the method looks for.',
  columns: ['Wording', 'Sources', 'Uses', 'First in'],
  source: 'Source',
  wording: 'Wording',
  quoted: 'inside quotation marks',
} as const

/** The timeline and its dated events. */
export const timeline = {
  title: 'Timeline',
  description: (scope: string) => `What the sources date, in order. ${scope}`,
  partDescription: 'What the sources date',
  years: 'Years',
  scope:
    'A disc is a day, a bar a longer interval, a dotted end an open one. Hollow: the date was inferred. Dashed: announced or denied, not reported as done.',
  none: 'No source dates anything yet.',
  open: 'Date open',
  openNote:
    'The words of these sources fix no day or no year, so they stand beside the timeline, not on it, each with what it may be.',
  mostSources: 'Told by most sources',
  parts: 'Parts of the timeline',
  all: 'All dated events',
  toldBy: 'Told by',
  naming: 'Naming',
  of: (name: string) => `Timeline: ${name}`,
  ofTitle: 'Timeline: ',
  ofSource: (name: string) => `Dated events that source ${name} tells`,
  ofEntity: (name: string) => `Dated events that name ${name}`,
  drawing: {
    title: 'What the sources date',
    description:
      'A mark for each dated event, or for each month where there are many. The list below gives the same data.',
    handTitle: 'Dated events',
    handDescription: 'The list below gives the same data.',
    around: (when: string) => `${when} among the dated events around it`,
    aroundDescription: 'The marked one is the subject of this page; the lists below name the others.',
  },
  links: {
    reported: 'later reported:',
    denied: 'later denied or doubted:',
    maybe: 'may be:',
  },
  modes: { reported: '', plan: 'announced', denied: 'denied' },
  accountModes: { reported: 'as reported', plan: 'as a plan', denied: 'as denied' },
  whyMode: (mode: string) => `Why ${mode}`,
  date: (certainty: string) => `date ${certainty}`,
  disputed: (reason: string, by: string | undefined) => `${by ?? 'An editor'}: it did not happen so. ${reason}`,
  disputedMark: 'an editor: it did not happen so',
  kickers: { reported: 'Dated event', plan: 'Announced', denied: 'Denied' },
  precise: (precision: string) => `precise to the ${precision}`,
  unplaced: 'beside the timeline: its day or year is not given',
  eventDescription: (when: string, sources: string) => `${when}, told by ${sources}.`,
  oneAccount: 'The one account',
  accounts: (count: number) => `${count} accounts`,
  whyTogether: 'Why these accounts stand together',
  contradicted: 'What later statements deny or doubt',
  followed: 'What is reported of the same days',
  possiblySame: 'Possibly the same, not joined',
  beforeAfter: 'Before and after',
  reading: (words: string, reason: string) => `“${words}”: ${reason}`,
} as const

/** The ledger of figures. */
export const figures = {
  title: 'Figures',
  description: (scope: string) => `Which figures are claimed by whom, side by side. ${scope}`,
  partDescription: 'Which figures were first reported by whom',
  quantities: 'Quantities',
  standfirst: 'Who claims which number, in the words of each source. Never added up, never averaged.',
  scope: [
    'Statements about the same quantity stand in one table; one source repeating another confirms nothing. See also ',
    'where the sources differ',
    '.',
  ],
  none: 'The sources give no figures.',
  notTheSame: (count: number) =>
    `These ${count} are not the same quantity and must not be compared as if they were; the page of each says why.`,
  some: 'Here those that differ and those stated most; the others stand under their year.',
  kicker: 'Figure',
  columns: ['As printed', 'Allows', 'Of what', 'Where and when', 'Credited to', 'Reported by'],
  accepted: 'accepted by an editor',
  absent: 'not stated',
  nobody: 'nobody',
  day: (date: string | undefined) => (date ? `, ${date}` : ', undated'),
  sentence: 'Sentence and rule',
  inTable: 'Stands in this table: ',
  drawing: {
    title: (title: string) => `What each source’s words allow: ${title}`,
    description: 'The table below gives the same figures.',
    caption: 'What the words of each source allow; a bar that reaches the edge has no upper bound.',
  },
  oneStatement: 'The one statement',
  statements: (count: number) => `${count} statements`,
  unlike: 'Not the same quantity',
  unlikeScope: 'Figures of the same kind that must not be compared as if they were this one.',
  pairs: ['One', 'Other', 'Why they cannot be compared'],
  key: 'Key',
  date: 'a date',
  open: 'open',
  upTo: (high: string) => `up to ${high}`,
  orMore: (low: string) => `${low} or more`,
  range: (low: string, high: string) => `${low} to ${high}`,
  oneThing: (dates: string) => `One thing, dated ${dates}`,
  percent: 'percent',
  number: 'number',
  settled: (status: string) => `settled by an editor: ${status}`,
  notSettled: 'not settled',
  single: (settled: string) => `one statement only, ${settled}`,
  several: (count: number, isCompatible: boolean, settled: string) =>
    `${count} statements that ${isCompatible ? 'do not exclude each other' : 'differ'}, ${settled}`,
} as const

/** Quotations and their speakers. */
export const quotations = {
  title: 'Quotations',
  description: (scope: string) => `Who is quoted, in whose words. ${scope}`,
  partDescription: 'Who is quoted, in whose words',
  speakers: 'Speakers',
  unnamed: 'Speakers without a name',
  described: 'Speakers described, not named',
  open: 'Speaker open',
  scope: 'The same words in several sources are one quotation with its occurrences.',
  none: 'The sources quote nobody.',
  bySpeaker: 'By speaker',
  mostPrinted: 'Printed most',
  notNamed: 'speaker not named',
  reported: 'reported speech',
  toldTo: (outlet: string) => `told to ${outlet}`,
  inPassage: 'In its passage',
  whySame: 'Why it is the same quotation',
  differs: (kind: string, first: string) =>
    first === '' ? 'not in the first occurrence' : `${kind}: “${first}” in the first occurrence`,
  nobody: 'speaker open',
  modes: { direct: 'Direct quotation', fragment: 'Quoted words', reported: 'Reported speech' },
  wordsOf: (who: string) => `Words of ${who}`,
  noSpeaker: 'No rule could give these words to a speaker.',
  printedAs: (words: string) => ` printed as “${words}”`,
  speaker: (certainty: string) => `speaker ${certainty}`,
  oneOccurrence: 'Where it is printed',
  occurrences: (count: number) => `${count} occurrences, the earliest first`,
} as const

/** What sources say against relying on their own words. */
export const caveat = {
  later: (sentence: string) => `Not confirmed; the source adds: “${sentence}”`,
  same: (words: string) => `Not confirmed; the source says so in the same sentence: “${words}”`,
} as const

/** Where sources differ or repeat one another, and who reports what. */
export const comparison = {
  title: 'Disagreements',
  heading: 'Where the sources differ',
  description: (scope: string) => `Where the sources differ, and where they only repeat each other. ${scope}`,
  standfirst: 'Every statement that does not fit another, with the words of both. Nothing here says who is right.',
  whatIsOrigin: 'What counts as one origin',
  first: (most: number) => `The first ${most} of each sort.`,
  none: 'No rule found a disagreement among these sources.',
  sections: {
    plans: 'Announced, and what came of it',
    figures: 'Figures and dates that differ',
    contradictions: 'Statements at odds',
    reprinted: 'The same words, printed again',
    unlike: 'Alike, but not the same quantity',
    apart: 'Possibly the same, left apart',
  },
  reprintedScope:
    'One quotation with its occurrences, not several witnesses. Words that differ from the first occurrence are marked.',
  unlikeScope: [
    'Figures of one kind that count other things, other places or other times. They stand apart in the ',
    'ledger',
    '.',
  ],
  apartScope: 'Dated statements that may tell of one thing. No rule is sure enough to join them; a person can.',
  apartColumns: ['One', 'Other', 'Why they stand apart'],
  announced: 'announced',
  denied: 'denied or doubted',
  reported: 'reported',
  outcome: (isDenied: boolean) =>
    isDenied ? 'Announced; a later statement denies or doubts it' : 'Announced; a later statement reports it',
  answers: (reason: string) => `An editor answers: ${reason}`,
  unanswered: 'No editor has answered it.',
  teaser: {
    denied: (planned: string, later: string) => `announced for ${planned}; denied or doubted, ${later}`,
    odds: 'statements at odds, unanswered',
    quotation: 'one quotation in several sources',
    all: 'All disagreements',
    figures: 'Every figure, side by side',
    words: 'Who uses which word',
  },
  coverage: {
    title: 'Coverage',
    description: (scope: string) => `Which source names whom, and which is silent. ${scope}`,
    kicker: 'Who reports what',
    standfirst: 'Which source tells of what and names whom, and which is silent.',
    scope: 'A larger disc: more sentences. A dot: the source does not name it. Being silent is not denying.',
    origins: 'Origins',
    events: 'Dated events',
    drawing: (kind: string) => `Sources by ${kind} they name`,
    drawingDescription: 'The table below gives the same counts.',
    table: 'The same as a table',
    source: 'Source',
    cell: (source: string, name: string, places: string) => `${source} names ${name} in ${places}`,
  },
  events: {
    alone: ['Each of the ', ' is told by one source alone, as far as the rules can tell.'],
    scope: 'What more than one source tells, in the order of the timeline. A dash: the source does not tell of it.',
    leftOut: (events: string) => ` ${events} that fewer sources tell are on the timeline only.`,
    event: 'Event',
    toldBy: 'Told by',
  },
  origins: {
    title: 'Origins',
    scope: 'Sources that share wording or credit one agency count once: repeating is not confirming.',
    more: (count: number) => `${count} more`,
    credits: (names: string) => `Credits: ${names}`,
    in: ' in ',
  },
} as const

/** How to cite a page. */
export const cite = {
  cite: (what: string) => `Cite ${what}`,
  source: 'this source',
  version: 'this version',
  page: 'this page',
  event: 'this event',
  figure: 'this figure',
  quotation: 'this quotation',
  search: 'this search',
  address: 'Address',
  onePassage: 'Cite one passage',
  plain: 'Plain text',
} as const

/** The data to take away. */
export const data = {
  title: 'Data',
  description: (licence: string) =>
    `The whole dossier as files: sources, annotations, names, tables, texts. Licence: ${licence}.`,
  kicker: (licence: string) => `Licence of what the dossier adds: ${licence}`,
  standfirst:
    'Everything these pages show can be taken away as files and checked against the clippings. Positions count Unicode characters of the decoded file; the end is exclusive. The words of the sources, where a file quotes them, belong to their publishers.',
  columns: ['File', 'What it holds', 'Size', 'Licence', 'SHA-256'],
  quoted: '; quoted words: their publishers',
  takedowns: ['What was published here once and is not any more stands in the ', 'log of takedowns', '.'],
} as const

/** The search page as it is built. */
export const search = {
  title: 'Search',
  heading: 'Search the sources',
  description: (scope: string) => `Search every passage of the dossier. ${scope}`,
  words: 'Words to search for',
  placeholder: 'Words, a name, or “an exact phrase”',
  scope: (scope: string) => `Scope: ${scope} `,
  keys: ' comes back here from any page, the arrow keys walk the results.',
  scopeName: 'Scope',
  order: 'Order',
  byRelevance: ' by relevance',
  byDate: ' by date',
  noScript: 'Searching the words needs JavaScript. The index of names below does not.',
  results: 'Results',
  more: 'More results',
  names: 'Names, A to Z',
  filters: { kind: 'Kind', publisher: 'Publisher', year: 'Year' },
  /** The kind of a source's page among the kinds of entities; scripts know it by this word. */
  source: 'Source',
  page: 'Page',
} as const

/** What scripts write into pages: nothing else of this file reaches browsers. */
export const browser = {
  copy: 'Copy',
  copied: 'Copied',
  noIndex: 'The search index could not be loaded. The index of names below works without it.',
  undated: 'date not stated',
  apart: 'the words stand apart',
  moreInSource: (count: number) => `${count} more in this source`,
  names: (names: readonly string[]) => `names ${names.join(' or ')}`,
  passage: 'passage',
  source: 'source',
  otherPage: 'other page',
  count: (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`,
  within: (passages: string, sources: string) => `${passages} in ${sources}`,
  partly: 'No source holds all of it; these hold the most: ',
  nothing: (typed: string, hasFilters: boolean) =>
    `Nothing found${typed ? ` for ${typed}` : ''}${hasFilters ? ' under these filters' : ''}.`,
  tried: (terms: string, isMore: boolean, isSeveral: boolean) =>
    `Tried: ${terms}${isMore ? ' and more' : ''}${isSeveral ? ', all in one source' : ''}.`,
  noWord: 'nothing that is a word',
  near: 'Names spelled nearly so: ',
  single: 'One at a time: ',
  unfiltered: 'Without the filters: ',
  exactly: (words: string) => `exactly “${words}”`,
  beginning: (words: string) => `“${words}” and words that begin so`,
  limit: (most: number) => ` Only the first ${most} words are searched.`,
} as const
