import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/*
 * Words of a language are in its pack: the stages and the code around the packs contain none. Stage 1 reads the
 * labels of web pages and programs in many languages, before the language of a text is known: from one list.
 */

const SRC = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['pipeline/{1-read,2-clean,3-find,4-resolve,5-relate}', 'lang/{boilerplate,dates,names,tagger}']

/** Lists and patterns with letters that are words of no language, or of many. */
const TECHNICAL: Readonly<Record<string, string>> = {
  'lang/boilerplate/read-boilerplate.ts': 'endings of internet addresses',
  'lang/names/candidate.ts': 'beginnings of personal names of many languages that have a capital inside',
  'lang/tagger/name-features.ts': 'articles, with which a model was trained',
  'pipeline/1-read/databases/factiva.ts': 'labels of databases of newspapers',
  'pipeline/1-read/databases/nexis.ts': 'labels of databases of newspapers',
  'pipeline/1-read/databases/proquest.ts': 'labels of databases of newspapers',
  'pipeline/1-read/decode-bytes.ts': 'markup, and names that programs give',
  'pipeline/1-read/extract-file.ts': 'messages of Node',
  'pipeline/1-read/formats/database.ts': 'labels of databases of newspapers',
  'pipeline/1-read/formats/docx.ts': 'markup, and names that programs give',
  'pipeline/1-read/formats/epub.ts': 'markup, and names that programs give',
  'pipeline/1-read/formats/feed.ts': 'schemes of addresses',
  'pipeline/1-read/formats/html.ts': 'markup, and names that programs give',
  'pipeline/1-read/formats/mail.ts': 'headers of mail',
  'pipeline/1-read/formats/odt.ts': 'markup, and names that programs give',
  'pipeline/1-read/formats/references.ts': 'schemes of addresses',
  'pipeline/1-read/formats/warc.ts': 'markup, and names that programs give',
  'pipeline/1-read/html/block-words.yml': 'what a model was trained with',
  'pipeline/1-read/html/features.ts': 'markup, and names that programs give',
  'pipeline/1-read/html/json-ld.ts': 'markup, and names that programs give',
  'pipeline/1-read/html/kinds.ts': 'markup, and names that programs give',
  'pipeline/1-read/html/page-head.ts': 'markup, and names that programs give',
  'pipeline/1-read/html/parse-page.ts': 'markup, and names that programs give',
  'pipeline/1-read/labels.yml': 'what programs write around articles, in many languages',
  'pipeline/1-read/languages.yml': 'what programs and databases call a language',
  'pipeline/1-read/list-folder.ts': 'markup, and names that programs give',
  'pipeline/1-read/mail/read-message.ts': 'headers of mail',
  'pipeline/1-read/records/fields.yml': 'keys of tables and scrapers',
  'pipeline/1-read/records/read-records.ts': 'schemes of addresses',
  'pipeline/1-read/warc/warc-parser.ts': 'markup, and names that programs give',
  'pipeline/1-read/xml/parse-xml.ts': 'markup, and names that programs give',
  'pipeline/2-clean/cut/cut-markup.ts': 'markup languages',
  'pipeline/2-clean/cut/markup.yml': 'markup languages',
  'pipeline/2-clean/judge/exclude-notes.ts': 'endings of internet addresses',
  'pipeline/2-clean/judge/fields.yml': 'keys of front matter',
  'pipeline/2-clean/judge/find-body.ts': 'kinds of excluded lines, which are our own names',
  'pipeline/2-clean/judge/lines.yml': 'program code',
  'pipeline/4-resolve/bearers.ts': 'suffixes of personal names of many languages',
  'pipeline/4-resolve/country-boxes.yml': 'names of countries as the gazetteer has them',
  'pipeline/4-resolve/forms.yml': 'legal forms of many countries',
  'pipeline/4-resolve/gazetteer.ts': 'articles in names of places of many languages',
  'pipeline/4-resolve/group.ts': 'articles and particles in personal names of many languages',
  'pipeline/4-resolve/places.ts': 'articles in personal names of many languages',
  'pipeline/4-resolve/transliteration.yml': 'given names of many languages in Latin letters',
  'pipeline/5-relate/contradictions/renamed-rules.yml': 'names of rules, which are our own',
}

/** Escapes, group names and flags, which are no words; and the unknown digits of EDTF ("XXXX-WXX"). */
const SYNTAX = /\\u[\dA-F]{4}|\\x[\dA-F]{2}|\\[pP]\{[^}]*\}|\\.|\(\?<\w+>|\/[a-z]*$|X{2,}/g
const LITERAL = /(?<=[=(,:?&|]\s*|\breturn\s)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g

/** Whether a regular-expression literal of a program has three Latin letters in a row. */
const hasWords = (code: string): boolean =>
  [...code.matchAll(LITERAL)].some(([pattern]) => /[a-zA-Z]{3}/.test(pattern.replaceAll(SYNTAX, ' ')))

const filesOf = (ending: string): string[] =>
  FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.${ending}`, { cwd: SRC }))

test('stages hold no word list and no pattern with words of a language', () => {
  const lists = filesOf('yml').filter((file) => !file.endsWith('/rules.yml'))
  const programs = filesOf('ts').filter(
    (file) => !/\.(?:test|bench|fixture)\.ts$/.test(file) && hasWords(readFileSync(`${SRC}/${file}`, 'utf8')),
  )
  const found = [...lists, ...programs]
  expect(found.filter((file) => !(file in TECHNICAL)).toSorted()).toEqual([])
  expect(Object.keys(TECHNICAL).filter((file) => !found.includes(file))).toEqual([])
})

test.each([
  ['if (/^(?:said|told)$/.test(word)) return 1', true],
  ['const TITLE = /Mr\\.?|Dame/u', true],
  ['const LETTER = /\\p{Script=Latin}{3}/gu', false],
  ['return /(?<year>\\d{4})/.exec(text)', false],
  ['if (/^XXXX-WXX-([1-7])$/.test(edtf)) return', false],
])('%s has words: %s', (code, expected) => expect(hasWords(code)).toBe(expected))

test('only the packs and the training code name a language', () => {
  const users = globSync('**/*.{ts,astro}', { cwd: SRC })
    .filter((file) => !/^(?:lang\/[a-z]{2}|test|train)\/|\.(?:test|bench|fixture)\.ts$/.test(file))
    .filter((file) => /['"/]lang\/[a-z]{2}\/|from '\.\/[a-z]{2}\//.test(readFileSync(`${SRC}/${file}`, 'utf8')))
  expect(users).toEqual([])
})
