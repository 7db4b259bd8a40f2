import type { DatedEvent, EventReport } from '../../../model/date.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, findSentence } from '../sentences.ts'
import { shareNames } from '../relate-dates.ts'
import type { Finding } from './raise-contradiction.ts'

/** Finds what a source reports as past although its date is after the source's publication. */
export function checkPastAfterReport(datedEvents: readonly DatedEvent[]): Finding[] {
  return datedEvents.flatMap(({ lo, entities, reports }) =>
    reports.flatMap(({ rule, sentence }): Finding[] =>
      rule === 'contradiction/past-after-report'
        ? [
            {
              rule,
              severity: 'warning',
              reason: `The sentence tells of ${lo} as past, but its source was published before that day.`,
              passages: [sentence],
              entities,
              about: `${lo}`,
            },
          ]
        : [],
    ),
  )
}

/** Finds the same thing dated on two days near each other, by one source or by two. */
export function checkTwoDates(datedEvents: readonly DatedEvent[], textOf: (span: SpanInFile) => string): Finding[] {
  const wordsOf = ({ reports: [first] }: DatedEvent) => textOf(first!.date).slice(first!.date.start, first!.date.end)
  const byKey = new Map(datedEvents.map((one) => [one.key, one]))
  return datedEvents.flatMap((one) =>
    one.possiblySame.flatMap(({ key, rule, reason }): Finding[] => {
      const other = byKey.get(key)
      if (
        rule !== 'event/near-dates' ||
        !other ||
        isListed(other, one) ||
        !isDay(one) ||
        !isDay(other) ||
        one.mode !== other.mode
      )
        return []
      const shared = shareNames([one, other])
      return [
        {
          rule: 'contradiction/two-dates',
          severity: 'warning',
          reason: `One dates it “${wordsOf(one)}”, the other “${wordsOf(other)}”. ${reason}`,
          passages: [one.reports[0]!.sentence, other.reports[0]!.sentence],
          entities: shared,
          about: `${dayOf(one)} ${dayOf(other)} ${shared.join(' ')}`,
        },
      ]
    }),
  )
}

/** Both events list the pair as possibly the same; it is reported once. */
function isListed(other: DatedEvent, one: DatedEvent): boolean {
  return other.key < one.key && other.possiblySame.some(({ key }) => key === one.key)
}

function isDay(datedEvent: DatedEvent): boolean {
  const { lo, hi } = datedEvent
  return lo === undefined ? /-\d\d-\d\d$/.test(datedEvent.timex ?? '') : lo === hi
}

function dayOf({ lo, timex }: DatedEvent): string {
  return lo ?? timex ?? ''
}

/** A dated sentence in which a person dies or does something. */
interface Sign {
  readonly person: string
  readonly what: 'death' | 'life'
  readonly datedEvent: DatedEvent
  readonly sentence: SpanInFile
}

/** Finds people who are reported to do something on a day after that of their death. */
export function checkDeaths(sentences: Sentences, datedEvents: readonly DatedEvent[]): Finding[] {
  const signs = datedEvents.flatMap((datedEvent) =>
    datedEvent.reports.flatMap((report) => readSigns(datedEvent, report, sentences)),
  )
  return [...Map.groupBy(signs, ({ person }) => person)].flatMap(([person, held]) => {
    const death = held.find(({ what, datedEvent }) => what === 'death' && datedEvent.hi !== undefined)
    const life = held.find(
      ({ what, datedEvent }) => what === 'life' && death !== undefined && (datedEvent.lo ?? '') > death.datedEvent.hi!,
    )
    return death && life ? [toFinding(person, death, life)] : []
  })
}

function readSigns(datedEvent: DatedEvent, report: EventReport, sentences: Sentences): Sign[] {
  const { mode, sentence } = report
  const held = mode === 'reported' ? findSentence(sentences, sentence.file, sentence) : undefined
  return (held?.mentions ?? []).flatMap((mention): Sign[] => {
    const what = mention.kind === 'person' && mention.form === 'name' ? readSign(held!, mention) : undefined
    return what ? [{ person: mention.entity, what, datedEvent, sentence }] : []
  })
}

function readSign(sentence: Sentence, { span }: ResolvedMention): Sign['what'] | undefined {
  const { text, start } = sentence
  return comparisonOf(sentence)?.deaths.readLife(text, { start: span.start - start, end: span.end - start })
}

function toFinding(person: string, death: Sign, life: Sign): Finding {
  return {
    rule: 'contradiction/active-after-death',
    severity: 'warning',
    reason: `One sentence has the person dead by ${death.datedEvent.hi}, the other has the same name do something on or after ${life.datedEvent.lo ?? life.datedEvent.hi}.`,
    passages: [death.sentence, life.sentence],
    entities: [person],
    about: person,
  }
}
