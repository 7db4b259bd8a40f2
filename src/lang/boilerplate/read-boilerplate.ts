import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findLineRule, listLineWords } from './lines.ts'
import { readPeople, type People } from './people.ts'
import { readPrintedDays, type PrintedDays } from './printed-days.ts'
import { FILES, type BoilerplateFile } from './schema.ts'
import { readWording, type Wording } from './wording.ts'

/**
 * What a language's pack knows of the lines that publishers put around a text, and of those that say who wrote it and
 * when: patterns by file, and the questions that are asked of them.
 */
export interface Boilerplate extends Wording, People, PrintedDays {
  readonly people: BoilerplateFile<'people'>
  readonly dates: BoilerplateFile<'dates'>
  readonly wording: BoilerplateFile<'wording'>
  readonly captions: BoilerplateFile<'captions'>
  readonly notes: BoilerplateFile<'notes'>
  readonly promotions: BoilerplateFile<'promotions'>
  readonly boxes: BoilerplateFile<'boxes'>
  /** True for a word of the language in lower case, as far as the pack knows. */
  readonly isWord: (word: string) => boolean
  /** The first rule that excludes a whole line, if one does. */
  readonly findLineRule: (text: string) => { readonly rule: string; readonly kind: string } | undefined
  /** True when a word of a text stands in an excluded line: "Social Sharing" is no person. */
  readonly hasLineWord: (text: string) => boolean
}

/**
 * Reads the `boilerplate/` folder of a pack.
 *
 * @param folder ends in a slash; `../calendar.yml` from it names the months and weekdays
 * @param isWord tells whether a word in lower case is one of the language
 * @throws when a file lacks an entry or has an unknown one
 */
export function readBoilerplate(folder: URL, isWord: Boilerplate['isWord'] = () => false): Boilerplate {
  const calendar = readYaml(new URL('../calendar.yml', folder)) as Record<string, unknown>
  const read = <Name extends keyof typeof FILES>(name: Name, shared = {}): BoilerplateFile<Name> => {
    const data = readYaml(new URL(`${name}.yml`, folder))
    return FILES[name].parse(Array.isArray(data) ? data : fillIn({ ...shared, ...(data as object) })) as never
  }
  const [people, dates, wording, lines] = [read('people'), read('dates', calendar), read('wording'), read('lines')]
  return {
    ...readWording(wording),
    ...readPeople(people),
    ...readPrintedDays(dates),
    ...{ people, dates, wording, isWord },
    captions: read('captions'),
    notes: read('notes'),
    promotions: read('promotions'),
    boxes: read('boxes'),
    findLineRule: findLineRule(lines),
    hasLineWord: listLineWords(lines),
  }
}

const readYaml = (file: URL): unknown => parse(readFileSync(file, 'utf8'))

/** Puts the words or the pattern under a key in the place of each `<<key>>`. */
function fillIn(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]))
    if (typeof value !== 'string') return value
    return value.replaceAll(/<<(\w+)>>/g, (_, key: string) => [fill(data[key])].flat().join('|'))
  }
  return fill(data) as Record<string, unknown>
}
