import { mkdirSync } from 'node:fs'
import { writeFiles } from '../../publish/write-files.ts'
import { HOSTILE_FILES, makeFiles } from './make-files.ts'
import { readHostile } from './read-hostile.ts'

/** Makes a dossier of every hostile file that is accepted, and of one article whose paragraphs are the hostile strings. */
export function makeHostileDossier(root: string): void {
  mkdirSync(root, { recursive: true })
  makeFiles(
    root,
    HOSTILE_FILES.filter(({ rule }) => rule === undefined),
  )
  const paragraphs = readHostile().map(
    ({ text }) => `The harbour council wrote: ${text.replaceAll(/[\s\0-\x1F\x7F]+/g, ' ')} and nothing else, it said.`,
  )
  writeFiles(root, [
    {
      path: 'seeds/dossier.yml',
      text: 'title: "Harbour <script>alert(1)</script>"\ndescription: "Who signed {what}?"\n',
    },
    { path: 'seeds/articles/strings.txt', text: paragraphs.join('\n\n') },
  ])
}
