#!/usr/bin/env node
/* Makes the folder of a new dossier. Plain JavaScript, for it runs under whichever Node npm was started with. */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const USAGE = 'Usage: create-dossier FOLDER [--engine VERSION_OR_TARBALL]\n'
const TEMPLATE = fileURLToPath(new URL('template', import.meta.url))

/** @returns {{ folder: string, engine: string } | undefined} undefined where the command line is wrong */
function readArguments() {
  try {
    const options = { engine: { type: 'string', default: '^0.1.0' } }
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    if (positionals.length !== 1) return undefined
    return { folder: resolve(positionals[0]), engine: values.engine }
  } catch {
    return undefined
  }
}

/** npm leaves `.gitignore` out of a package, so the template holds it without its dot. */
function fillFolder(folder, engine) {
  mkdirSync(folder, { recursive: true })
  cpSync(TEMPLATE, folder, { recursive: true })
  renameSync(join(folder, 'gitignore'), join(folder, '.gitignore'))
  const manifest = {
    private: true,
    type: 'module',
    scripts: { build: 'dossier build', check: 'dossier check', review: 'dossier review', dev: 'dossier dev', preview: 'dossier preview' },
    dependencies: { dossier: engine.endsWith('.tgz') ? keepTarball(folder, engine) : engine },
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
}

/** A tarball goes into the folder, so that whoever clones the dossier can install it. */
function keepTarball(folder, tarball) {
  mkdirSync(join(folder, 'vendor'))
  cpSync(tarball, join(folder, 'vendor', basename(tarball)))
  return `file:vendor/${basename(tarball)}`
}

const args = readArguments()
if (!args) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else if (existsSync(args.folder) && readdirSync(args.folder).length > 0) {
  process.stderr.write(`${args.folder} is not empty. Nothing was written.\n`)
  process.exitCode = 1
} else if (args.engine.endsWith('.tgz') && !existsSync(args.engine)) {
  process.stderr.write(`There is no file ${args.engine}. Nothing was written.\n`)
  process.exitCode = 1
} else {
  fillFolder(args.folder, args.engine)
  process.stdout.write(`A dossier is in ${args.folder}\n\n  cd ${process.argv[2]}\n  npm install\n  npm run build\n`)
}
