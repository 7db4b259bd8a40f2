import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { stemWord } from './en/words/verb-forms.ts'
import type { Word } from './words.ts'
import { keyPhrase, splitWords } from './words.ts'

interface Act {
  readonly name: string
  readonly words: readonly string[]
  readonly weak?: boolean
  readonly common?: boolean
  readonly declared?: boolean
}

const acts: Record<string, Act> = parse(readFileSync(new URL('en/comparison/acts.yml', import.meta.url), 'utf8'))
const KINDS = new Map(
  Object.entries(acts).flatMap(([kind, { words }]) => words.map((words) => [stemPhrase(words), kind] as const)),
)
const WEAK = new Set(Object.keys(acts).filter((kind) => acts[kind]!.weak))
const COMMON = new Set(Object.keys(acts).filter((kind) => acts[kind]!.common))
const DECLARED = new Set(Object.keys(acts).filter((kind) => acts[kind]!.declared))
/** Stems that the words of an act can begin with. */
const OPENERS = new Set([...KINDS.keys()].map((phrase) => phrase.split(' ')[0]!))
const LONGEST = Math.max(...[...KINDS.keys()].map((phrase) => phrase.split(' ').length))

/**
 * Reads what kinds of things a stretch of words tells of.
 *
 * @param stems stems of the words, in order
 * @returns kinds of `acts.yml` with the positions of their words
 */
export function readActs(stems: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let at = 0; at < stems.length; at += 1) {
    if (!OPENERS.has(stems[at]!)) continue
    for (let length = Math.min(LONGEST, stems.length - at); length > 0; length -= 1) {
      const kind = KINDS.get(stems.slice(at, at + length).join(' '))
      if (kind === undefined) continue
      found.set(kind, [...(found.get(kind) ?? []), ...Array.from({ length }, (_, step) => at + step)])
      break
    }
  }
  return found
}

/** Whether the kind says only that somebody spoke, began or went: no evidence by itself. */
export function isWeakAct(kind: string): boolean {
  return WEAK.has(kind)
}

/** Whether the kind happens so often that it is little evidence where a day is not known. */
export function isCommonAct(kind: string): boolean {
  return COMMON.has(kind)
}

/** Whether the kind comes about by words, so that it is of the day on which it is announced. */
export function isDeclaredAct(kind: string): boolean {
  return DECLARED.has(kind)
}

/** Kinds of acts as readers are told of them: "a ceasefire". */
export function nameAct(kind: string): string {
  return acts[kind]?.name ?? kind.replaceAll('-', ' ')
}

/** Kinds of acts that a sentence tells of, those left out that say only that somebody spoke, began or went. */
export function readStrongActs(sentence: string): string[] {
  return [...new Set(placeStrongActs(splitWords(sentence)).values())]
}

/** The same by the place of each of their words. */
export function placeStrongActs(words: readonly Word[]): Map<number, string> {
  const acts = [...readActs(words.map(({ key }) => stemWord(key)))].filter(([act]) => !isWeakAct(act))
  return new Map(acts.flatMap(([act, places]) => places.map((at) => [at, act] as const)))
}

/** The act that all sentences tell of, as readers are told of it; a rare one before a common one. */
export function nameSharedAct(sentences: readonly string[]): string | undefined {
  const [first = [], ...others] = sentences.map(readStrongActs)
  const shared = first.filter((act) => others.every((acts) => acts.includes(act)))
  const act = shared.find((one) => !isCommonAct(one)) ?? shared[0]
  return act === undefined ? undefined : nameAct(act)
}

function stemPhrase(phrase: string): string {
  return keyPhrase(phrase).split(' ').map(stemWord).join(' ')
}
