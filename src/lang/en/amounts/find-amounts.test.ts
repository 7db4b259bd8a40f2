import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amount } from '../../../model/figure.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Source } from '../../../model/source.ts'
import { findAmounts } from './find-amounts.ts'

const sourceOf = (...texts: string[]) =>
  ({
    passages: texts.map((text, index) => ({ ordinal: index + 1, kind: 'paragraph', text, segments: [] })),
  }) as unknown as Source

const show = (text: string, { span, low, high, unit, counted, measure, credited }: Amount) =>
  [
    text.slice(span.start, span.end),
    `${low ?? ''}..${high ?? ''}`,
    unit,
    counted ?? '-',
    measure ?? '-',
    credited?.words ?? '-',
  ].join(' | ')

const rows: [string, string[]][] = [
  [
    'At least nine miners were killed, according to the Northport Mining Board.',
    ['At least nine | 9.. | count | miners | kill | the Northport Mining Board'],
  ],
  ['Nearly 40,000 residents fled the valley.', ['Nearly 40,000 | ..40000 | count | residents | flee | -']],
  [
    'The court said up to 1,200 ballots were destroyed.',
    ['up to 1,200 | ..1200 | count | ballots | destroy | The court'],
  ],
  ['Police detained dozens of dock workers.', ['dozens | .. | count | dock workers | detain | -']],
  ['Hundreds of thousands of voters were registered.', ['Hundreds of thousands | .. | count | voters | register | -']],
  ['Between 3 and 5 trawlers sank and were lost.', ['Between 3 and 5 | 3..5 | count | trawlers | sink | -']],
  ['Three or four barges sank.', ['Three or four | 3..4 | count | barges | sink | -']],
  ['In all six people died.', ['six | 6..6 | count | people | die | -']],
  ['A nurse told the Northport News 41 homes had been lost.', ['41 | 41..41 | count | homes | lose | -']],
  ['It would take 3 to 5 million doses.', ['3 to 5 million | 3000000..5000000 | count | doses | take | -']],
  ['The firm paid about $41 million in fines.', ['about $41 million | 41000000..41000000 | USD | - | pay | -']],
  ['A fund of 2.5bn euros was raised.', ['2.5bn euros | 2500000000..2500000000 | EUR | - | raise | -']],
  ['Turnout was 12 percent.', ['12 percent | 12..12 | percent | - | - | -']],
  ['Only 7% of the farmers were vaccinated.', ['Only 7% | 7..7 | percent | farmers | vaccinate | -']],
  [
    'More than 300 people were injured and 11 million others displaced.',
    [
      'More than 300 | 300.. | count | people | injure | -',
      '11 million | 11000000..11000000 | count | - | displace | -',
    ],
  ],
  [
    'A blast tore through the market, killing six and wounding 32.',
    ['six | 6..6 | count | - | kill | -', '32 | 32..32 | count | - | wound | -'],
  ],
  ['At most a handful of delegates might attend.', ['At most a handful | ..9 | count | delegates | attend | -']],
  ['Forty “independent” unions rejected the offer.', ['Forty | 40..40 | count | “independent” unions | reject | -']],
  ['Okafor said five guards were arrested.', ['five | 5..5 | count | guards | arrest | Okafor']],
  ['He said five guards were arrested.', ['five | 5..5 | count | guards | arrest | -']],
  ['The dam serves 4,500 households.', ['4,500 | 4500..4500 | count | households | - | -']],
  [
    'A $9 million dam was built with 3 percent of the town’s funds.',
    ['$9 million | 9000000..9000000 | USD | - | build | -', '3 percent | 3..3 | percent | town’s funds | build | -'],
  ],
  [
    'The bank fired 2 percent of the firm’s 300 clerks.',
    ['2 percent | 2..2 | percent | - | fire | -', '300 | 300..300 | count | clerks | fire | -'],
  ],
  ['They handed over millions to the court.', []],
  ['Crews moved thousands of tons of coal.', ['thousands | .. | count | tons of coal | move | -']],
  ['Twelve were still missing.', ['Twelve | 12..12 | count | - | miss | -']],
  [
    'At least 41 people, nine of them children, have died.',
    ['At least 41 | 41.. | count | people | die | -', 'nine | 9..9 | count | children | - | -'],
  ],
  [
    'He died on Monday, bringing to 40 the number of guards who were killed.',
    ['40 | 40..40 | count | guards | kill | -'],
  ],
  ['The number of guards is 40.', []],
  ['Winds reached 90 kilometres an hour.', ['90 | 25..25 | m/s | - | speed | -']],
  ['It sailed at more than 10 knots.', ['more than 10 | 5.14444.. | m/s | - | speed | -']],
  ['It went 90 kilometres in an hour.', ['90 | 90000..90000 | m | - | distance | -']],
  [
    'Two quakes, measuring 7.6 and 7.4, struck off Vale.',
    [
      'Two | 2..2 | count | quakes | - | -',
      '7.6 | 7.6..7.6 | magnitude | - | magnitude | -',
      '7.4 | 7.4..7.4 | magnitude | - | magnitude | -',
    ],
  ],
  ['The board, measuring 7.6, was cut.', []],
  ['The death toll has risen to 47.', ['47 | 47..47 | count | - | die | -']],
  ['The bus had 48 people on board.', ['48 | 48..48 | count | people | carry | -']],
  ['A bus with more than 48 aboard overturned.', ['more than 48 | 48.. | count | - | carry | -']],
  ['The bus was licensed to carry 30 passengers.', ['30 | 30..30 | count | passengers | license | -']],
  ['The bus was certified for 30 passengers.', ['30 | 30..30 | count | passengers | certify | -']],
  ['The firm recalled 1,200 cars sold in May.', ['1,200 | 1200..1200 | count | cars | recall | -']],
  ['Some 1,200 cars sold in May were recalled.', ['Some 1,200 | 1200..1200 | count | cars | sell | -']],
  ['At least 80 have fallen ill.', ['At least 80 | 80.. | count | - | sicken | -']],
  [
    'The corps, which works in areas held by rebels, said five children were among the dead.',
    ['five | 5..5 | count | children | die | The corps'],
  ],
  ['The board denied that 12 miners were killed.', []],
  ['It has 12 board members.', ['12 | 12..12 | count | board members | - | -']],
  ['They carried six AK-47 rifles.', ['six | 6..6 | count | AK-47 rifles | carry | -']],
  ['No one was killed.', ['No one | 0..0 | count | - | kill | -']],
  [
    'No one was killed or injured.',
    ['No one | 0..0 | count | - | kill | -', 'injured | 0..0 | count | - | injure | -'],
  ],
  ['No one was killed, or so he said.', ['No one | 0..0 | count | - | kill | -']],
  ['Nobody was killed.', ['Nobody | 0..0 | count | - | kill | -']],
  ['18 die as a bus falls.', ['18 | 18..18 | count | - | die | -']],
  ['About 350 people had taken shelter in the hall.', ['About 350 | 350..350 | count | people | shelter | -']],
  ['The flood carried away 12 bridges.', ['12 | 12..12 | count | bridges | destroy | -']],
  ['There were no casualties.', ['no | 0..0 | count | casualties | kill | -']],
  ['The tunnel is 12 km long.', ['12 | 12000..12000 | m | - | length | -']],
  ['It struck 14 miles north of Northport.', ['14 | 22530.8..22530.8 | m | Northport | distance | -']],
  ['A 10-metre boat sank.', ['10 | 10..10 | m | boat | size | -']],
  ['He fell about 600m while climbing.', ['about 600m | 600..600 | m | - | fall | -']],
  ['A 24- to 30-foot boat sank.', ['24- to 30 | 7.3152..9.144 | m | boat | size | -']],
  ['An earthquake of magnitude 4.6 struck.', ['4.6 | 4.6..4.6 | magnitude | - | magnitude | -']],
  [
    'Quakes of magnitude 7.6 and 7.4 struck.',
    ['7.6 | 7.6..7.6 | magnitude | - | magnitude | -', '7.4 | 7.4..7.4 | magnitude | - | magnitude | -'],
  ],
  [
    'Our reporter says he saw none, but Vale said that 12 people had been killed.',
    ['12 | 12..12 | count | people | kill | -'],
  ],
  [
    'Our reporter says he saw none, but Vale, the head of the county, said that 12 people had been killed.',
    ['12 | 12..12 | count | people | kill | -'],
  ],
  [
    'Ada Vale, 45, and a 32-year-old nurse Ben Okafor met.',
    ['45 | 45..45 | year | Ada Vale | age | -', '32 | 32..32 | year | Ben Okafor | age | -'],
  ],
  [
    'The storm damaged 40 shops including bakeries and cafes, eight bridges and 12 barns.',
    [
      '40 | 40..40 | count | shops | damage | -',
      'eight | 8..8 | count | bridges | damage | -',
      '12 | 12..12 | count | barns | damage | -',
    ],
  ],
  [
    'During the raid, six rifles, a flag, 12 magazines and about 300 rounds were seized.',
    [
      'six | 6..6 | count | rifles | seize | -',
      '12 | 12..12 | count | magazines | seize | -',
      'about 300 | 300..300 | count | rounds | seize | -',
    ],
  ],
  [
    'The storm killed 40 people in 13 countries.',
    ['40 | 40..40 | count | people | kill | -', '13 | 13..13 | count | countries | - | -'],
  ],
  ['Half of the homes in five villages had been damaged.', ['five | 5..5 | count | villages | - | -']],
  [
    'Northport lies 1,150 kilometres (700 miles) south of Ardo.',
    ['1,150 | 1150000..1150000 | m | Ardo | distance | -', '700 | 1126540..1126540 | m | - | distance | -'],
  ],
  ['Northport has a population of 40,000.', ['40,000 | 40000..40000 | count | - | live | -']],
  // Near misses: no claim, or no amount at all.
  ['Tolls rose to 47.', []],
  ['Twelve, still missing him, left.', []],
  ['The two countries share a border.', []],
  ['The two guards were arrested.', []],
  ['One of the guards was arrested.', []],
  ['Resolution 2254 was adopted by the Group of Seven.', []],
  ['An F-16 and a 10-member crew were lost.', []],
  ['The third and the 20th man left.', []],
  ['Vale, 45, is aged 45 and has worked there for four years.', []],
  ['They met at 8:30 p.m. on page 4 of the calendar.', []],
  ['Call 555-0142 now, or see No. 7.', []],
  ['They won 3-1 at home.', []],
  ['The port closed in 2014 and reopened.', []],
  ['One in 10 sailors voted.', []],
  ['Nobody came.', []],
  ['No one came.', []],
  ['The yard delivered zero 787 boats.', ['zero | 0..0 | count | - | deliver | -']],
  ['Magnitude is a number.', []],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(findAmounts(sourceOf(text), []).map((amount) => show(text, amount))).toEqual(expected)
})

test('a number inside a date is no amount', () => {
  const text = 'The ferry sank after at least 12 days and 12 sailors drowned.'
  const at = text.indexOf('12')
  const date = { span: { passage: 1, start: at, end: at + 7 } } as DateMention
  expect(findAmounts(sourceOf(text), [date]).map((amount) => show(text, amount))).toEqual([
    '12 | 12..12 | count | sailors | drown | -',
  ])
})

test('spans lie in their passage, in order and apart, with low at most high', () => {
  const word = fc.constantFrom(
    'at',
    'least',
    'nine',
    '3',
    '-',
    '5',
    'to',
    'between',
    'and',
    '$',
    '1,000',
    'million',
    '%',
    'of',
    'dozens',
    'men',
    'were',
    'killed',
    '.',
    ',',
    'Vale',
    'said',
    'up',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => {
      const text = words.join(' ')
      let last = 0
      for (const { span, low, high } of findAmounts(sourceOf(text), [])) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        if (low !== undefined && high !== undefined) expect(low).toBeLessThanOrEqual(high)
        last = span.end
      }
    }),
  )
})
