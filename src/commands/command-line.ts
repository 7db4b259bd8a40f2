import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { isBucket } from '../cache/bucket.ts'
import type { Shard } from '../pipeline/analyse-seeds.ts'
import { HeapRefusal } from '../pipeline/refuse-heap.ts'
import type { Options, CommandResult } from './options.ts'
import type { PackFlags } from './pack.ts'
import type { ReviewRequest } from './review.ts'
import { readShard } from './shard.ts'

interface Flags {
  readonly root: string
  readonly out?: string
  readonly json?: true
  readonly strict?: true
  readonly verify?: true
  readonly store?: string
}

/** @throws InvalidArgumentError where there is no such folder */
function readRoot(root: string): string {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return root
  throw new InvalidArgumentError(`There is no folder ${resolve(root)}.`)
}

/** Topics of questions, as `--only` takes them. */
const TOPICS = ['same', 'speakers', 'figures', 'names', 'differences', 'events', 'origins', 'dates', 'dropped']
const singular = (topic: string) => topic.replace(/s$/, '')

/** @throws InvalidArgumentError where no question has this topic */
function readTopic(topic: string): string {
  const known = TOPICS.find((one) => singular(one) === singular(topic))
  if (known) return known
  throw new InvalidArgumentError(`The topics are ${TOPICS.join(', ')}.`)
}

/** A bucket is not a path. */
const resolveStore = (store: string): string => (isBucket(store) ? store : resolve(store))

function readOptions({ root, out, json, strict, verify, store }: Flags): Options {
  const folder = resolve(root)
  return {
    root: folder,
    out: resolve(out ?? `${folder}/dist`),
    json: json ?? false,
    strict: strict ?? false,
    verify: verify ?? false,
    ...(store !== undefined && { store: resolveStore(store) }),
  }
}

/** The shard that was asked for; the program ends where there is none such. */
function askShard(asked: string | undefined): Shard {
  const shard = readShard(asked, process.env)
  return typeof shard === 'string' ? program.error(`error: ${shard}`, { exitCode: 2 }) : shard
}

/** Each command is loaded when it is used, so that help and wrong usage answer at once. */
async function run(command: (options: Options) => CommandResult | Promise<CommandResult>, flags: Flags): Promise<void> {
  const options = readOptions(flags)
  const { code, text, json } = await Promise.resolve(command(options)).catch(explainRefusal)
  if (options.json) process.stdout.write(`${JSON.stringify(json)}\n`)
  else (code === 0 ? process.stdout : process.stderr).write(text)
  process.exitCode = code
}

/** @throws the error itself unless the dossier is too large for this process */
async function explainRefusal(error: unknown): Promise<CommandResult> {
  if (!(error instanceof HeapRefusal)) throw error
  const { printProblems } = await import('./options.ts')
  return { code: 1, text: `${printProblems([error.problem])}\n`, json: { ok: false, problems: [error.problem] } }
}

/** The command line: what `dossier` understands. */
export const program = new Command('dossier')
  .description('Turns a folder of clippings into a static site that can be read, searched and cited.')
  .addHelpText('after', '\nExit codes: 0 done, 1 the dossier has errors and nothing was published, 2 wrong usage.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

function addCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--root <folder>', 'the dossier: the folder that holds seeds/', readRoot, '.')
    .option('--out <folder>', 'where the site goes (default: dist in the dossier)')
    .option('--json', 'print one JSON object')
    .option('--strict', 'treat warnings as errors')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
}

addCommand('build', 'build content/ and the site from seeds/')
  .option('--verify', 'build twice, and publish only when both gave the same bytes')
  .option('--store <store>', 'take what dossier analyse left there, and leave there what it lacks')
  .action(async (flags: Flags) => run((await import('./build.ts')).build, flags))
addCommand('analyse', 'read and annotate a part of the articles into a store that build reads, for many machines')
  .requiredOption('--store <store>', 'the store, which all machines share: a folder, or s3://bucket/folder')
  .option('--shard <part>', 'which part, as 3/16 (default: as Slurm, Kubernetes, AWS Batch or GitLab says, else all)')
  .action(async (flags: Flags & { store: string; shard?: string }) => {
    const { analyse } = await import('./analyse.ts')
    return run((options) => analyse(options, resolveStore(flags.store), askShard(flags.shard)), flags)
  })
addCommand('compose', 'build up to the pages, and leave in the store what machines that render them need')
  .requiredOption('--store <store>', 'the store, which all machines share: a folder, or s3://bucket/folder')
  .action(async (flags: Flags) => run((await import('./render.ts')).compose, flags))
