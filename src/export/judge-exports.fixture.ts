import { check as checkGeoJson } from '@placemarkio/check-geojson'
import { parse as parseBibliography, RISParser } from 'biblatex-csl-converter'
import { UndirectedGraph } from 'graphology'
import graphml from 'graphology-graphml'
import { z } from 'zod'
import { judgeMoney } from './judge-money.fixture.ts'
import { judgePackage } from './judge-package.fixture.ts'

/** The texts of the exported files, by name. */
export type ExportedTexts = ReadonlyMap<string, string>

/** Reads every export but the TEI as its users' programs do. What they would refuse or lose is a fault. */
export function judgeExports(files: ExportedTexts): string[] {
  const text = (name: string) => files.get(name)!
  return [
    ...[...files].flatMap(([name, content]) => judgeCharacters(name, content)),
    ...judgeMoney(text('entities.ftm.json')),
    ...judgePackage(files),
    ...judgeBibliography(text),
    ...judgeAnnotations(text('annotations.jsonl')),
    ...judgeTimeline(text('timeline.timelinejs.json')),
    ...judgePlaces(text('places.geojson')),
    ...judgeNetwork(text('co-mentions.graphml'), text('entities.csv')),
  ]
}

/**
 * Line ends are the only control characters of a file, and a file that a page may embed does not contain the end of a
 * script element.
 */
function judgeCharacters(name: string, text: string): string[] {
  const hidden = /[^\P{Cc}\r\n]|\p{Cs}|[\uFFFE\uFFFF]/u.exec(text)
  const isEmbeddable = /\.(?:json|jsonl|geojson|xml|graphml)$/.test(name)
  return [
    ...(hidden ? [`${name}: character ${JSON.stringify(hidden[0])} at ${hidden.index}`] : []),
    ...(isEmbeddable && /<\/script/i.test(text) ? [`${name}: the end of a script element`] : []),
  ]
}

function judgeBibliography(text: (name: string) => string): string[] {
  const { length } = z
    .array(z.object({ id: z.string(), type: z.literal('article-newspaper'), title: z.string() }))
    .parse(JSON.parse(text('bibliography.csl.json')))
  const bib = parseBibliography(text('bibliography.bib'))
  const ris = new RISParser(text('bibliography.ris')).parse()
  const counted = [Object.keys(bib.entries).length, Object.keys(ris.entries ?? ris).length]
  return [
    ...bib.errors.map((error) => `bibliography.bib: ${JSON.stringify(error)}`),
    ...counted.flatMap((count) => (count === length ? [] : [`bibliography: ${count} records of ${length}`])),
  ]
}

const annotation = z.strictObject({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/anno.jsonld'), z.object({})]),
  id: z.string(),
  type: z.literal('Annotation'),
  motivation: z.enum(['identifying', 'tagging', 'describing']),
  body: z.union([
    z.looseObject({ type: z.literal('SpecificResource'), source: z.string(), purpose: z.string() }),
    z.looseObject({ type: z.literal('TextualBody'), value: z.string(), purpose: z.string() }),
  ]),
  target: z.object({
    source: z.string().regex(/#p-/),
    selector: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            type: z.literal('TextQuoteSelector'),
            exact: z.string(),
            prefix: z.string(),
            suffix: z.string(),
          }),
          z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
        ]),
      )
      .min(1),
  }),
})
function judgeAnnotations(text: string): string[] {
  const lines = text.split('\n').slice(0, -1)
  const ids = new Set(lines.map((line) => annotation.parse(JSON.parse(line)).id))
  return ids.size === lines.length ? [] : [`annotations.jsonl: ${lines.length} lines, ${ids.size} ids`]
}

const slideDate = z.strictObject({
  year: z.int(),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
})
/** Texts are HTML to TimelineJS: links and paragraphs of ours, nothing else. */
const html = z.string().regex(/^(?:[^<>]|<\/?p>|<\/a>|<a href="[^"<>]*">)*$/)
const slideText = z.strictObject({ headline: html, text: html })
const timeline = z.strictObject({
  title: z.strictObject({ text: slideText }),
  events: z.array(
    z.strictObject({
      unique_id: z.string(),
      start_date: slideDate,
      end_date: slideDate.optional(),
      display_date: z.string().optional(),
      text: slideText,
      group: z.string(),
    }),
  ),
})

function judgeTimeline(text: string): string[] {
  return (
    timeline
      .safeParse(JSON.parse(text))
      .error?.issues.map(({ path, message }) => `timeline.timelinejs.json: ${path.join('.')} ${message}`) ?? []
  )
}

function judgePlaces(text: string): string[] {
  checkGeoJson(text)
  return []
}

function judgeNetwork(text: string, entities: string): string[] {
  const graph = graphml.parse(UndirectedGraph, text)
  const nodes = entities.split('\r\n').length - 2
  return graph.order === nodes ? [] : [`co-mentions.graphml: ${graph.order} nodes of ${nodes}`]
}
