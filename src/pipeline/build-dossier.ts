import type { ResultCache } from '../cache/result-cache.ts'
import { publishFiles } from '../export/cut-large.ts'
import { describeFiles, exportDossier } from '../export/export-dossier.ts'
import type { Packing } from '../export/pack-blocks.ts'
import type { Dossier } from '../model/dossier.ts'
import { basePath } from '../model/dossier.ts'
import type { Addresses, PermalinkRecord } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import type { DataFile, MadeFile, SetDown, WrittenFile } from '../model/published-file.ts'
import { holdFile } from '../model/published-file.ts'
import type { SourceVersion } from '../model/entry.ts'
import { writeEntries } from '../text/entry-lines.ts'
import { escapeJson } from '../text/escape.ts'
import { forgetTexts } from '../text/tokens.ts'
import type { Extract } from './1-read/read-articles.ts'
import { readDossier } from './1-read/read-dossier.ts'
import { dateSources } from './4-resolve/dating/date-sources.ts'
import { resolveEntities } from './4-resolve/resolve-entities.ts'
import { relate } from './5-relate/relate-dossier.ts'
import { assignAddresses } from './6-address/assign-addresses.ts'
import { choosePresent } from './6-address/carry-captures.ts'
import { keepVersions, versionFile } from './6-address/carry-source.ts'
import { checkRedirects, listRedirects, writeRedirects } from './6-address/list-redirects.ts'
import { PUBLISHED_RECORD, RECORD_FILE, parseRecord, quoteCitedPassages, writeRecord } from './6-address/record-file.ts'
import type { Composed } from './7-compose/compose-dossier.ts'
import { composeDossier } from './7-compose/compose-dossier.ts'
import type { TakePage, WritePage } from './7-compose/write-page.ts'
import { analyseSeeds } from './analyse-seeds.ts'
import { describeRules } from './describe-rules.ts'
import { extractCached } from './extract-in-workers.ts'
import { HeapRefusal, refuseHeap } from './refuse-heap.ts'

/** The result of a build: the dossier, its addresses and its files. */
export interface BuiltDossier {
  readonly dossier: Dossier
  readonly addresses: Addresses
  readonly record: PermalinkRecord
  /** The record before this build: the lines of its file, and what they hold. */
  readonly published: { readonly lines: Iterable<string>; readonly record: PermalinkRecord }
  /** Earlier texts of sources that changed. */
  readonly versions: readonly SourceVersion[]
  /** Files under `content/`. */
  readonly content: readonly WrittenFile[]
  /** The trees from which the MDX of `content/` is written, for rendering the site. */
  readonly trees: readonly WrittenFile[]
  /** Files of the site that Astro does not make: those of its `data/` folder, and `_redirects` for the host. */
  readonly data: readonly DataFile[]
  /** Problems of all stages. */
  readonly problems: readonly Problem[]
}

/** Dependencies of a build besides the dossier's folder. */
export interface BuildTools {
  readonly cache: ResultCache
  /** Hash of the rules: code, word lists and model. */
  readonly engine: string
  /** Called as each stage begins. */
  readonly report: (stage: string) => void
  /** Omits the data files and exports, which take longest after a small change and which no page shows. */
  readonly isPreview?: boolean
  /** How pages are written. */
  readonly writePage?: WritePage
  /** Finds pages of the last build, which need not be composed again. */
  readonly takePage?: TakePage
  /** Where files are put that are made; by default they are held. */
  readonly setDown?: { readonly content: SetDown; readonly data: SetDown }
  /** Reads files; one that keeps its thread saves loading the readers again. */
  readonly extract?: Extract
  /** Packed parts of large data files. */
  readonly packs?: ResultCache
  /** Hash of the whole program: data files of the same by another program are made again. */
  readonly program?: string
}

const HOLD = { content: holdFile, data: holdFile }

