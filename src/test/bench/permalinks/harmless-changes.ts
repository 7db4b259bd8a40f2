import { parseRecord } from '../../samples/record-text.ts'
import { sampleEntity, sampleDatedEvent, sampleQuotation, sampleSource } from '../../samples/sample-dossier.ts'
import type { Change } from './breaking-changes.ts'
import { editSources } from './breaking-changes.ts'
import type { World } from './world.ts'
import { FERRY, ferry, people, VOTE, vote } from './world.ts'

const PIER = ['A pier was opened in Northport.', 'It cost nine million.', 'Ships of any size can moor at it.']
const TITLE = 'Council votes'

/** Kinds of change that keep every promise, by name. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  nothing: (world) => world,
  'sources in another order': editSources((sources) => sources.toReversed()),
  'every file renamed': editSources((sources) =>
    sources.map((source, at) => ({ ...source, file: `seeds/articles/${9 - at}.txt` })),
  ),
  'files in another folder': editSources((sources) =>
    sources.map((source) => ({ ...source, file: source.file.replace('articles', 'articles/2024') })),
  ),
  'a source added': editSources((sources) => [...sources, sampleSource('seeds/articles/pier.txt', { texts: PIER })]),
  'a source added before all others': editSources((sources) => [
    sampleSource('seeds/articles/0.txt', { texts: PIER }),
    ...sources,
  ]),
  'a copy of a source added': editSources((sources) => [
    ...sources,
    { ...sources.at(-1)!, file: 'seeds/articles/copy.txt' },
  ]),
  'a digest of a source added': editSources((sources) => [
    ...sources,
    sampleSource('seeds/articles/digest.txt', { texts: [VOTE[0]!] }),
  ]),
  'a typo mended': editVote((texts) => texts.map((text) => text.replace('opposition', 'oposition'))),
  'a word added': editVote((texts) => texts.map((text) => text.replace('new pier', 'new stone pier'))),
  'a sentence added': editVote((texts) => texts.with(1, `${texts[1]} Nobody objected.`)),
  'a number changed': editVote((texts) => texts.map((text) => text.replace('nine', 'ten'))),
  'a name changed': editVote((texts) => texts.map((text) => text.replace('Ostholm', 'Westholm'))),
  'a passage added in front': editVote((texts) => [PIER[0]!, ...texts]),
  'a passage added in the middle': editVote((texts) => texts.toSpliced(1, 0, PIER[0]!)),
  'a passage added at the end': editVote((texts) => [...texts, PIER[0]!]),
  'the first passage taken out': editVote((texts) => texts.slice(1)),
  'the last passage taken out': editVote((texts) => texts.slice(0, -1)),
  'all but one passage taken out': editVote((texts) => texts.slice(0, 1)),
  'passages in another order': editVote((texts) => texts.toReversed()),
  'a passage split': editVote((texts) => [...texts[0]!.split(/(?<=pier) /), ...texts.slice(1)]),
  'two passages merged': editVote((texts) => [`${texts[0]} ${texts[1]}`, texts[2]!]),
  'a passage rewritten': editVote((texts) => texts.with(2, 'Critics said that it would cost far too much.')),
  'every passage rewritten': editFerry(PIER, 'Ferry stays in port'),
  'a passage doubled': editVote((texts) => [...texts, texts[0]!]),
  'curly quotation marks': editVote((texts) => texts.map((text) => `“${text}”`)),
  'other dashes and spaces': editVote((texts) =>
    texts.map((text) => text.replace(/ to /g, ' – ').replace(/ /, '\u00a0')),
  ),
  'capital letters': editVote((texts) => texts.map((text) => text.toUpperCase())),
  'soft hyphens': editVote((texts) => texts.map((text) => text.replace('council', 'coun\u00adcil'))),
  'another headline': editTexts((texts) => texts, 'Pier approved'),
  'another headline and another text': editTexts((texts) => texts.with(1, PIER[1]!), 'Pier approved'),
  'no headline': editSources((sources) => sources.map((source) => ({ ...source, metadata: {} }))),
  'an address of the original': editTexts((texts) => texts, TITLE, { url: 'https://paper.example/vote' }),
  'rights of an excerpt': editTexts((texts) => texts, TITLE, { rights: 'excerpt' }),
  'rights of a citation': editTexts((texts) => texts, TITLE, { rights: 'citation' }),
  'rights of a citation for a text with versions': editSources((sources) =>
    sources.map((source) => ({ ...source, rights: 'citation' })),
  ),
  'an edited source back at its first text': editFerry(FERRY, 'Ferry stays in port'),
  'a headline back at its first wording': editSources((sources) =>
    sources.map((source) =>
      source.file.includes('ferry')
        ? ferry(
            source.passages.map(({ text }) => text),
            'Ferry cancelled',
          )
        : source,
    ),
  ),
  'a source let go with a reason': letGo({}),
  'a source let go by its address': letGo({ byAddress: true }),
  'a source that another replaces': letGo({ isMoved: true }),
  'a person added': editPeople([
    ...people(['Amina Vale', 'Bruno Okafor'], ['A. Vale']),
    sampleEntity('person', 'Jon Berg'),
  ]),
  'a person renamed': editPeople(people(['Amina Okafor', 'Bruno Okafor'], ['Amina Vale', 'A. Vale'])),
  'a person found to be an organisation': editPeople([
    sampleEntity('organisation', 'Amina Vale', ['A. Vale']),
    sampleEntity('person', 'Bruno Okafor'),
  ]),
  'two persons found to be one': editPeople(people(['Amina Vale'], ['A. Vale', 'Bruno Okafor'])),
  'one person found to be two': editPeople(people(['Amina Vale', 'A. Vale', 'Bruno Okafor'])),
  'a person not named any more': editPeople(people(['Amina Vale'], ['A. Vale'])),
  'nobody named any more': editPeople([]),
  'a person named again': editPeople(people(['Amina Vale', 'Bruno Okafor', 'Ines Lenn'], ['A. Vale'])),
  'a quotation not found any more': (world) => ({ ...world, dossier: { ...world.dossier, quotations: [] } }),
  'a quotation added': (world) => ({
    ...world,
    dossier: {
      ...world.dossier,
      quotations: [
        ...world.dossier.quotations,
        sampleQuotation('seeds/articles/vote.txt', 'work is to begin', 'the council'),
      ],
    },
  }),
  'a dated event not found any more': (world) => ({ ...world, dossier: { ...world.dossier, datedEvents: [] } }),
  'a dated event dated anew': (world) => ({
    ...world,
    dossier: {
      ...world.dossier,
      datedEvents: [sampleDatedEvent('seeds/articles/vote.txt', 1, '2024-03-05', VOTE[0]!.length)],
    },
  }),
  'lines of the record in another order': (world) => ({
    ...world,
    record: `[\n${world.record
      .split('\n')
      .slice(1, -2)
      .map((line) => line.replace(/,$/, ''))
      .toReversed()
      .join(',\n')}\n]\n`,
  }),
  'lines of the record ended as on Windows': (world) => ({ ...world, record: world.record.replaceAll('\n', '\r\n') }),
}

function editVote(change: (texts: readonly string[]) => readonly string[]): Change {
  return editTexts(change, TITLE)
}

/** Edits the source that no build has edited and whose original has no address. */
function editTexts(change: (texts: readonly string[]) => readonly string[], title: string, more: object = {}): Change {
  return editSources((sources) =>
    sources.map((source) => (source.file.includes('vote') ? vote(change(VOTE), title, more) : source)),
  )
}

/** Edits the source that was edited before and whose original has an address. */
function editFerry(texts: readonly string[], title: string): Change {
  return editSources((sources) =>
    sources.map((source) => (source.file.includes('ferry') ? ferry(texts, title) : source)),
  )
}

function editPeople(entities: World['dossier']['entities']): Change {
  return (world) => ({ ...world, dossier: { ...world.dossier, entities } })
}

function letGo({ byAddress = false, isMoved = false }): Change {
  return (world) => {
    const lines = parseRecord(world.record).value.flatMap((line) =>
      'type' in line && line.type === 'source' && line.state === 'live' ? [line] : [],
    )
    const [gone, successor] = [
      lines.find(({ address }) => address.includes('council'))!,
      lines.find(({ address }) => address.includes('ferry'))!,
    ]
    const tombstone = {
      id: byAddress ? gone.address : gone.id,
      reason: 'Printed by mistake',
      date: '2024-06-01',
      ...(isMoved && { to: successor.id }),
    }
    const rest = editSources((sources) => sources.filter(({ file }) => !file.includes('vote')))(world)
    return { ...rest, tombstones: [...world.tombstones, tombstone] }
  }
}
