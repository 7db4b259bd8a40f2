import { globSync } from 'node:fs'
import { pathOf, readText } from './package-files.ts'

/** An example of the documentation: a fenced block of code. */
export interface Block {
  readonly file: string
  readonly text: string
}

/** The pages of `docs/`. */
export function readDocs(): Block[] {
  const files = globSync('docs/**/*.md', { cwd: pathOf('.') }).sort()
  return files.map((file) => ({ file, text: readText(file) }))
}

/** Every example in one language, in order. */
export function listBlocks(kind: string): Block[] {
  const fence = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm')
  return readDocs().flatMap(({ file, text }) =>
    Array.from(text.matchAll(fence), ([, block]) => ({ file, text: block! })),
  )
}
