import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noCache } from '../../cache/result-cache.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { Relations } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { seedRange } from '../../text/ranges.ts'

/*
 * Invented stories, each reported by several outlets. `{dead:nine}` marks a statement about one thing; the head of
 * the file lists the things on which the outlets differ and the acts that one reports and another denies.
 */

/** Words of an article that are marked with the thing they are about. */
interface Mark {
  readonly thing: string
  readonly start: number
  readonly end: number
}

interface Story {
  readonly name: string
  readonly differs: readonly string[]
  readonly denied: readonly string[]
  readonly articles: readonly { name: string; date: string; text: string; marks: readonly Mark[] }[]
}

/** Counts for one story or for several; `wrong` lists false comparisons, in words. */
export interface StoryScore {
  shown: number
  right: number
  differing: number
  found: number
  pairs: number
  rightPairs: number
  denials: number
  denialsFound: number
  /** Pairs that `review` asks about, those of them that differ, and the differences that are only asked about. */
  asked: number
  rightAsked: number
  onlyAsked: number
  readonly wrong: string[]
  readonly missed: string[]
  /** Useless questions of `review`, in words. */
  readonly vain: string[]
}

/** Reads the stories of a folder. */
export function readStories(folder: string): Story[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readStory(name.replace('.txt', ''), readFileSync(join(folder, name), 'utf8')))
}

function readStory(name: string, text: string): Story {
  const [head, ...articles] = text.split(/^=== /m)
  const list = (field: string) =>
    (new RegExp(`^${field}:(.*)$`, 'm').exec(head!)?.[1] ?? '').split(',').flatMap((one) => one.trim() || [])
  return { name, differs: list('differs'), denied: list('denied'), articles: articles.map(readArticle) }
}

function readArticle(article: string) {
  const end = article.indexOf('\n')
  const [name, date] = article.slice(0, end).split(' ') as [string, string]
  const marks: Mark[] = []
  let text = ''
  let read = end + 1
  for (const { 0: all, 1: thing, 2: words, index } of article.matchAll(/\{([\w-]+):([^}]*)\}/g)) {
    if (index < read) continue
    text += article.slice(read, index)
    marks.push({ thing: thing!, start: text.length, end: text.length + words!.length })
    text += words
    read = index + all.length
  }
  return { name, date, text: text + article.slice(read), marks }
}

/** Builds each story as a separate dossier and counts what is right. */
export async function scoreStories(stories: readonly Story[]): Promise<StoryScore> {
  const score: StoryScore = {
    shown: 0,
    right: 0,
    differing: 0,
    found: 0,
    pairs: 0,
    rightPairs: 0,
    denials: 0,
    denialsFound: 0,
    asked: 0,
    rightAsked: 0,
    onlyAsked: 0,
    wrong: [],
    missed: [],
    vain: [],
  }
  for (const story of stories) {
    const relations = await buildStory(story)
    const { sources } = relations
    const thingOf = markReader(story, sources)
    scoreFigures(story, relations, thingOf, score)
    scoreDenials(story, relations, thingOf, score)
  }
  return score
}

async function buildStory({ articles }: Story) {
  const root = mkdtempSync(join(tmpdir(), 'story-'))
  try {
    mkdirSync(join(root, 'seeds/articles'), { recursive: true })
    writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Story\ndescription: Told by several outlets.\n')
    for (const { name, date, text } of articles) {
      writeFileSync(join(root, `seeds/articles/${name}.txt`), text)
      if (date) writeFileSync(join(root, `seeds/articles/${name}.yml`), `date: ${date}\npublisher: ${name}\n`)
    }
    const { dossier } = await buildDossier(root, { cache: noCache, engine: '', report: () => {} })
    return dossier
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Reads what a span is about: the things that are marked in it. */
function markReader({ articles }: Story, sources: readonly Source[]) {
  return ({ file, passage, start, end }: SpanInFile): string[] => {
    const source = sources.find((one) => one.file === file)!
    const at = seedRange(source.passages.find(({ ordinal }) => ordinal === passage)!, { start, end })
    const article = articles.find(({ name }) => file.endsWith(`/${name}.txt`))!
    return article.marks.filter((mark) => mark.start < at.end && at.start < mark.end).map(({ thing }) => thing)
  }
}

type ThingReader = ReturnType<typeof markReader>

function scoreFigures(story: Story, { figures }: Relations, thingOf: ThingReader, score: StoryScore): void {
  const found = new Set<string>()
  for (const { key, rows, isCompatible } of figures) {
    const things = rows.map(({ at }) => thingOf(at)[0])
    const [first] = things
    const pairs = things.flatMap((one, at) =>
      things.slice(at + 1).flatMap((other) => (one && other ? [one === other] : [])),
    )
    score.pairs += pairs.length
    score.rightPairs += pairs.filter(Boolean).length
    const isRight = first !== undefined && things.every((one) => one === first) && story.differs.includes(first)
    if (pairs.includes(false)) score.wrong.push(`${story.name}: one table: ${key}: ${things.join(', ')}`)
    if (isCompatible) continue
    score.shown += 1
    if (isRight) score.right += 1
    if (isRight) found.add(first)
    else
      score.wrong.push(
        `${story.name}: ${key}: ${rows.map(({ words }, at) => `${words} (${things[at] ?? '?'})`).join(', ')}`,
      )
  }
  score.differing += story.differs.length
  score.found += found.size
  const asked = scoreQuestions(story, figures, thingOf, score)
  score.onlyAsked += story.differs.filter((one) => asked.has(one) && !found.has(one)).length
  const describe = (one: string) => `${story.name}: ${one}${asked.has(one) ? ' (asked about)' : ''}`
  score.missed.push(...story.differs.filter((one) => !found.has(one)).map(describe))
}

/** The things that differ of which `review` asks. */
function scoreQuestions(
  story: Story,
  figures: Relations['figures'],
  thingOf: ThingReader,
  score: StoryScore,
): Set<string> {
  const found = new Set<string>()
  for (const { figures: pair, reason } of figures.flatMap(({ likely = [] }) => likely)) {
    const [one, other] = pair.map((at) => thingOf(at)[0])
    const isRight = one !== undefined && one === other && story.differs.includes(one)
    score.asked += 1
    if (isRight) score.rightAsked += 1
    if (isRight) found.add(one)
    else
      score.vain.push(
        `${story.name}: ${pair.map(({ file }, at) => `${file} (${[one, other][at] ?? '?'})`).join(', ')}: ${reason}`,
      )
  }
  return found
}

function scoreDenials(story: Story, relations: Relations, thingOf: ThingReader, score: StoryScore): void {
  const events = [...relations.datedEvents, ...relations.unplaced]
  const byKey = new Map(events.map((one) => [one.key, one]))
  const found = new Set<string>()
  for (const event of events)
    for (const { key } of event.contradictedBy ?? []) {
      const told = event.reports.flatMap(({ sentence }) => thingOf(sentence))
      const denials = byKey.get(key)!.reports.map(({ sentence }) => thingOf(sentence))
      const things = [...story.denied, ...story.differs]
      const shared = things.find((one) => told.includes(one) && denials.every((held) => held.includes(one)))
      if (shared) found.add(shared)
      else score.wrong.push(`${story.name}: denied: ${event.summary}`)
    }
  score.denials += story.denied.length
  score.denialsFound += story.denied.filter((one) => found.has(one)).length
  score.missed.push(...story.denied.filter((one) => !found.has(one)).map((one) => `${story.name}: denied ${one}`))
}
