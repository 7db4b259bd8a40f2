import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Mention } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { readMarked } from './marked.fixture.ts'
import { resolveEntities } from './resolve-entities.ts'

/** Sources that a rule joins names in, or just not; `as` changes the mentions of the first source, in their order. */
interface Example {
  readonly texts: readonly string[]
  readonly as?: readonly Partial<Mention>[]
  readonly register?: readonly Entry[]
}

type Entry = Pick<RegisteredEntity, 'name' | 'kind' | 'aliases'> &
  Partial<Pick<RegisteredEntity, 'labels' | 'same' | 'notSame' | 'possiblySame'>>

const one = (text: string, more: Omit<Example, 'texts'> = {}): Example => ({ texts: [text], ...more })
const two = (...texts: readonly [string, string]): Example => ({ texts })
/** An event named after the place that its first word names. */
const eventsOf = (text: string, ...as: readonly Partial<Mention>[]): Example => one(text, { as })
const VALE: Entry[] = [{ name: 'Ada Vale', kind: 'person', aliases: ['Silver Fox'] }]
const decided = (field: 'same' | 'notSame' | 'possiblySame'): Entry[] => [
  { name: 'Ada Vale', kind: 'person', aliases: [], [field]: [{ name: 'Ben Okafor', reason: 'Looked up.' }] },
]
const OKAFOR: Entry[] = [{ name: 'Mohammed Okafor', kind: 'person', aliases: [] }]

