import { formatDay } from '../../../text/calendar.ts'
import type { Random } from '../../../train/random.ts'
import { makeRandom } from '../../../train/random.ts'
import type { Named } from './invent-names.ts'
import { happens, inventNames, inventWords, pick, pickEarly } from './invent-names.ts'

/** A piece of text, and whom it names. */
export interface Piece {
  readonly text: string
  readonly names?: Named
}

/** An article in pieces; the first paragraph is the line of its publisher and day. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly Piece[])[]
}

/** Articles and everything they name. */
export interface Corpus {
  readonly articles: readonly Article[]
  readonly named: readonly Named[]
}

const PUBLISHERS = ['Harbour Wire', 'The Delmare Courier', 'Northgate Post', 'Osk Daily', 'Meridian Radio']
const LITTLE = 'the of and to in a for on with by at from as it was that be an after over his which were had but'.split(
  ' ',
)
const SUBJECTS = [
  'harbour ship crane port cargo dock customs berth ferry loan',
  'election vote ballot party candidate turnout recount poll seat campaign',
  'flood river dam rescue shelter storm bridge village road water',
  'trial court judge verdict appeal witness evidence lawyer charge sentence',
  'clinic patient vaccine ward doctor nurse dose hospital inquiry budget',
  'strike union wage factory shift picket contract pension talks manager',
].map((words) => words.split(' '))
const VERBS = 'reported denied confirmed rejected approved delayed ordered leaked published suspended'.split(' ')
const UNITS = ['million crowns', 'workers', 'houses', 'soldiers', 'votes', 'patients', 'tonnes of grain']
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The first day, 2014-01-01, in days since 1970. */
const START = 16_071

/** The content of several articles: who said what, the figures, and when. */
interface Story {
  readonly day: number
  readonly words: readonly string[]
  readonly cast: readonly Named[]
  readonly quotation: string
  readonly amount: string
}

/**
 * Invents news: a fourth as many stories as articles, half as many names, rare words as in real news. Articles of one
 * story share its names, a quotation, a figure and a day. The same number gives the same text.
 */
export function inventCorpus(count: number): Corpus {
  const random = makeRandom(7)
  const named = inventNames(Math.floor(count / 2) + 40, random)
  const rare = inventWords(14_000, random)
  const stories = Array.from({ length: Math.ceil(count / 4) }, () => inventStory(named, rare, random))
  const articles = Array.from({ length: count }, (_, at) => inventArticle(at, pick(stories, random), rare, random))
  return { articles, named }
}

function inventStory(named: readonly Named[], rare: readonly string[], random: Random): Story {
  const words = pick(SUBJECTS, random)
  const cast = new Set(Array.from({ length: 8 + (random() % 8) }, () => named[pickEarly(named.length, random)]!))
  return {
    day: START + (random() % 3650),
    words,
    cast: [...cast],
    quotation: `We shall ${inventClause(9, words, rare, random)}`,
    amount: `${2 + (random() % 900)} ${pick(UNITS, random)}`,
  }
}

function inventClause(length: number, words: readonly string[], rare: readonly string[], random: Random): string {
  const word = () =>
    happens(0.45, random)
      ? pick(LITTLE, random)
      : happens(0.5, random)
        ? pick(words, random)
        : rare[pickEarly(rare.length, random)]!
  return Array.from({ length }, word).join(' ')
}

function inventArticle(at: number, story: Story, rare: readonly string[], random: Random): Article {
  const publisher = pick(PUBLISHERS, random)
  const day = story.day + (random() % 5)
  const clause = (length: number) => inventClause(length, story.words, rare, random)
  const told = [
    writeQuotation(story, random),
    [
      ...nameOne(story, random),
      { text: ` ${pick(VERBS, random)} on ${wordDay(story.day)} that ${story.amount} were lost.` },
    ],
  ].filter(() => happens(0.5, random))
  const paragraphs = Array.from({ length: 9 + (random() % 7) }, () => inventParagraph(story, clause, random))
  return {
    id: `a${String(at).padStart(5, '0')}`,
    title: `${story.cast[0]!.name} ${pick(VERBS, random)} ${pick(story.words, random)} over ${clause(3)}`,
    paragraphs: [[{ text: `${publisher} | ${wordDay(day)}` }], ...told, ...paragraphs],
  }
}

function writeQuotation({ quotation, cast }: Story, random: Random): Piece[] {
  return [
    { text: `“${quotation},” ` },
    { text: cast[0]!.name, names: cast[0]! },
    { text: ` said on ${pick(DAYS, random)}.` },
  ]
}

function inventParagraph(story: Story, clause: (length: number) => string, random: Random): Piece[] {
  const kind = random() % 3
  const one = nameOne(story, random)
  if (kind === 0)
    return [
      { text: `“We ${clause(12)},” ` },
      ...one,
      { text: ` told reporters on ${pick(DAYS, random)}. The ${clause(14)}.` },
    ]
  if (kind === 1)
    return [
      { text: `The ${pick(story.words, random)} of ` },
      ...one,
      { text: ` ${pick(VERBS, random)} yesterday that the ${clause(12)} ` },
      ...nameOne(story, random),
      { text: ` ${clause(8)}.` },
    ]
  return [
    { text: `In ${pick(MONTHS, random)} the ${clause(9)} ` },
    ...one,
    { text: ` ${clause(12)}, and ${2 + (random() % 900)} ${pick(UNITS, random)} ${clause(6)}.` },
  ]
}

function nameOne({ cast }: Story, random: Random): Piece[] {
  const names = cast[pickEarly(cast.length, random)]!
  return [{ text: happens(0.4, random) ? names.name : pick([names.name, ...names.aliases], random), names }]
}

/** A day in words, as 5 March 2016. */
function wordDay(day: number): string {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]} ${year}`
}
