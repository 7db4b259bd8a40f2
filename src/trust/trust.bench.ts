import { parseArgs } from 'node:util'
import { carryText } from './carry-text.ts'
import type { Harm } from './carry-text.ts'
import { generateHostile } from './generate-hostile.ts'
import { COUNT } from './positions.ts'
import { readHostile } from './read-hostile.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '7' } } })
const hostile = readHostile()
const generated = generateHostile(hostile, Number(values.count), Number(values.seed))

/** Carries every text and prints those that do harm. */
async function carryAll(texts: readonly string[]): Promise<Harm[]> {
  const harms: Harm[] = []
  for (const text of texts) {
    const found = await carryText(text)
    if (found.length > 0) console.log(JSON.stringify(text), found)
    harms.push(...found)
  }
  return harms
}

console.log(`${COUNT.text} positions in text, ${COUNT.frontMatter} in front matter; compilers: unified, Sätteri; readers: ours, HTML`)
for (const [name, texts] of [['named', hostile.map(({ text }) => text)], ['generated', generated]] as const) {
  const harms = await carryAll(texts)
  const count = (kind: Harm['kind']) => harms.filter((harm) => harm.kind === kind).length
  console.log(`${texts.length} ${name} hostile strings: ${count('executed')} executed, ${count('broken')} broken, ${count('changed')} changed`)
  if (harms.length > 0) process.exitCode = 1
}