/** Examples and near misses of every rule. */
const EXAMPLES: Readonly<Record<string, { readonly hits: readonly Example[]; readonly misses: readonly Example[] }>> = {
  'acronym-in-brackets': {
    hits: [
      one('{organisation Vale Party} ({organisation XYZ})'),
      one('{organisation NHC} ({organisation Northport Harbour Council})'),
    ],
    misses: [
      one('{organisation Vale Party} and {organisation XYZ}'),
      one('{organisation Vale Ministry} ({organisation ABC|Abc News})'),
    ],
  },
  decided: {
    hits: [one('{person The captain|Ada Vale} left.', { as: [{ rule: 'editor/name', certainty: 'editor' }] })],
    misses: [
      one('{person The captain|Ada Vale} left.'),
      one('{person Ada Vale} left.', { as: [{ rule: 'editor/name', certainty: 'editor' }] }),
    ],
  },
  demonym: {
    hits: [one('{place Norlandish|Norland} ships', { as: [{ form: 'demonym' }] })],
    misses: [one('{place Norland|Norland} ships'), one('{place Norlandish|Norland} ships')],
  },
  'first-word': {
    hits: [one('{person Xi Jinvale} left. {person Xi} smiled.')],
    misses: [
      one('{person Ada Vale} left. {person Vale} sat. {person Ada} smiled.'),
      one('{person Ada Vale} met {person Ada Okafor}. {person Ada} smiled.'),
    ],
  },
  'given-names': {
    hits: [one('{person Ada Mae Vale} left. {person Ada Mae} smiled.')],
    misses: [
      one('{person Ada Mae Vale} in {place Oslo}, the daughter of {person Ada Mae}'),
      one('{person Ada Mae Vale} left. {person Ada Lee} smiled.'),
    ],
  },
  initials: {
    hits: [one('{organisation Council of Northport Pilots}, later {organisation CNP}')],
    misses: [one('{organisation Council of Northport Pilots}, later {organisation CNX}')],
  },
  'known-alias': {
    hits: [one('{place U.K.|United Kingdom}')],
    misses: [one('{place United Kingdom|United Kingdom}'), one('{place U.K.}')],
  },
  'known-as': {
    hits: [
      one('{organisation Salt Front}, formerly known as {organisation Tide Front}'),
      one('{organisation Salt Front} (formerly called {organisation Tide Front})'),
    ],
    misses: [
      one('{person Ada Vale} called {person Bo Okafor} on Friday'),
      one('{organisation Salt Front} knows {organisation Tide Front}'),
    ],
  },
  'middle-name': {
    hits: [one('{person Ada Maria Vale}; {person Ada M. Vale}'), one('{person Ada M. Vale}; {person Ada Vale}')],
    misses: [one('{person Ada M. Vale}; {person Ada T. Vale}'), one('{person Ada M. Vale}; {person Ada Vale Jr.}')],
  },
  'middle-name-across': {
    hits: [two('{person Ada M. Vale} in {place Oslo|Oslo}', '{person Ada Vale} in {place Oslo|Oslo}')],
    misses: [
      two('{person Ada M. Vale} in {place Oslo|Oslo}', '{person Ada Vale} in {place Lima|Lima}'),
      two('{person Ada M. Vale}, {person Ada T. Vale}, {place Oslo|Oslo}', '{person Ada Vale} in {place Oslo|Oslo}'),
    ],
  },
  name: {
    hits: [one('{person Ada Vale} left.')],
    misses: [one('{person Silver Fox} left.', { register: VALE })],
  },
  'possibly-same': {
    hits: [two('{person Ada Vale} in {place Oslo}', '{person Ada Vale} in {place Lima}')],
    misses: [two('{person Ada Vale} in {place Oslo}', '{person Ben Okafor} in {place Lima}')],
  },
  register: {
    hits: [one('{person Silver Fox} left.', { register: VALE })],
    misses: [
      one('{person Silver Vale} left.', { register: VALE }),
      one('{organisation Fox} left.', { register: VALE }),
    ],
  },
  'register-label': {
    hits: [
      one('{organisation The Front} met {organisation Salt Front}.', {
        register: [{ name: 'Salt Front', kind: 'organisation', aliases: [], labels: ['The Front'] }],
      }),
    ],
    misses: [
      one('{organisation The Front} met {organisation Salt Front}.', {
        register: [{ name: 'Salt Front', kind: 'organisation', aliases: [], labels: ['The Salt'] }],
      }),
    ],
  },
  'register-not-same': {
    hits: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('notSame') })],
    misses: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('same') })],
  },
  'register-possibly-same': {
    hits: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('possiblySame') })],
    misses: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('notSame') })],
  },
  'register-same': {
    hits: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('same') })],
    misses: [one('{person Ada Vale} met {person Ben Okafor}.', { register: decided('possiblySame') })],
  },
  'register-spelling': {
    hits: [one('{person Mohamad Okafour} left.', { register: OKAFOR })],
    misses: [
      one('{person Mohammed Okafor} left.', { register: OKAFOR }),
      one('{person Okafour} left.', { register: OKAFOR }),
    ],
  },
  'same-name': {
    hits: [one('{person Ada Vale} and {person Ada Vale}')],
    misses: [one('{person Ada Vale} and {organisation Ada Vale}'), two('{person Ada Vale}', '{person Ada Vale}')],
  },
  'same-name-across': {
    hits: [two('{person Ada Vale} in {place Oslo}', '{person Ada Vale} in {place Oslo}')],
    misses: [two('{person Ada Vale} in {place Oslo}', '{person Ada Vale} in {place Lima}')],
  },
  'same-topic': {
    hits: [
      eventsOf(
        '{event Northport peace talks} before {event Northport talks}',
        { subtype: 'talks' },
        { subtype: 'talks' },
      ),
    ],
    misses: [
      eventsOf('{event Northport talks} before {event Northport siege}', { subtype: 'talks' }, { subtype: 'siege' }),
      eventsOf('{event Northport peace talks} before {event Lenn talks}', { subtype: 'talks' }, { subtype: 'talks' }),
      one('{event Northport peace talks} before {event Northport talks}'),
    ],
  },
  'same-words-beside': {
    hits: [
      two('The army spokesman {person Ada Vale} said so.', 'A spokesman of the army, {person Ada Vale}, said no.'),
    ],
    misses: [
      two(
        'The army spokesman {person Ada Vale} told reporters in a statement.',
        'The police spokesman {person Ada Vale} told reporters in a statement.',
      ),
    ],
  },
  'seat-of-government': {
    hits: [one('{place Northport} spoke; {place Norland}', { as: [{ standsFor: 'Norland' }] })],
    misses: [
      one('{place Northport} spoke; {place Norland}'),
      one('{place Northport} spoke; {place Sudland}', { as: [{ standsFor: 'Norland' }] }),
    ],
  },
  'short-name-across': {
    hits: [
      two(
        '{person Ada Vale}, {place Oslo|Oslo}, {place Bergen|Bergen}',
        '{person Vale}, {place Oslo|Oslo}, {place Bergen|Bergen}',
      ),
    ],
    misses: [two('{person Ada Vale}, {place Oslo|Oslo}', '{person Vale}, {place Oslo|Oslo}')],
  },
  'shortened-name': {
    hits: [one('{organisation Vale Holdings Ltd} fell; {organisation Vale} rose')],
    misses: [
      one('{organisation Vale Party} fell; {organisation Vale} rose'),
      one('{organisation Vale Paints} fell; the {organisation Vale Foundation} and {organisation Vale} rose'),
      one('{organisation Vale Holdings Ltd} fell; {place Vale} rose'),
    ],
  },
  'sole-antecedent': {
    hits: [
      one('{organisation Vale Mills} fell; {organisation the mills|Vale Mills} rose', {
        as: [{}, { form: 'nominal' }],
      }),
    ],
    misses: [
      one('{organisation Vale Mills} fell; {organisation the mills|Okafor Mills} rose', {
        as: [{}, { form: 'nominal' }],
      }),
      one('{place Vale Mills} fell; {organisation the mills|Vale Mills} rose', { as: [{}, { form: 'nominal' }] }),
    ],
  },
  surname: {
    hits: [one('{person Ada Vale} met {person Dan Okafor}. {person Vale} left.')],
    misses: [
      one('{person Ada Vale} met {person Ben Vale}. {person Vale} left.'),
      one('{person Ada Vale} met her son, Mr {person Vale}.'),
      one('{person Ada Vale} left {organisation Vale Mills}. {person Vale} paid.'),
    ],
  },
  transliteration: {
    hits: [one('{person Mohammed Okafor} and {person Mohamad Okafour}')],
    misses: [
      one('{organisation Okafor} and {organisation Okafour}'),
      one('{person Mohammed Okafor} and {person Mahmoud Okafor}'),
    ],
  },
  'transliteration-across': {
    hits: [two('{person Mohammed Okafor} in {place Oslo|Oslo}', '{person Mohamad Okafour} in {place Oslo|Oslo}')],
    misses: [
      two('{person Mohammed Okafor} in {place Oslo|Oslo}', '{person Mohamad Okafour} in {place Lima|Lima}'),
      two('{person Mohammed Okafor} in {place Oslo|Oslo}', '{person Mahmoud Okafor} in {place Oslo|Oslo}'),
      two('{person Okafor} in {place Oslo|Oslo}', '{person Okafour} in {place Oslo|Oslo}'),
    ],
  },
}

