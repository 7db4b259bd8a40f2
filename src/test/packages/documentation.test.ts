import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dossierSettings } from '../../model/dossier.ts'
import { registerEntry, tombstone } from '../../model/register.ts'
import { sidecar } from '../../model/sidecar.ts'
import { pathOf } from './package-files.ts'

/* The examples of `docs/` are true: YAML fits the schema that it names, and commands and flags exist. */

const SCHEMAS = {
  dossier: dossierSettings,
  sidecar,
  register: registerEntry.array(),
  tombstones: tombstone.array(),
}
const blocks = globSync('docs/*.md', { cwd: pathOf('.') }).flatMap((file) =>
  [...readFileSync(pathOf(file), 'utf8').matchAll(/^```(yaml|sh)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
    file: basename(file),
    kind: kind!,
    text: text!,
  })),
)

const examples = blocks.flatMap(({ file, text }) => {
  const schema = /\$schema=\S*?schemas\/(\w+)\.json/.exec(text)?.[1]
  return schema === undefined ? [] : [{ file, schema: schema as keyof typeof SCHEMAS, text }]
})
const commands = [
  ...new Set(
    blocks.filter(({ kind }) => kind === 'sh').flatMap(({ text }) => text.match(/(?<=^npx dossier ).+$/gm) ?? []),
  ),
]

const helpOf = new Map<string, string>()
function readHelp(command: string): string {
  const help =
    helpOf.get(command) ??
    execFileSync(process.execPath, [pathOf('src/cli.ts'), command, '--help'], { encoding: 'utf8' })
  helpOf.set(command, help)
  return help
}

test.each(examples)('$file: YAML for $schema', ({ schema, text }) => {
  expect(SCHEMAS[schema].safeParse(parse(text)).error).toBeUndefined()
})

test.each(commands)('dossier %s', (line) => {
  const [command = '', ...rest] = line.split(' ')
  const help = readHelp(command)
  expect(help).toContain(`Usage: dossier ${command}`)
  for (const flag of rest.filter((word) => word.startsWith('--')))
    expect(help).toMatch(new RegExp(`^ +${flag}\\b`, 'm'))
})

test('there are examples of both', () => {
  expect([examples.length > 5, commands.length > 7]).toEqual([true, true])
})
