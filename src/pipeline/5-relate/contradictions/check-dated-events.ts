import type { DatedEvent } from '../../../model/dated-event.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { shareNames } from '../relate-dates.ts'
import type { Finding } from './raise-contradiction.ts'

/** Finds what a source tells as past although its day lies after that of the source's publication. */
export function checkPastAfterReport(datedEvents: readonly DatedEvent[]): Finding[] {
  return datedEvents.flatMap(({ lo, entities, tellings }) =>
    tellings.flatMap(({ rule, sentence }): Finding[] =>
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
  const wordsOf = ({ tellings: [first] }: DatedEvent) => textOf(first!.date).slice(first!.date.start, first!.date.end)
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
          passages: [one.tellings[0]!.sentence, other.tellings[0]!.sentence],
          entities: shared,
          about: `${dayOf(one)} ${dayOf(other)} ${shared.join(' ')}`,
        },
      ]
    }),
  )
}

/** The pair stands in both lists of what is possibly the same and is told once. */
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