/** The whole pipeline from the seeds of a dossier to the text of every file. Writes nothing but the cache. */
export async function buildDossier(root: string, tools: BuildTools): Promise<BuiltDossier> {
  const { engine, program, report, isPreview = false, setDown = HOLD, packs } = tools
  const { dossier, read, problems } = await relateSeeds(root, tools)
  const { input, published } = read
  const { settings } = input

  report('Giving out addresses')
  const addressed = assignAddresses(dossier, published.value, input.tombstones, read.captures)
  const { addresses, record } = addressed.value
  const kept = keepVersions(record, input.versions, addressed.value.versions)

  const redirects = listRedirects(record)
  const hostRedirects = writeRedirects(redirects, basePath(settings))

  if (!isPreview) forgetTexts()
  report('Composing pages')
  const pages = { write: tools.writePage, take: tools.takePage, setDown: setDown.content }
  const composed = composeDossier(dossier, addresses, describeRules(), pages)
  const packing = { packs, engine, program }
  const toPublish = publishFiles(listData(composed, record, packing), packing)
  const data = isPreview ? [] : Array.from(toPublish, (file) => setDown.data(file))
  const list = (path: string, entries: readonly object[]) =>
    setDown.content({ path, chunks: writeEntries<object>(entries) })
  return {
    dossier,
    addresses,
    record,
    published: { lines: read.record, record: published.value },
    versions: kept.value,
    content: [
      ...composed.content,
      ...kept.value.map(writeVersion),
      list('content/exports.json', describeFiles(data)),
      list('content/redirects.json', redirects),
      setDown.content({ path: RECORD_FILE, chunks: writeRecord(record) }),
    ],
    trees: composed.trees,
    data: [...data, { path: '_redirects', text: hostRedirects }],
    problems: [
      problems,
      published.problems,
      addressed.problems,
      checkRedirects(hostRedirects, settings.stubs === true),
      kept.problems,
    ].flat(),
  }
}

/** Stages 1 to 5: the sources, what they name, and what they say about the same things. */
export async function relateSeeds(root: string, tools: BuildTools) {
  const read = await readSources(root, tools)
  const { input, present, sources, findings } = read
  const { settings, register, adjudications, answers } = input

  tools.report('Resolving names')
  const resolved = resolveEntities(present, register)
  const { entities, mentions } = resolved.value

  tools.report('Relating what the sources say')
  const written = { register, adjudications, answers, corrections: read.corrections }
  const relations = relate(sources, findings, entities, mentions, written)
  const dossier: Dossier = {
    settings,
    sources,
    findings,
    entities,
    mentions,
    ...relations.value,
    unused: [...input.unused],
  }
  return { dossier, read, problems: [read.problems, resolved.problems, relations.problems].flat() }
}

/**
 * The first four stages: the seeds, and the sources with their annotations and dates.
 *
 * @throws {HeapRefusal} when the articles are more than the process has memory for
 */
async function readSources(root: string, { cache, engine, report, extract }: BuildTools) {
  report('Reading the seeds')
  const { value: input, problems } = await readDossier(root, extractCached(cache, engine, extract))
  const { seeds, ...others } = input
  const { settings, register } = others
  const refused = refuseHeap(seeds)
  if (refused) throw new HeapRefusal(refused)

  report(`Cleaning and annotating ${seeds.length} articles`)
  const record = input.record ?? []
  const published = parseRecord(record)
  const cited = quoteCitedPassages(input, published.value)
  const analysed = await analyseSeeds(cited.value.seeds, { settings, register }, cache, engine)
  const chosen = choosePresent(analysed.value, published.value, input.tombstones)

  report('Dating sources by one another')
  const dated = dateSources(chosen.value.present)
  return {
    /* Without the seeds, whose texts are those of the sources again. */
    input: others,
    record,
    published,
    corrections: cited.value.corrections,
    captures: chosen.value.captures,
    present: dated.value,
    sources: dated.value.map(({ source }) => source),
    findings: dated.value.map((one) => one.findings),
    problems: [problems, cited.problems, analysed.problems, chosen.problems, dated.problems].flat(),
  }
}

function* listData(composed: Composed, record: PermalinkRecord, packing: Packing): Generator<MadeFile> {
  yield* composed.data()
  yield* exportDossier(composed.publish(), packing)
  yield { path: PUBLISHED_RECORD, chunks: writeRecord(record).map(escapeJson) }
}

function writeVersion(version: SourceVersion): WrittenFile {
  return { path: versionFile(version), text: `${JSON.stringify(version, undefined, 1)}\n` }
}
