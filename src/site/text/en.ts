import type { EntityKind } from '../../model/kind.ts'

/*
 * Every string that the site shows, in English. A function takes what varies; counts come with their noun, as "12
 * sources" from `formatCount`, which takes plurals from `grammar`. A list of strings is one sentence with a link in it:
 * the words before the link, the words of the link, the words after it. The texts of the search page's script are in
 * `en-search.ts`, so that no other page loads them.
 */

export const grammar = {
  /** Plurals that are not the noun with an s. */
  plurals: { person: 'people' },
  and: 'and',
  or: 'or',
  /** Ignored at the start of a name when names are sorted. */
  article: 'the ',
  /** Thousands separator. */
  thousands: ',',
} as const

/** The name of each kind of entity: for one, and for its index. */
export const kinds = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
  object: { one: 'Object', many: 'Objects' },
} as const satisfies Record<EntityKind, { readonly one: string; readonly many: string }>

/** Texts of all pages. */
export const page = {
  skip: 'Skip to the text',
  sections: 'Sections',
  menu: 'Menu',
  onThisPage: 'On this page',
  search: 'Search',
  headline: 'headline',
  undated: 'undated',
  notStated: 'Not stated',
  theData: 'the data',
  licence: (licence: string) => `What the dossier adds to its sources: ${licence}.`,
  machine: [
    'Machine-annotated: rules, not people, marked the names, dates and figures. ',
    'How it works, and how often it is wrong',
  ],
  data: 'Data',
  feed: 'Feed',
  editor: 'added by an editor',
  why: 'Why',
  rule: 'How this was decided',
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
  words: 'Word choice',
  disagreements: 'Disagreements',
  coverage: 'Coverage',
  search: 'Search',
  method: 'Method',
} as const

