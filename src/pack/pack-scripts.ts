import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { rolldown } from 'rolldown'

/** `.ts` in the repository, `.js` in the package that is made of it. */
const READER_SOURCE = ['ts', 'js']
  .map((ending) => fileURLToPath(new URL(`browser/read-packed.${ending}`, import.meta.url)))
  .find(existsSync)!

/** An import whose address is only known when it runs names a file of the site. */
const IMPORT_OF_FILE = /\bimport\((?=`\$|[A-Za-z_$])/g
/** What Vite would preload for an import; here it is in the same script. */
const PRELOADED = /__vite__mapDeps\(\[[\d,]*\]\)/g

const forDisk: Plugin = {
  name: 'for-disk',
  transform: (code) => ({
    code: code.replaceAll(IMPORT_OF_FILE, 'self.importPacked(').replaceAll(PRELOADED, '[]'),
    map: null,
  }),
}

/** The script of a page with all that it imports, as one classic script. */
export function bundleScript(file: string): Promise<string> {
  return bundle(file, [forDisk])
}

/** The script that reads packed files. */
export function bundleReader(): Promise<string> {
  return bundle(READER_SOURCE, [])
}

async function bundle(input: string, plugins: Plugin[]): Promise<string> {
  const built = await rolldown({ input, plugins, logLevel: 'silent' })
  try {
    const { output } = await built.generate({ format: 'iife', codeSplitting: false, minify: true })
    return output[0].code
  } finally {
    await built.close()
  }
}

/** The twin of a file: a classic script that hands its bytes to the reader. */
export function writeTwin(path: string, bytes: Buffer): string {
  return `packed(${JSON.stringify(path)},"${bytes.toString('base64')}")\n`
}
