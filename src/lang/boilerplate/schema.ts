import { z } from 'zod'
import { makePatternList } from '../../text/pattern-list.ts'

/** A pattern, or several of which one must fit. */
const source = z.union([z.string(), z.array(z.string())]).transform((patterns) => [patterns].flat().join('|'))

/** Fits anywhere in a text. */
const anywhere = (flags: string) => source.transform((pattern) => new RegExp(pattern, flags))
/** Fits at the beginning of a text. */
const opening = (flags: string) => source.transform((pattern) => new RegExp(`^(?:${pattern})`, flags))
/** Fits a whole text. */
const whole = (flags: string) => source.transform((pattern) => new RegExp(`^(?:${pattern})$`, flags))

const words = z.array(z.string()).transform((list) => new Set(list))

/** A rule that excludes whole lines, as `lines.yml` holds them. */
const LineRuleData = z.strictObject({
  rule: z.string(),
  kind: z.string(),
  words: z.int(),
  isUnended: z.boolean().default(false),
  lines: words.default(new Set()),
  patterns: z.array(whole('iu')).default([]),
})

/** A form of a picture credit at the end of a line, and what the line must hold for it to fit. */
const creditForm = z
  .strictObject({ if: anywhere('u'), form: z.string() })
  .transform(({ if: mark, form }) => ({ mark, credit: new RegExp(`(?:${form})[).\\]]{0,2}$`, 'u') }))

/**
 * The files of a pack's `boilerplate/` folder. What each entry means is said in the English files.
 *
 * `iu` ignores the case of letters, `u` does not.
 */
export const FILES = {
  lines: z.array(LineRuleData),
  wording: z.strictObject({
    dangling: words,
    small: words,
    empty: words,
    media: words,
    reader: anywhere('iu'),
    reported: anywhere('iu'),
    lowerInCapitals: anywhere('u'),
    runningHeads: anywhere('iu'),
    halves: words,
  }),
  people: z.strictObject({
    agencies: z.array(z.array(z.string())),
    roles: words,
    posts: words,
    sections: words,
    openers: z.array(z.string()),
    and: z.string(),
    article: z.string(),
    plural: z.string(),
    particles: z.array(z.string()),
    noNames: words,
    gluedOpener: opening('u'),
    loneOpener: whole('iu'),
    bylineEnds: anywhere('iu'),
    bylinePlaces: anywhere('u'),
    placedName: whole('u'),
    namelessAgencies: whole('iu'),
    namelessServices: whole('iu'),
    authorLabel: opening('iu'),
    authorJoined: opening('u'),
    authorPronouns: opening('u'),
    authorIs: anywhere('u'),
    authorCovers: anywhere('u'),
    authorReached: z.string(),
  }),
  dates: z.strictObject({
    months: z.array(z.string()).length(12),
    monthsShort: z.array(z.string()),
    weekdays: z.array(z.string()).length(7),
    weekdaysShort: z.array(z.string()),
    around: words,
    changed: z.array(z.string()),
    month: z.string(),
    year: z.string(),
    end: z.string(),
    names: z.string(),
    day: z.string(),
    forms: z.array(anywhere('giu')),
    yearless: anywhere('iu'),
    dayAndMonth: whole('iu'),
    today: anywhere('i'),
    clock: anywhere('iu'),
    published: anywhere('i'),
    entryTime: whole('iu'),
    bar: anywhere('giu'),
    seam: anywhere('giu'),
    toldWeekday: anywhere('u'),
    nearMonth: anywhere('u'),
    planned: anywhere('iu'),
    captionDay: anywhere('u'),
  }),
  captions: z.strictObject({
    services: z.array(z.string()),
    openings: opening('iu'),
    scenes: source.transform((scenes) => new RegExp(`(?:^|\\b| )(?:${scenes})`, 'iu')),
    verbs: source.transform((verbs) => new RegExp(`^(?:[\\p{L}\\p{N}'’.,\\-]+ ){1,12}(?:${verbs}) `, 'u')),
    told: anywhere('iu'),
    reported: anywhere('iu'),
    loose: anywhere('iu'),
    name: z.string(),
    creditForms: z.array(creditForm),
    dashed: anywhere('u'),
    drawn: whole('u'),
    source: whole('u'),
    labelledCredit: opening('iu'),
  }),
  notes: z.strictObject({
    revisions: source.transform((notes) => new RegExp(`^\\((?:${notes})\\b[^()]{0,300}\\)[.]?\\s*`, 'u')),
    tasks: z.array(z.string()),
    task: z.string(),
    credits: whole('u'),
    sources: z.array(z.string()),
    labels: words,
    editors: anywhere('u'),
    editorsLine: opening('u'),
    signedWith: opening('iu'),
    sourceLine: whole('iu'),
    namelessSources: whole('iu'),
    sharedSources: anywhere('iu'),
    copyright: whole('iu'),
    bareCopyright: whole('iu'),
    within: z.string(),
  }),
  promotions: z.strictObject({
    openers: source.transform((openers) => new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${openers})\\b`, 'iu')),
    marks: z.array(anywhere('iu')).transform(makePatternList),
    reader: anywhere('iu'),
    appeals: anywhere('iu'),
    appealReader: anywhere('iu'),
    appealReported: anywhere('iu'),
  }),
  boxes: z.strictObject({
    summaries: words,
    sellers: whole('iu'),
    adverts: whole('iu'),
    offers: opening('iu'),
    offerTitles: opening('iu'),
    offerReader: anywhere('iu'),
    comments: whole('iu'),
    commentButtons: whole('iu'),
    commentAges: whole('iu'),
    releases: whole('iu'),
    releaseSenders: whole('u'),
    releaseWires: anywhere('iu'),
    releaseClosings: whole('iu'),
    releaseAbouts: whole('u'),
    listEnds: whole('iu'),
  }),
} as const

/** One file of a pack, checked and with its patterns compiled. */
export type BoilerplateFile<Name extends keyof typeof FILES> = Readonly<z.infer<(typeof FILES)[Name]>>

export type LineRule = z.infer<typeof LineRuleData>
