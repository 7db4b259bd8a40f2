import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The expected result of a build for a file: accepted, or refused by a rule. */
export interface HostileFile {
  /** Name in `seeds/`. */
  readonly path: string
  /** Bytes of the file; or a link, a folder, a length of zeros. */
  readonly content:
    | string
    | Uint8Array
    | { readonly link: string }
    | { readonly folder: true }
    | { readonly zeros: number }
  /** Rule of the problem; absent when the file is accepted. */
  readonly rule?: string
  /** The same bytes as another file's: accepted as a copy of its source. */
  readonly isCopy?: true
}

const WORDS =
  'Ines Okafor signed the harbour contract in Northport on Monday, the ministry said. Nobody else had seen it before the vote, and the council of Northport has not published it since; its lawyers call that lawful, and others do not.'
const article = (mark: string) => `${WORDS} ${mark}\n`
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
const bytes = (...values: number[]) => new Uint8Array(values)
const CODE = "require('fs').writeFileSync(process.env.CANARY || '/tmp/dossier-canary', '')"
const front = (opening: string) => `${opening}\n{ title: ${CODE} }\n---\n\n${WORDS} ${opening}\n`

/** Files that someone could put among the seeds, each with the expected result. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  { path: 'articles/asterisks.txt', content: `${'*'.repeat(20_000)}\n\n${article('Asterisks')}` },
  {
    path: 'articles/asterisks.md',
    content: `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}\n\n${article('Asterisks of Markdown')}`,
  },
  { path: 'articles/brackets.md', content: `${'['.repeat(20_000)}\n\n${article('Brackets')}` },
  { path: 'articles/quotations.md', content: `${'>'.repeat(5_000)} x\n\n${article('Quotations')}` },
  {
    path: 'articles/lists.md',
    content: `${Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')}\n\n${article('Lists')}`,
  },
  { path: 'articles/backticks.md', content: `${'`'.repeat(40_000)}\n\n${article('Backticks')}` },
  { path: 'articles/angles.txt', content: `${'<'.repeat(10_000)}\n\n${article('Angles')}` },
  { path: 'articles/braces.txt', content: `${'{{'.repeat(10_000)}\n\n${article('Braces')}` },
  { path: 'articles/one-line.txt', content: `${WORDS} `.repeat(200) },
  { path: 'articles/one-word.txt', content: `${'a'.repeat(500_000)}\n\n${article('One word')}` },
  { path: 'articles/50-mb.txt', content: { zeros: 50_000_000 }, rule: 'file/too-large' },
  { path: 'articles/long.txt', content: `${'word '.repeat(450_000)}\n`, rule: 'file/too-long' },
  {
    path: 'articles/many-passages.txt',
    content: Array.from(
      { length: 5_100 },
      (_, index) => `Ines Okafor signed part ${index} of the contract in Northport.\n\n`,
    ).join(''),
    rule: 'source/too-many-passages',
  },
  { path: 'articles/nul.txt', content: `a\0${WORDS}`, rule: 'file/not-text' },
  { path: 'articles/zeros.txt', content: { zeros: 1_000 }, rule: 'file/not-text' },
  {
    path: 'articles/picture.txt',
    content: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3),
    rule: 'file/not-text',
  },
  { path: 'articles/empty.txt', content: '', rule: 'file/empty' },
  { path: 'articles/blank.txt', content: ' \n\t\u00A0\n', rule: 'file/empty' },
  { path: 'articles/mark-only.txt', content: '\uFEFF', rule: 'file/empty' },
  { path: 'articles/utf16.txt', content: utf16(article('UTF-16')) },
  { path: 'articles/half-pair.txt', content: utf16(article('Half \uD800 a pair')) },
  { path: 'articles/odd-utf16.txt', content: new Uint8Array([...utf16(article('Odd UTF-16')), 0x41]) },
  {
    path: 'articles/windows.txt',
    content: Buffer.from(article('“caf\xe9”').replace('“', '\x93').replace('”', '\x94'), 'latin1'),
  },
  {
    path: 'articles/declared.txt',
    content: Buffer.from(`<meta charset="iso-8859-2">${article('\xa3\xf3d\xbc')}`, 'latin1'),
  },
  {
    path: 'articles/declared-unknown.txt',
    content: Buffer.from(`<meta charset="x-harbour">${article('caf\xe9')}`, 'latin1'),
  },
  {
    path: 'articles/damaged.txt',
    content: new Uint8Array([...Buffer.from(article('Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë')), 0xff, 0x0a]),
  },
  { path: 'articles/turned.txt', content: article('\u202Ename\u202C of \u2066Vale\u2069') },
  { path: 'articles/terminal.txt', content: article('\x1B[2J of many words') },
  { path: 'articles/separators.txt', content: article('one\u2028two\u2029three\u0085four') },
  { path: 'articles/old-mac.txt', content: `${WORDS} Old Mac\r\r${WORDS}\r` },
  { path: 'articles/code.txt', content: `${front('---js')}As text\n` },
  { path: 'articles/code.md', content: front('---js'), rule: 'file/front-matter' },
  { path: 'articles/code-long.md', content: front('---javascript'), rule: 'file/front-matter' },
  { path: 'articles/code-space.md', content: front('--- js'), rule: 'file/front-matter' },
  { path: 'articles/code-capital.md', content: front('---JS'), rule: 'file/front-matter' },
  { path: 'articles/code-mark.md', content: `\uFEFF${front('---js ')}`, rule: 'file/front-matter' },
  { path: 'articles/constructor.md', content: front('---constructor'), rule: 'file/front-matter' },
  { path: 'articles/unclosed.md', content: `---\nheadline: x\n\n${WORDS}`, rule: 'file/front-matter' },
  { path: 'articles/toml.md', content: `+++\ntitle = "x"\n+++\n\n${article('TOML')}` },
  {
    path: 'articles/words-of-objects.txt',
    content: `${WORDS} 5 constructor were killed and 7 toString wounded, Constructor Vale of the Hasownproperty Council said. “We saw valueOf.”\n`,
  },
  {
    path: 'articles/tag.md',
    content: `---\nheadline: !!js/function "function () { ${CODE} }"\n---\n${WORDS} Tag`,
    rule: 'file/yaml',
  },
  { path: 'articles/alias.md', content: `---\nheadline: &a x\npublisher: *a\n---\n${WORDS} Alias`, rule: 'file/yaml' },
  {
    path: 'articles/prototype.md',
    content: `---\n__proto__: { isAdmin: true }\n---\n${WORDS} Prototype`,
    rule: 'file/schema',
  },
  {
    path: 'articles/script.txt',
    content: `<script>${CODE}</script>\n\n${article('Script')}\n{${CODE}}\n\nexport const a = ${CODE}\n`,
  },
  {
    path: 'articles/mdx.md',
    content: `import fs from "fs"\n\n{${CODE}}\n\n<img src=x onerror="${CODE}">\n\n${article('MDX')}`,
  },
  { path: 'articles/link.txt', content: { link: '/etc/passwd' }, rule: 'file/not-a-file' },
  { path: 'articles/dead-link.txt', content: { link: '/nowhere/at/all' }, rule: 'file/not-a-file' },
  { path: 'articles/loop.txt', content: { link: 'loop.txt' }, rule: 'file/not-a-file' },
  { path: 'articles/folder.txt', content: { folder: true }, rule: 'file/not-a-file' },
  { path: 'articles/x..%2f..%2fescape.txt', content: article('Encoded path') },
  { path: 'articles/a..txt', content: article('Dots') },
  { path: 'articles/a\\..\\b.txt', content: article('Backslashes') },
  { path: 'articles/%2e%2e.txt', content: article('Encoded dots') },
  { path: 'articles/CON.txt', content: article('Device') },
  { path: 'articles/__proto__.txt', content: article('Prototype of a name') },
  { path: 'articles/index.txt', content: article('Index') },
  { path: 'articles/-rf.txt', content: article('Option') },
  { path: 'articles/$(touch canary).txt', content: article('Shell') },
  { path: 'articles/<script>.txt', content: article('Tag in a name') },
  { path: 'articles/a?b#c&d.txt', content: article('Query') },
  { path: 'articles/\u{1F30D}\u202E.txt', content: article('Emoji') },
  { path: 'articles/line\nend.txt', content: article('Line end') },
  { path: `articles/${'n'.repeat(240)}.txt`, content: article('Long name') },
  { path: 'articles/Case.txt', content: article('Case one') },
  { path: 'articles/case.txt', content: article('Case two') },
  { path: 'articles/twin-1.txt', content: article('Twin') },
  { path: 'articles/twin-2.txt', content: article('Twin'), isCopy: true },
  { path: 'articles/archive.zip', content: 'PK\x03\x04', rule: 'file/unknown-format' },
  { path: 'articles/program.mdx', content: `{${CODE}}`, rule: 'file/unknown-format' },
  { path: 'articles/bomb.txt', content: article('Bomb beside') },
  {
    path: 'articles/bomb.yml',
    content: `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nheadline: *c\n`,
    rule: 'file/yaml',
  },
  { path: 'articles/deep.txt', content: article('Deep beside') },
  { path: 'articles/deep.yml', content: `headline: ${'['.repeat(20_000)}`, rule: 'file/yaml' },
  { path: 'articles/secret.txt', content: article('Secret beside') },
  { path: 'articles/secret.yml', content: { link: '/etc/passwd' }, rule: 'file/not-a-file' },
  { path: 'register/linked.yml', content: { link: '/etc/passwd' }, rule: 'file/not-a-file' },
]

/** Puts hostile files into a dossier's `seeds/`. */
export function makeFiles(root: string, files: readonly HostileFile[]): void {
  for (const { path, content } of files) {
    const target = join(root, 'seeds', path)
    mkdirSync(dirname(target), { recursive: true })
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(target, content)
    else if ('link' in content) symlinkSync(content.link, target)
    else if ('folder' in content) mkdirSync(target)
    else {
      writeFileSync(target, '')
      truncateSync(target, content.zeros)
    }
  }
}