addCommand('render', 'render a part of the pages of a composed dossier into the store')
  .requiredOption('--store <store>', 'the store that dossier compose filled')
  .option('--shard <part>', 'which part, as 3/16 (default: as Slurm, Kubernetes, AWS Batch or GitLab says, else all)')
  .action(async (flags: Flags & { shard?: string }) => {
    const { render } = await import('./render.ts')
    return run((options) => render(options, askShard(flags.shard)), flags)
  })
addCommand('check', 'look for problems, and for published addresses that would break, without publishing')
  .option(
    '--published <file>',
    'the record of what readers have, as the hosted site’s data/permalinks.json (default: that of the site in --out)',
  )
  .action(async (flags: Flags & { published?: string }) => {
    const { check } = await import('./build.ts')
    return run((options) => check(options, flags.published && resolve(flags.published)), flags)
  })
addCommand('explain', 'explain what a source, passage, name, quotation or date was made from, and by which rules')
  .argument('<what>', 'a name, an id or an address, as "Ines Okafor", p-4x7k2m or /people/ines-okafor-3k9m2p7x/')
  .action(async (id: string, flags: Flags) => {
    const { explain } = await import('./explain.ts')
    return run((options) => explain(options, id), flags)
  })

addCommand('dev', 'show the dossier while you work on it, with a desk in each page for corrections')
  .option('--port <number>', 'port on this machine; the next free one is taken where it is in use', '4321')
  .action(async (flags: Flags & { port: string }) => {
    const { dev } = await import('./build.ts')
    return dev(readOptions(flags), Number(flags.port))
  })

addCommand('preview', 'serve the built site as its host will, to look at it')
  .option('--port <number>', 'port on this machine; the next free one is taken where it is in use', '4321')
  .action(async (flags: Flags & { port: string }) => {
    const { preview } = await import('./preview.ts')
    return preview(readOptions(flags), Number(flags.port))
  })

addCommand('names', 'find each name of a list in the sources: where it occurs, or that it does not')
  .argument('<list>', 'a file: one name a line, or a table with a column “name”')
  .option('--csv <file>', 'write the result as a table')
  .action(async (list: string, flags: Flags & { csv?: string }) => {
    const { names } = await import('./names.ts')
    return run((options) => names(options, list, flags.csv), flags)
  })

addCommand('review', 'list what a person should decide, the most important first, with answers to choose from')
  .option('--only <topic>', `only questions of one topic: ${TOPICS.join(', ')}`, readTopic)
  .option('--source <name>', 'only questions about one article, by part of its file name')
  .option('--write <answers...>', 'write these answers, and nothing else: 4f2a1c=b, or 4f2a1c=2017-03-02')
  .option('--reason <words>', 'why, shown to readers with the answers that are written')
  .action(async (flags: Flags & ReviewRequest) => {
    const { review } = await import('./review.ts')
    return run((options) => review(options, flags), flags)
  })

addCommand('migrate', 'rewrite what was written in older forms of the files under seeds/').action(
  async (flags: Flags) => run((await import('./migrate.ts')).migrate, flags),
)

program
  .command('diff')
  .description('list what changes for readers between two builds, as Markdown for a comment')
  .argument('<old>', 'the dossier as it was: its folder, or its content/', readRoot)
  .argument('<new>', 'the dossier as it would be', readRoot)
  .option('--json', 'print one JSON object')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(async (old: string, now: string, { json }: { json?: true }) => {
    const { diffBuilds } = await import('../diff/list-changes.ts')
    return run(() => diffBuilds(resolve(old), resolve(now)), { root: '.', ...(json && { json }) })
  })

addCommand('pack', 'write the built dossier as one ZIP file that opens from disk, with search, originals and hashes')
  .option('--file <zip>', 'the file to write, from the dossier’s folder (default: dossier.zip)')
  .option('--timestamp', 'write a timestamp request (RFC 3161) beside it, for you to send')
  .action(async (flags: Flags & PackFlags) => {
    const { pack } = await import('./pack.ts')
    return run((options) => pack(options, flags), flags)
  })

program
  .command('verify')
  .description('compare every file of a pack with its hash, or a pack with an earlier one')
  .argument('<file>', 'the pack')
  .argument('[earlier]', 'another pack of the same dossier')
  .option('--json', 'print one JSON object')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(async (file: string, earlier: string | undefined, { json }: { json?: true }) => {
    const { verify } = await import('./pack.ts')
    return run(() => verify(file, earlier), { root: '.', ...(json && { json }) })
  })
