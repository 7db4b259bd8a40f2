import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { boilerplate } from '../en/index.ts'
import { readBoilerplate } from './read-boilerplate.ts'

/** Reads the English files with the text of one of them changed. */
function readChanged(file: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(fileURLToPath(new URL('../en', import.meta.url)), folder, { recursive: true })
  writeFileSync(join(folder, 'boilerplate', file), text)
  return readBoilerplate(pathToFileURL(join(folder, 'boilerplate/')))
}

test('a key in angle brackets is replaced by the words under it, also of the calendar', () => {
  expect(boilerplate.dates.planned.source).toContain('january|february')
  expect(boilerplate.notes.editorsLine.source).toContain('[Tt]ranslated')
  expect(boilerplate.captions.creditForms[0]!.credit.source).toContain('Anadolu')
})

test.each([
  ['wording.yml', 'dangling: []'],
  ['wording.yml', 'unknown: []'],
  ['lines.yml', '- rule: boilerplate/x'],
  ['dates.yml', 'months: [january]'],
])('%s with %j is refused', (file, text) => expect(() => readChanged(file, text)).toThrow())

test("a pack's own words are used", () => {
  const text = "- { rule: boilerplate/share, kind: share, words: 3, lines: ['deel dit'] }"
  const pack = readChanged('lines.yml', text)
  expect(pack.findLineRule('Deel dit')?.rule).toBe('boilerplate/share')
  expect(pack.findLineRule('Share this')).toBeUndefined()
})