/** The dossier as a whole. */
export const dossier = {
  dated: (day: string) => `dated ${day}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  withoutDate: (count: number) => `${count} without a date`,
  withheld: (count: number) => `the text of ${count} withheld in part or whole`,
  who: 'Who',
  where: 'Where',
  what: 'What happened',
  chosen: {
    first: 'first',
    most: 'most reported',
    followed: 'planned, and later reported',
    last: 'latest',
    next: 'planned',
  },
  allEvents: 'Timeline',
  latest: 'Latest sources',
  allSources: (count: number) => (count === 1 ? 'The source' : `All ${count} sources`),
  allNames: 'All names, A to Z',
  figures: 'Figures',
  allFigures: 'All figures, side by side',
  network: {
    heading: 'Who is named with whom',
    title: 'Names that appear in the same sentence',
    description: 'Each line joins two names; a thicker line means more sentences. The pages of names give the counts.',
    caption: 'A line: both are named in one sentence. It doesn’t mean they’re linked.',
    table: 'The same as a table',
    columns: ['Name', 'Named with', 'Sentences'],
  },
  fromDisk: [
    'This page has no styles, most likely because it was opened from disk: its addresses begin at the root of a host. Serve it (',
    ') or make a copy that opens from disk (',
    ').',
  ],
  strip: {
    sources: 'Sources',
    dated: 'Dated events',
    title: 'Sources and the events they date',
    description:
      'Discs in the first lane are sources, marks in the second are dated events. The lists of sources and of dated events give the same data.',
    caption:
      'When the sources were published, and when the events they report took place. Hollow: date inferred; dashed: planned.',
    others: ' Earlier and later dates are on the timeline.',
  },
  rules: {
    title: 'Rules applied',
    scope: 'Every statement on this site names the rule that made it. These rules were used here.',
    columns: ['Rule', 'What it does', 'Times'],
  },
} as const

/** Long lists and their parts. */
export const lists = {
  parts: 'Parts of this list',
  whole: 'The whole list',
  table: 'Whole list as CSV',
  filter: 'Filter this list',
  sort: 'Sort this list',
  asListed: 'as listed',
  save: 'CSV of what is shown',
  shown: (shown: string, all: string) => `${shown} of ${all} shown`,
  sorts: {
    name: 'by name or words',
    speaker: 'by speaker',
    publisher: 'by publisher',
    date: 'by date',
    sources: 'by number of sources',
  },
  columns: ['words', 'details', 'date', 'sources', 'address'],
  figureColumns: [
    'figure',
    'exact words',
    'range',
    'counting',
    'where and when',
    'according to',
    'reported by',
    'address',
  ],
  orders: { date: 'by date', publisher: 'by publisher', title: 'by title' },
  beside: 'Parts before and after',
  before: '‹ Before',
  after: 'After ›',
  yearByYear: 'Year by year',
  withoutDate: 'Without a date',
  part: (name: string, number: number) => `${name}, part ${number}`,
  someHere: (here: number, all: number) => `Showing ${here} of ${all}; the links above lead to the rest.`,
  noneHere: (all: number) => `The links above lead to all ${all}.`,
  of: (part: string, all: string) => `${part} of ${all}`,
  ofBySource: (part: string, all: string) => `${part} of ${all}, by the day of their source`,
  ofByOccurrence: (part: string, all: string) => `${part} of ${all}, by the day of the first appearance`,
  ofByReport: (part: string, all: string) => `${part} of ${all}, by the day of the first report`,
  within: (part: string, whole: string) => `${part} in ${whole}`,
} as const

/** The page of a source, and lists of sources. */
export const source = {
  title: 'Sources',
  description: (scope: string) => `Every article of the dossier, by date. ${scope}`,
  partDescription: 'The articles of the dossier',
  latest: 'The latest',
  dateNotStated: 'Date not stated',
  position: (position: string, of: string) => `Source ${position} of ${of}`,
  cited: (position: number, name: string) => `Source ${position} (${name})`,
  noOrigin: 'Source without stated publisher or date',
  naming: (names: string) => `, naming ${names}`,
  undated: 'date not stated',
  inferred: 'inferred',
  original: 'Read the original',
  alsoReported: 'Also reported by ',
  differsOn: ' (differs on ',
  denial: 'reports a denial',
  moreReporters: (count: number) => ` and ${count} more`,
  before: '‹ Before: ',
  after: ['After: ', ' ›'],
  beside: 'Sources before and after by date',
  layers: { legend: 'Show', date: 'Dates', figure: 'Figures', machine: 'Marked by machine: how to read this' },
  passageLink: (ordinal: number) => `Link to passage ${ordinal}`,
  contents: { text: 'Text', named: 'Named here', reading: 'How we processed this article', cite: 'Cite' },
  madeTitle: 'The file has no headline; this title comes from its first words or its file name.',
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
  noDate: 'Not stated. Neither the text nor an editor gives a date, so “today” or “on Friday” cannot be placed.',
  noPublisher: 'Not stated.',
  noPublisherName: 'Publisher not stated',
  names: 'Names',
  readFrom: {
    summary: 'Where details come from',
    columns: ['Detail', 'Value', 'Source text', 'Certainty'],
    noWords: 'none',
    clipping: ['The file is ', (encoding: string) => `, read as ${encoding}; SHA-256 `, '.'],
    statedAt: (place: string) => `Stated at: ${place}`,
    otherValue: (value: string, place: string) => `Also stated: ${value} (${place})`,
    extracted: [
      (by: string) => `Text extracted by the reader ${by}, kept as `,
      '; SHA-256 of that text ',
      '. All positions refer to it.',
    ],
    container: ['It is one of the articles in ', ', at the address ', ' within that file.'],
    archive: ['Captured from ', (datetime: string) => ` at ${datetime}, record `, '.'],
    revisit: ['Captured again, unchanged, from '],
    accessed: 'Saved, captured or clipped on ',
    message: 'Message ',
    mailDate: 'Mail sent on ',
    coveredBy: 'Attached to the message ',
    accession: 'Number in the database or table: ',
    printedPage: (page: string) => `Printed on page ${page}.`,
    describedBy: 'Described by ',
    copies: 'Identical copies: ',
    unused: {
      title: (files: string) => `Not used: ${files}`,
      note: 'These files of the dossier were not turned into sources, for the reason given.',
      columns: ['File', 'Why', 'What to do'],
    },
  },
  containers: {
    title: (files: string) => `Files that hold articles: ${files}`,
    kicker: 'File that holds articles',
    description: (name: string, sources: string) => `${name}: ${sources} in one file.`,
    file: [
      'The file is ',
      '; SHA-256 ',
      (sources: string) => `. Read from it: ${sources}, each with an address of its own.`,
    ],
  },
  setAside: {
    summary: (items: string) => `Text left out (${items})`,
    note: 'These lines of the file were not treated as part of the report. An editor can bring them back.',
    columns: ['Line', 'Text', 'Treated as', 'Why'],
  },
  edits: {
    summary: (corrections: string) => `Corrected by an editor: ${corrections}`,
    columns: ['What', 'The machine said', 'The editor says', 'Why', 'Where'],
    line: (number: number) => `line ${number}`,
    by: (name: string) => ` (${name})`,
  },
  dates: {
    summary: (dates: string) => `${dates} in this article`,
    columns: ['In the text', 'Date meant', 'Why', 'Passage'],
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
  answered: 'Conflict, reviewed',
  contradicted: 'Contradicted',
  sideBySide: 'Side by side',
  onlyHere: 'Named in this source only.',
  namedIn: (sources: string, total: string) => `Named in ${sources} of ${total}.`,
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
  divided: 'Split since it was first published; it continues ',
  here: 'here',
  noLonger: 'Passages no longer here',
  noLongerStated: 'Statements no longer here',
  noReason: 'This passage is no longer part of the text.',
  statementGone: 'What was cited here is no longer found in this text.',
  thisPlace: 'where it is now',
  mayHaveBecome: ' It may have become ',
  leadsTo: ' It leads on to ',
  thisPassage: 'this passage',
  asCited: 'As it was cited',
  since: (version: number) => `The text has changed since version ${version}`,
  present: (version: number) => `This is version ${version}.`,
  notShown: 'Earlier texts are not shown.',
  clippedOn: (day: string) => `, clipped on ${day}`,
  hasText: ' has the text as it was cited.',
  figures: 'Figures that changed',
  wordByWord: 'Word by word',
  gone: 'gone',
  now: 'now',
  earlierTitle: (title: string, version: number) => `${title} (version ${version})`,
  earlierDescription: (present: number) =>
    `An earlier text of this source, as it was cited. The current one is version ${present}.`,
  ofVersions: (version: number, present: number) => `Version ${version} of ${present}`,
  earlier: {
    is: (version: number) => `The text has changed since. This is version ${version}`,
    asCited: ', as it was cited; ',
    present: (version: number) => `the current text is version ${version}`,
    marked: '. Words that are no longer there are marked; ',
    whatChanged: 'what changed',
  },
  feed: (version: number) => `Version ${version}: the text has changed. `,
  moved: {
    kicker: 'Moved',
    title: 'This page has moved',
    description: 'This address leads to the page’s new place.',
    standsAt: 'It is now at ',
    passage: 'The passage cited here: ',
    notShown: 'not shown any more.',
  },
  presentText: {
    title: (version: number) => `Version ${version} is the current text`,
    description: 'This address will always show this version.',
    standsAt: 'Current text: ',
    later: ' If the text changes, this address keeps showing this version.',
  },
  goneAway: {
    kicker: 'Taken down',
    toldApart: 'Split',
    title: 'This page was taken down',
    titleApart: 'This page was split',
    description: 'A published page that is gone, and why.',
    noReason: 'No reason was recorded.',
    passage: (id: string) => `The passage cited as ${id} `,
    nowStands: 'is now at ',
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
      `${count} more pages are gone: the sources no longer name their subject, or it turned out to be several`,
  },
  notFound: {
    title: 'Page not found',
    description: (dossier: string) => `This address was never used in ${dossier}.`,
    standfirst:
      'This address was never used. Addresses that were published keep working: they show the page, where it moved, or why it was taken down.',
    lost: 'The address may be mistyped. ',
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
  furtherNames: (names: string) => [`${names}, each in few sources, in the `, 'index from A to Z', '.'] as const,
  also: (names: string) => `, also ${names}`,
  namedIn: (groups: number, sources: string) => `Named in ${groups} of ${sources}`,
  origins: (origins: number, sources: number) => (origins < sources ? `, counted as ${origins}` : ''),
  contents: {
    mentions: 'Mentions',
    says: 'What they say',
    datedEvents: 'Dated events',
    neighbours: 'Named together with',
    identity: 'Other spellings',
    cite: 'Cite',
  },
  facts: {
    title: 'At a glance',
    first: (day: string) => `First named ${day}.`,
    near: 'Most often named with',
  },
  called: (isPerson: boolean) => `What sources call ${isPerson ? 'them' : 'it'}`,
  says: (isPerson: boolean) => `What ${isPerson ? 'they say' : 'is said in its name'}`,
  mentions: 'Mentions',
  oneSource: (name: string) =>
    `Only one source names ${name}; nothing else in the dossier can confirm or contradict what it says.`,
  manyMentions: (sentences: string, name: string, shown: number) =>
    `${sentences} name ${name}. The first ${shown} are here; all of them by date:`,
  manySayings: (quotations: string, shown: number) =>
    `${quotations}. The first ${shown} are here; all of them by date:`,
  datedEvents: (name: string) => `Dated events that name ${name}`,
  allDatedEvents: (count: number) => `All ${count} on their timeline`,
  partDescription: (name: string) => `Where sources name ${name}`,
  words: (name: string) => `Words of ${name}`,
  wordsDescription: (name: string) => `What sources quote ${name} with`,
  inferred: ', inferred',
  alsoWritten: 'Also written',
  unprinted: (isFirst: boolean) => `${isFirst ? 'Also' : '; also'} known as (not in these sources):`,
  identity: {
    title: 'Other spellings',
    nothingJoined: 'Every mention uses the same name.',
    why: 'Why we treat these as the same',
    columns: ['Reason', 'Certainty'],
    possiblySame: 'May be the same (not merged)',
    related: 'Related, not the same',
    registered: 'This name is in the register kept by this dossier’s editors.',
    found: 'Found by rules; not confirmed by an editor.',
    elsewhere: 'Elsewhere: ',
  },
  roles: {
    title: 'What sources say they are',
    scope: 'How the articles describe them. Nobody has checked it.',
    inText: 'In the articles’ words',
    more: (count: number) => `${count} more`,
    columns: ['Description', 'Where', 'Certainty'],
  },
  neighbours: {
    title: 'Named in the same sentences',
    scope: 'Appearing together doesn’t mean they’re linked.',
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
    caption: (name: string) => `Sources that name ${name}, by day of publication. A larger disc means more sentences.`,
    byMonth: (name: string) => `Sources that name ${name}, month by month. A larger disc means more sources.`,
  },
  map: {
    title: 'Map of the places',
    description: 'The numbered list under the map names them.',
    register: 'Coordinates come from the register. ',
    scope: 'Outlines: Natural Earth. Borders show who controls an area, not who claims it.',
    gazetteer:
      ' A hollow mark was found by its name in a gazetteer, and nobody has confirmed it. Names that several places share are left out. Gazetteer: GeoNames, CC BY 4.0.',
    byName: 'from the gazetteer, not confirmed',
  },
} as const

/** Which source uses which word. */
export const words = {
  title: 'Word choice',
  description: (scope: string) => `Which source uses which word for the same thing. ${scope}`,
  standfirst: 'What a source calls something can take a side, or avoid one. Each word with every passage that uses it.',
  star: '* in quotation marks: a speaker’s word, or one that the source does not use as its own.',
  columns: ['Wording', 'Sources', 'Uses', 'First in'],
  source: 'Source',
  wording: 'Wording',
  quoted: 'inside quotation marks',
} as const

/** The timeline and its dated events. */
export const timeline = {
  title: 'Timeline',
  description: (scope: string) => `The events the sources date, in order. ${scope}`,
  partDescription: 'The events the sources date',
  years: 'Years',
  scope:
    'A disc is a day, a bar a longer period; a dotted end is open. Hollow: the date was inferred. Dashed: planned or denied, not reported as done.',
  open: 'Date uncertain',
  openNote: 'The sources do not give the day or the year, so these are listed apart, each with the dates it may have.',
  mostSources: 'Reported by most sources',
  parts: 'Parts of the timeline',
  all: 'All dated events',
  toldBy: 'Filter by source',
  naming: 'Filter by name',
  of: (name: string) => `Timeline: ${name}`,
  ofTitle: 'Timeline: ',
  ofSource: (name: string) => `Dated events reported by source ${name}`,
  ofEntity: (name: string) => `Dated events that name ${name}`,
  drawing: {
    title: 'Events the sources date',
    description:
      'A mark for each dated event, or for each month where there are many. The list below gives the same data.',
    handTitle: 'Dated events',
    handDescription: 'The list below gives the same data.',
    around: (when: string) => `${when} among the dated events around it`,
    aroundDescription: 'The marked one is the subject of this page; the lists below name the others.',
  },
  /** Words that only lead into a sentence; the name of an event beside its mark does without them. */
  leadIns: 'however meanwhile separately also but and earlier later the a an'.split(' ') as readonly string[],
  links: {
    reported: 'later reported:',
    denied: 'later denied or doubted:',
    maybeDenied: 'denied or doubted, perhaps of another occasion:',
    maybe: 'may be:',
  },
  modes: { reported: '', plan: 'planned', denied: 'denied or doubted' },
  accountModes: { reported: 'as reported', plan: 'planned', denied: 'denied or doubted' },
  whyMode: (mode: string) => `Why it’s listed as ${mode.replace('as ', '')}`,
  date: (certainty: string) => (certainty === 'editor' ? 'date given by an editor' : `date ${certainty}`),
  disputed: (reason: string, by: string | undefined) => `${by ?? 'An editor'}: it did not happen that way. ${reason}`,
  disputedMark: 'an editor disputes this',
  kickers: { reported: 'Dated event', plan: 'Planned', denied: 'Denied or doubted' },
  edtf: 'Date (EDTF)',
  precise: (precision: string) => `precise to the ${precision}`,
  unplaced: 'date uncertain: the day or year is not given',
  eventDescription: (when: string, sources: string) => `${when}, reported by ${sources}.`,
  oneAccount: 'The only account',
  accounts: (count: number) => `${count} accounts`,
  whyTogether: 'Why these accounts are grouped',
  contradicted: 'What later statements deny or doubt',
  followed: 'What was reported for the same days',
  possiblySame: 'May be the same event (not merged)',
  beforeAfter: 'Before and after',
  reading: (words: string, reason: string) => `“${words}”: ${reason}`,
} as const

/** The ledger of figures. */
export const figures = {
  title: 'Figures',
  description: (scope: string) => `Which figures are claimed by whom, side by side. ${scope}`,
  partDescription: 'Which figures were first reported by whom',
  quantities: 'Kinds of figures',
  standfirst: 'Who claims which number, in the words of each source. Never added up, never averaged.',
  scope: [
    'Statements about the same thing are in one table; a source that repeats another confirms nothing. See also ',
    'where the sources differ',
    '.',
  ],
  notTheSame: (count: number) => `These ${count} are in separate tables: nothing shows that they count the same thing.`,
  some: 'Showing the most reported; the rest are listed by year.',
  kicker: 'Figure',
  columns: ['Exact words', 'Range', 'Counting', 'Where and when', 'According to', 'Reported by'],
  accepted: 'accepted by an editor',
  absent: 'not stated',
  nobody: 'no one named',
  sentence: 'Full sentence',
  inTable: 'In this table: ',
  drawing: {
    title: (title: string) => `What each source’s words allow: ${title}`,
    description: 'The table below gives the same figures.',
    caption: 'The range each source’s words allow; a bar that reaches the edge has no upper limit.',
  },
  oneStatement: 'The only statement',
  statements: (count: number) => `${count} statements`,
  unlike: 'Not compared',
  unlikeScope: 'Similar figures that count something else, or at another place or time.',
  pairs: ['One', 'Other', 'Why they were not compared'],
  key: 'Key for corrections',
  date: 'a date',
  open: 'open',
  upTo: (high: string) => `up to ${high}`,
  orMore: (low: string) => `${low} or more`,
  range: (low: string, high: string) => `${low} to ${high}`,
  /** The measure of the thing counted, by kind of quantity: "people killed". */
  done: {
    death: 'killed',
    injury: 'injured',
    displacement: 'displaced',
    detention: 'detained',
    release: 'released',
    infection: 'infected',
    missing: 'missing',
    rescue: 'rescued',
    shelter: 'sheltered',
    seizure: 'seized',
    aboard: 'aboard',
    attendance: 'attending',
    destruction: 'destroyed',
    damage: 'damaged',
    loss: 'lost',
    dwelling: 'living there',
  } as Readonly<Record<string, string>>,
  /** The dimension measured: "Age: Tomas Vale". */
  measured: {
    age: 'Age',
    altitude: 'Altitude',
    capacity: 'Capacity',
    depth: 'Depth',
    distance: 'Distance',
    fall: 'Fall',
    height: 'Height',
    length: 'Length',
    magnitude: 'Magnitude',
    penalty: 'Fine',
    price: 'Price',
    sentence: 'Sentence',
    size: 'Size',
    speed: 'Speed',
    width: 'Width',
  } as Readonly<Record<string, string>>,
  /** Headings of the kinds of quantity; all other kinds stand under that of `count`. */
  kinds: {
    count: 'Other numbers',
    aboard: 'People on board',
    age: 'Ages',
    altitude: 'Altitudes',
    attendance: 'Attendance',
    capacity: 'Capacity',
    damage: 'Damage',
    date: 'Dates that differ',
    day: 'Days',
    death: 'Deaths',
    depth: 'Depths',
    destruction: 'Destruction',
    detention: 'Detentions',
    displacement: 'Displaced people',
    distance: 'Distances',
    dwelling: 'Population',
    height: 'Heights',
    hour: 'Times of day',
    infection: 'Infections',
    injury: 'Injuries',
    length: 'Lengths',
    loss: 'Losses',
    magnitude: 'Magnitudes',
    missing: 'Missing people',
    penalty: 'Fines and penalties',
    price: 'Prices',
    release: 'Releases',
    rescue: 'Rescues',
    shelter: 'People sheltering',
    seizure: 'Seizures',
    sentence: 'Sentences',
    size: 'Sizes',
    speed: 'Speeds',
    width: 'Widths',
  } as Readonly<Record<string, string>>,
  /** Nouns that name their kind of quantity by themselves: "casualties", not "casualties killed". */
  plain: {
    attendance: ['attendees', 'participants'],
    death: ['bodies', 'casualties', 'dead', 'deaths', 'fatalities'],
    detention: ['arrests', 'captives', 'detainees', 'hostages', 'inmates', 'prisoners'],
    displacement: ['evacuees', 'refugees'],
    dwelling: ['inhabitants', 'residents'],
    infection: ['infections'],
    injury: ['casualties', 'injured', 'injuries', 'wounded'],
    loss: ['losses'],
    missing: ['missing'],
  } as Readonly<Record<string, readonly string[]>>,
  /** Words at which the name of what is counted ends: "bombs allegedly". */
  ends: 'allegedly at critically from heavily in reportedly seriously severely slightly speedily that them us who'.split(
    ' ',
  ) as readonly string[],
  ofMeasure: (measure: string, what: string) => `${measure}: ${what}`,
  uncounted: (words: readonly string[]) => words.map((one) => `“${one}”`).join(' / '),
  whichDay: (what: string | undefined, dates: readonly string[]) => `${what ?? 'Which day'}: ${dates.join(' or ')}?`,
  onDay: (what: string | undefined, dates: readonly string[]) => `${what ?? 'Date'}: ${dates.join(', ')}`,
  share: (what: string | undefined) => (what ? `Share of ${what}` : 'Share'),
  settled: (status: string) => `, decided by an editor: ${status}`,
  notSettled: '',
  single: (settled: string) => `One source only${settled}`,
  series: (count: number, settled: string) =>
    `${count === 2 ? 'Two' : count} statements of a count that changed from day to day${settled}`,
  several: (count: number, isCompatible: boolean, settled: string) =>
    `${count === 2 ? 'Two' : count} ${isCompatible ? 'compatible statements' : 'statements that disagree'}${settled}`,
} as const

/** Quotations and their speakers. */
export const quotations = {
  title: 'Quotations',
  description: (scope: string) => `Who is quoted, in whose words. ${scope}`,
  partDescription: 'Who is quoted, in whose words',
  speakers: 'Speakers',
  unnamed: 'Unnamed speakers',
  described: 'Unnamed speakers, as described',
  open: 'Speaker unclear',
  scope: 'The same words in several sources are one quotation with several appearances.',
  bySpeaker: 'By speaker',
  mostPrinted: 'Quoted most',
  notNamed: 'speaker not named',
  reported: 'reported speech',
  partial: 'partial quotation',
  toldTo: (outlet: string) => `told to ${outlet}`,
  inPassage: 'In its passage',
  whySame: 'Why it is the same quotation',
  differs: (kind: string, first: string) =>
    first === '' ? 'not in the first appearance' : `${kind}: “${first}” in the first appearance`,
  nobody: 'speaker unclear',
  modes: { direct: 'Direct quotation', fragment: 'Partial quotation', reported: 'Reported speech' },
  wordsOf: (who: string) => `Words of ${who}`,
  published: 'published ',
  noSpeaker: 'It is not clear from the text who said this.',
  printedAs: (words: string) => ` printed as “${words}”`,
  speaker: (certainty: string) => (certainty === 'editor' ? 'speaker given by an editor' : `speaker ${certainty}`),
  oneOccurrence: 'Where it appears',
  occurrences: (count: number) => `${count} appearances, the earliest first`,
} as const

/** Caveats of sources about their own words. */
export const caveat = {
  later: (sentence: string) => `Not confirmed; the source adds: “${sentence}”`,
  same: (words: string) => `Not confirmed; the source says so in the same sentence: “${words}”`,
} as const

/** Where sources differ or repeat one another, and who reports what. */
export const comparison = {
  title: 'Disagreements',
  heading: 'Where the sources differ',
  description: (scope: string) => `Where the sources differ, and where they only repeat one another. ${scope}`,
  standfirst: 'Statements that do not agree, each in the words of its source. Nothing here says who is right.',
  whatIsOrigin: 'When several sources count as one',
  incomplete: (tenths: number) =>
    [
      `The list is not complete: in tests, the rules found at most ${tenths} in 10 of such statements. `,
      'How it was measured',
    ] as const,
  /** Sources of which some share an origin. */
  repeated: (sources: string, origins: number) => `${sources}, counted as ${origins}`,
  first: (most: number) => `Showing the first ${most} of each kind.`,
  none: 'No disagreement was found among these sources.',
  sections: {
    denials: 'Denied or doubted',
    plans: 'Plans and outcomes',
    figures: 'Figures and dates that differ',
    contradictions: 'Conflicting statements',
    reprinted: 'Quotes used by more than one source',
    unlike: 'Similar, but not compared',
    apart: 'May be the same event (not merged)',
  },
  reprintedScope:
    'One quote in several sources is not several witnesses. Words that differ from its first appearance are marked.',
  unlikeScope: [
    'Similar figures that count other things, or at other places or times. They are listed apart among the ',
    'figures',
    '.',
  ],
  apartScope: 'Reports that may be about the same event. No rule is sure enough to merge them; an editor can.',
  apartColumns: ['One', 'Other', 'Why they were not merged'],
  silent: {
    summary: (count: string, all: string) => `Not named in ${count} of ${all} sources`,
    scope:
      'Looked for under every name listed here. A source may mean it in other words, and not naming isn’t denying.',
  },
  announced: 'planned',
  denied: 'denied or doubted',
  reported: 'reported',
  followed: 'Planned; later reported',
  deniedBy: (isPlan: boolean, isLater: boolean) =>
    `Denies or doubts what was ${isPlan ? 'planned' : 'reported'}${isLater ? ', perhaps of another occasion' : ''}`,
  answers: (reason: string) => `An editor answers: ${reason}`,
  unanswered: 'Found by the program; no person has checked it yet.',
  teaser: {
    heading: 'Disputed',
    kinds: {
      denial: 'Denied or doubted',
      figure: 'Figures differ',
      date: 'Dates differ',
      conflict: 'Conflicting statements',
    },
    against: (words: string, when: string) => `Against: “${words}” (${when})`,
    values: (words: readonly string[], sources: string) => `${words.join(' or ')} (${sources})`,
    all: 'All disagreements',
  },
  coverage: {
    title: 'Coverage',
    description: (scope: string) => `Which source names whom, and which is silent. ${scope}`,
    kicker: 'Who reports what',
    standfirst:
      'Which source reports what and names whom, and which does not. The page of each name lists the sources that do not use it.',
    scope: 'A larger disc means more sentences; a dot, that the source does not name it.',
    origins: 'Shared wording',
    events: 'Dated events',
    drawing: (kind: string) => `Sources by ${kind} they name`,
    drawingDescription: 'The table below gives the same counts.',
    table: 'The same as a table',
    source: 'Source',
    cell: (source: string, name: string, places: string) => `${source} names ${name} in ${places}`,
  },
  events: {
    alone: ['None of the ', ' was matched with one in another source. Some may be of the same event.'],
    scope: 'What more than one source reports, in order of time. A dash: the source does not mention it.',
    leftOut: (events: string) => ` ${events} that fewer sources report are on the timeline only.`,
    event: 'Event',
    toldBy: 'Reported by',
  },
  origins: {
    title: 'Shared wording',
    scope:
      'Sources that share wording or credit the same agency count as one: repeating is not confirming. Others may still rely on one another.',
    all: (sources: string) => `Quotations apart, no shared wording was found in the ${sources}. `,
    some: (origins: number, sources: string) => `${sources} count as ${origins}. `,
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
  address: 'Link',
  onePassage: 'Cite one passage (APA)',
  otherStyles: (styles: string) =>
    `In ${styles} style, in BibTeX or RIS: take the citation from this box and put the link of the passage in place of its link.`,
  headline: 'Headline',
  paragraph: (number: number, page: string | undefined) => (page ? `p. ${page}, para. ${number}` : `Para. ${number}`),
  short: 'Cite',
  citedIn: 'Cited in: ',
  original: 'Cite the original’s own address',
  plain: 'Plain text',
} as const

/** How the dossier was made, where nobody wrote it by hand, and how to read its marks. */
export const method = {
  title: 'Method',
  standfirst: 'How these articles became pages, how to read the marks, and what a machine cannot do.',
  sections: [
    {
      id: 'made',
      title: 'How it works',
      text: [
        'A program read the articles and applied rules that anyone can look up. No language model took part, nothing was looked up on the network, and the same articles give the same pages.',
        'It separated the text of each article from menus, captions and advertisements; what it left out is listed on the page of the article. It marked names, dates, quotations and figures. It decided which names mean the same person, organisation or place, and which reports are about the same event. It then set the sources side by side.',
        'The text of a passage is the article’s own. Every mark keeps the rule that made it, and every page leads back to the passage.',
      ],
    },
    {
      id: 'limits',
      title: 'What it cannot do',
      text: [
        'It does not judge which source is right, and it does not add, average or translate anything.',
        'It misses things. A name that no rule recognised has no page, and a source listed as silent may say it in words the program did not understand. Read the source before you rely on a gap.',
        'It makes mistakes: two people with one name may be joined, one person with two spellings may be split, and a quotation may be given to the wrong speaker. An editor can correct each of them, and the correction is shown with its reason.',
      ],
    },
    {
      id: 'citing',
      title: 'Citing',
      text: [
        'Every passage has an address of its own that keeps working. When a text changes, the address of the cited version still shows the words that were cited.',
      ],
    },
  ],
  legend: {
    title: 'How to read the marks',
    kinds: {
      person: 'somebody named',
      organisation: 'a group, body or company',
      place: 'a country, town or other place',
      event: 'something that has a name: a conference, a battle',
      work: 'a report, law, agreement or book',
      object: 'a ship, weapon or other thing with a name',
    },
    date: ['on Friday', 'a date; its page or list says which day it means, and why'],
    figure: ['at least 40', 'a number of something; the figures page sets it beside those of other sources'],
    passage: 'the number of a passage; it links to the passage, for citing',
    certainties: {
      stated: 'the text says so in its own words',
      inferred: 'worked out by a rule; its reason is given',
      editor: 'a person decided it, with the reason',
    },
  },
  measured: {
    title: 'How often it is right',
    note: 'Measured on published test collections of English news, not on the articles of this dossier.',
    columns: ['What', 'Marked and right', 'Found of all there are', 'Measured on'],
    parts: {
      names: 'Names of people, organisations and places',
      dates: 'Dates and times',
      days: 'Dates with the day they mean',
      speakers: 'Speakers of quotations',
      differences: 'Differences between sources',
      denials: 'Claims that another source denies',
      figures: 'Figures of one thing in one table',
      events: 'Reports joined as one event',
      origins: 'Articles counted as one origin',
    },
    percent: (share: number) => `${share.toFixed(1)}%`,
    unmeasured: 'How often names are joined rightly depends on the dossier: check what matters to you.',
  },
} as const

/** The data to take away. */
export const data = {
  title: 'Data',
  description: (licence: string) =>
    `The whole dossier as files: sources, annotations, names, tables, texts. Licence: ${licence}.`,
  kicker: (licence: string) => `Licence of what the dossier adds: ${licence}`,
  standfirst:
    'Everything on these pages can be downloaded and checked against the original files. Positions count Unicode characters of the decoded file; the end is exclusive. Where a file quotes the sources, the words belong to their publishers.',
  columns: ['File', 'What it holds', 'Size', 'Licence', 'SHA-256'],
  size: (kilobytes: string) => `${kilobytes} kB`,
  quoted: '; quoted words: their publishers',
  takedowns: ['What was published here and later removed is listed in the ', 'log of takedowns', '.'],
} as const

/** The search page as it is built. */
export const search = {
  nameList: {
    title: 'A list of names',
    note: 'Paste names, one a line, or a table with a column “name”. Each is looked up in your browser; nothing is sent.',
    placeholder: 'Ines Okafor',
    look: 'Look them up',
    save: 'Save the result as CSV',
    columns: ['Name', 'Where', 'Other spellings', 'May be'],
  },
  title: 'Search',
  heading: 'Search the sources',
  description: (scope: string) => `Search every passage of the dossier. ${scope}`,
  words: 'Words to search for',
  placeholder: 'Words, a name, or “an exact phrase”',
  scope: (scope: string) => `Scope: ${scope} `,
  keys: ' to search; ↑ ↓ to move through the results.',
  grammar: [
    ['“two words”', 'side by side'],
    ['-word', 'leaves out sources with it'],
    ['one OR other', 'either'],
    ['13 Feb 2017', 'that day'],
  ] as const,
  scopeName: 'Search in',
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

/** Texts of the scripts of reading pages. */
export const copying = {
  copy: 'Copy',
  copied: 'Copied',
  otherStyles: 'in APA style. Chicago, MLA, BibTeX and others',
  ofPassage: (number: string) => `Everything in this box now cites ¶ ${number}.`,
} as const