/** Every rule by which a mention of the sources has its entity, or two of their entities are, may be or belong to one another. */
function rulesOf({ texts, as = [], register = [] }: Example): Set<string> {
  const found = texts.map((text, index) => {
    const { source, findings } = readMarked(text, `${index}.txt`)
    const mentions = findings.mentions.flatMap((mention, at) =>
      withPlace({ ...mention, ...(index === 0 && as[at]) }, text),
    )
    return { source, findings: { ...findings, mentions } }
  })
  const none = { labels: [], demonyms: [], sameAs: [], capitals: [], same: [], notSame: [], possiblySame: [] }
  const entries = register.map((entry) => ({ ...none, ...entry, file: 'seeds/register/a.yml', line: 1 }))
  const { entities, mentions } = resolveEntities(found, entries).value
  return new Set([
    ...mentions.map(({ step }) => step.rule),
    ...entities.flatMap(({ identity, possiblySame, related }) =>
      [...identity, ...possiblySame, ...related].map((step) => step.rule),
    ),
  ])
}

/** An event that has a subtype is named after the place that its first word names. */
function withPlace(mention: Mention, marked: string): Mention[] {
  if (mention.kind !== 'event' || !mention.subtype) return [mention]
  const text = marked.replaceAll(/\{\w+ ([^{}]+)\}/g, '$1')
  const { passage, start } = mention.span
  const end = text.indexOf(' ', start)
  return [{ ...mention, kind: 'place', subtype: 'city', span: { passage, start, end } }, mention]
}

const examples = Object.entries(EXAMPLES).flatMap(([rule, { hits, misses }]) =>
  [...hits.map((example) => ({ example, isHit: true })), ...misses.map((example) => ({ example, isHit: false }))].map(
    ({ example, isHit }) =>
      [`identity/${rule}`, isHit ? 'reads' : 'leaves', example.texts.join(' | '), example] as const,
  ),
)

test.each(examples)('%s %s %s', (rule, reads, _, example) => {
  expect([...rulesOf(example)].includes(rule)).toBe(reads === 'reads')
})

test('every rule of identity in the code is described, and has examples and near misses', () => {
  const folder = fileURLToPath(new URL('./', import.meta.url))
  const code = globSync('*.ts', { cwd: folder })
    .filter((name) => !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => readFileSync(folder + name, 'utf8'))
    .join('\n')
  const used = Array.from(
    code.matchAll(/'identity\/([a-z-]+)'|\bstep\(\s*'([a-z-]+)'/g),
    ([, rule, step]) => (rule ?? step)!,
  )
  const rules = parse(readFileSync(`${folder}rules.yml`, 'utf8')) as { name: string }[]
  const described = rules.map(({ name }) => name)
  expect(described).toEqual([...new Set(used)].toSorted().map((rule) => `identity/${rule}`))
  expect(Object.keys(EXAMPLES).map((rule) => `identity/${rule}`)).toEqual(described)
  for (const { hits, misses } of Object.values(EXAMPLES)) expect(hits.length * misses.length).toBeGreaterThan(0)
})
