import { expect, test } from 'vitest'
import type { Source } from '../../../model/source.ts'
import { findDates } from './find-dates.ts'

/** A source of one passage a text, published on `date` when one is given. */
function sourceOf(texts: readonly string[], date?: string): Source {
  return {
    file: 'seeds/articles/a.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text: texts.join('\n'),
    sidecar: {},
    language: 'en',
    rights: 'citation',
    setAside: [],
    metadata: date ? { date: { value: date, certainty: 'stated', rule: 'metadata/timestamp', evidence: [] } } : {},
    passages: texts.map((text, index) => ({
      ordinal: index,
      kind: 'paragraph',
      text,
      segments: [{ start: 0, end: text.length, at: 0 }],
    })),
  }
}

/** Every date of a text as `words = value`, the value being TIMEX3 or `open`. */
function read(text: string, date?: string): string[] {
  return findDates(sourceOf([text], date)).map(
    ({ span, timex }) => `${text.slice(span.start, span.end)} = ${timex ?? 'open'}`,
  )
}

/** All published on Wednesday 12 June 2024. */
const rows: [string, string[]][] = [
  // After an earlier year in the same sentence
  ['She was arrested on 14 November 2018 and charged in March.', ['14 November 2018 = 2018-11-14', 'March = 2019-03']],
  ['Vale resigned in May 2021 and was tried on September 3.', ['May 2021 = 2021-05', 'September 3 = 2021-09-03']],
  [
    'The probe, launched on Oct. 9, 2011, fell silent on March 31.',
    ['Oct. 9, 2011 = 2011-10-09', 'March 31 = 2024-03-31'],
  ],
  [
    'She was arrested on 14 November 2018. The trial ended in March.',
    ['14 November 2018 = 2018-11-14', 'March = 2024-03'],
  ],
  ['Lund, invited in July 2021, will join on March 12.', ['July 2021 = 2021-07', 'March 12 = 2025-03-12']],
  ['She was arrested on 14 January 2024 and charged in March.', ['14 January 2024 = 2024-01-14', 'March = 2024-03']],
  // Certainly in the future (12 June)
  ['Elections will be held in March.', ['March = 2025-03']],
  ['They are to marry in April.', ['April = 2025-04']],
  ['The law took effect in March.', ['March = 2024-03']],
  ['He said he will repay what he took in March.', ['March = 2024-03']],
  ['Freedonia play Sylvania on Saturday.', ['Saturday = 2024-06-15']],
  ['Freedonia beat Sylvania on Saturday.', ['Saturday = 2024-06-08']],
  ['The court rules on Friday.', ['Friday = 2024-06-14']],
  ['Shops close on Friday for the feast.', ['Friday = 2024-06-14']],
  // A full stop after a short form ends no sentence
  ['In December, a fire at the mill in Salem, Ore., killed two guards.', ['December = 2023-12']],
  ['In December, a day after the Vale vs. Orr ruling, a fire killed two guards.', ['December = 2023-12']],
  ['On Monday, Gen. Vale said that Orr would resign.', ['Monday = 2024-06-10']],
  // A cause, and a plan
  ['They could not be reached due to bad weather on Saturday.', ['Saturday = 2024-06-08']],
  ['The bridge is due to open on Saturday.', ['Saturday = 2024-06-15']],
  // Words of no day
  ["In today's world a mill is a museum.", []],
  ["At today's meeting the miller spoke.", ['today = 2024-06-12']],
  ['It is open 24 hours a day, seven days a week.', []],
  ['The guard works seven hours a day.', ['seven hours = PT7H']],
  ['It is a matter of days.', []],
  ['He resigned, most recently on Monday.', ['Monday = 2024-06-10']],
  ['He recently resigned.', ['recently = PAST_REF']],
  ['The March vote was close, and the march on Monday long.', ['March = 2024-03', 'Monday = 2024-06-10']],
  ['The March on Northport', []],
  ['The mill burnt down. Two hours later it rained.', ['Two hours later = PT2H']],
  ['It burnt on Monday. Two hours later it rained.', ['Monday = 2024-06-10', 'Two hours later = 2024-06-10']],
  // Full dates
  ['Signed on 13 February 2017 in Northport.', ['13 February 2017 = 2017-02-13']],
  ['Signed on Feb. 13, 2017.', ['Feb. 13, 2017 = 2017-02-13']],
  ['Signed on Monday, February 13th, 2017, at last.', ['Monday, February 13th, 2017 = 2017-02-13']],
  ['Signed on the 13th of February, 2017.', ['the 13th of February, 2017 = 2017-02-13']],
  ['Filed 2017-02-13.', ['2017-02-13 = 2017-02-13']],
  ['Filed 13.02.2017.', ['13.02.2017 = 2017-02-13']],
  ['Filed 25/12/2023.', ['25/12/2023 = 2023-12-25']],
  ['Filed 10/06/2024.', ['10/06/2024 = 2024-06-10']],
  ['Filed 03/04/2011.', ['03/04/2011 = open']],
  ['Filed on February 31, 2017.', ['February 31, 2017 = open']],
  ['In February 31 people fell ill.', ['February = 2024-02']],
  ['Code 2017-02-13-44 failed.', []],

  // Days without a year
  ['He left on 30 December.', ['30 December = 2023-12-30']],
  ['Voting is due on 30 December.', ['30 December = 2024-12-30']],
  ['He was arrested on Dec. 28.', ['Dec. 28 = 2023-12-28']],
  ['She was held over the March 3 call and the Oct. 15 letter.', ['March 3 = 2024-03-03', 'Oct. 15 = 2023-10-15']],
  ['It opened on March 3 last year.', ['March 3 last year = 2023-03-03']],
  ['It grew in March 10 percent.', ['March = 2024-03']],

  // Ranges
  ['Talks on January 29 and 30 failed.', ['January 29 and 30 = 2024-01-29/2024-01-30']],
  ['The Feb. 15-16 talks failed.', ['Feb. 15-16 = 2024-02-15/2024-02-16']],
  ['It ran from 3 to 5 May.', ['3 to 5 May = 2024-05-03/2024-05-05']],
  ['It ran from May 30 to June 2.', ['May 30 to June 2 = 2024-05-30/2024-06-02']],
  ['It ran from 30 December 2023 to 2 January 2024.', ['30 December 2023 to 2 January 2024 = 2023-12-30/2024-01-02']],
  ['It ran from December 30 to January 2.', ['December 30 to January 2 = 2023-12-30/2024-01-02']],
  ['It ran between 2011 and 2016.', ['2011 and 2016 = 2011/2016']],
  ['The war of 1999-2003 and the 2015–16 season.', ['1999-2003 = 1999/2003', '2015–16 = 2015/2016']],
  ['It ran from January to March 2017.', ['January to March 2017 = 2017-01/2017-03']],

  // Months
  ['It began in December 2016.', ['December 2016 = 2016-12']],
  ['It began in January.', ['January = 2024-01']],
  ['It began in November.', ['November = 2023-11']],
  ['A verdict is expected in November.', ['November = 2024-11']],
  ['It began last March.', ['last March = 2024-03']],
  ['It began in Jan. and ended in Mar.', ['Jan. = 2024-01', 'Mar. = 2024-03']],
  ['It ended in late August.', ['late August = 2023-08']],
  ['In May they may march in March.', ['May = 2024-05', 'March = 2024-03']],
  ['Ms May spoke; April Vale and June Okafor nodded.', []],
  ['They march. It may rain in Mar Vista.', []],

  // Years, decades, centuries
  ['Born in 1968, raised in the 1970s.', ['1968 = 1968', 'the 1970s = 197']],
  ['By mid-2015 and early 2016.', ['mid-2015 = 2015', 'early 2016 = 2016']],
  ['The class of ’98 met.', ['’98 = 1998']],
  ['Music of the 80s from the late 19th century.', ['the 80s = 198', 'the late 19th century = 18']],
  ['The GTX 1660 scored 1061 of 2072 points in 1660.', ['1660 = 1660']],
  ['Some 2000 people paid $1999 under Resolution 1701.', []],
  ['The quake left 310 killed and 1834 injured, more than 1990 in all.', []],
  ['In 1998 more people came than in 1997.', ['1998 = 1998', '1997 = 1997']],
  ['In fiscal 2023 and the spring of 2025.', ['fiscal 2023 = FY2023', 'the spring of 2025 = 2025-SP']],

  // Weekdays
  ['The army attacked on Friday.', ['Friday = 2024-06-07']],
  ['Officials said on Wednesday they agreed.', ['Wednesday = 2024-06-12']],
  ['Talks will resume on Friday.', ['Friday = 2024-06-14']],
  ['The storm is set to hit the port from Friday.', ['Friday = 2024-06-14']],
  ['The loan ends if accounts are not published by Friday.', ['Friday = 2024-06-14']],
  ['The accounts were published by Friday.', ['Friday = 2024-06-07']],
  ['The harbour master told owners to move every boat in the basin by Friday.', ['Friday = 2024-06-14']],
  ['The judge gave the firm time to file its papers before Friday.', ['Friday = 2024-06-14']],
  ['She told owners to move the boats that sank by Friday.', ['Friday = 2024-06-07']],
  ['He told them to leave, and by Friday they were gone.', ['Friday = 2024-06-07']],
  ['In bookshops from Friday.', ['Friday = 2024-06-14']],
  ['On the island from Friday it rained.', ['Friday = 2024-06-07']],
  ['Talks are due to begin on Friday.', ['Friday = 2024-06-14']],
  ['Vale said talks may resume on Friday.', ['Friday = 2024-06-14']],
  ['More rain is forecast for Thursday and Friday.', ['Thursday = 2024-06-13', 'Friday = 2024-06-14']],
  ['He could not be reached on Friday.', ['Friday = 2024-06-07']],
  ['They met on Sat. in Northport.', ['Sat. = 2024-06-08']],
  ['Black Friday and Bloody Sunday.', []],
  ['Ahead of Friday’s vote they met.', ['Friday = 2024-06-14']],
  ['They could arrive as early as Friday.', ['Friday = 2024-06-14']],
  ['A deal that was to hold collapsed on Monday evening.', ['Monday evening = 2024-06-10TEV']],
  ['Friday’s attack killed two.', ['Friday = 2024-06-07']],
  ['Friday’s vote will be close.', ['Friday = 2024-06-14']],
  ['The plan will fail, Vale said on Monday.', ['Monday = 2024-06-10']],
  ['Last Wednesday and next Wednesday.', ['Last Wednesday = 2024-06-05', 'next Wednesday = 2024-06-19']],
  ['On Tuesday last week it fell.', ['Tuesday last week = 2024-06-04']],
  ['He sat in the sun with Mon and Wed friends.', []],

  ['The vote will be held on Friday.', ['Friday = 2024-06-14']],
  ['The vote was to be postponed on Friday.', ['Friday = 2024-06-14']],
  ['He could be located on Friday.', ['Friday = 2024-06-07']],
  ['The summit will be held on 12-14 May.', ['12-14 May = 2024-05-12/2024-05-14']],
  ['Officials declared three days of mourning starting Friday.', ['three days = P3D', 'Friday = 2024-06-14']],
  ['The deadline is Friday.', ['Friday = 2024-06-14']],
  ['The talks begin Friday in Lund.', ['Friday = 2024-06-14']],
  ['The talks began Friday in Lund.', ['Friday = 2024-06-07']],
  ['The hearing continues on Friday.', ['Friday = 2024-06-14']],
  ['The ship sank in the early hours of Sunday.', ['the early hours of Sunday = 2024-06-09']],

  // Weeks, months, years and quarters from the day of writing
  ['It fell last week.', ['last week = 2024-W23']],
  ['It fell this month and last year.', ['this month = 2024-06', 'last year = 2023']],
  ['Early next year it ends.', ['Early next year = 2025']],
  ['On the 15th of next month.', ['the 15th of next month = 2024-07-15']],
  ['By the end of the month.', ['the end of the month = 2024-06']],
  ['Over the weekend it rained.', ['the weekend = 2024-W23-WE']],
  [
    'Yesterday, today and the day after tomorrow.',
    ['Yesterday = 2024-06-11', 'today = 2024-06-12', 'the day after tomorrow = 2024-06-14'],
  ],
  ['Two men died last night.', ['last night = 2024-06-11TNI']],
  [
    'Profit in the first quarter rose from a year earlier.',
    ['the first quarter = 2024-Q1', 'a year earlier = 2023-Q1'],
  ],
  ['Sales in Q3 2023 and H1 2022.', ['Q3 2023 = 2023-Q3', 'H1 2022 = 2022-H1']],
  [
    'Two days ago; three months ago; a decade ago.',
    ['Two days ago = 2024-06-10', 'three months ago = 2024-03', 'a decade ago = 2014'],
  ],

  ['The day before last Tuesday he fell ill.', ['The day before last Tuesday = 2024-06-10']],
  [
    'They hit a high for the year, for the year ended in March.',
    ['the year = 2024', 'the year = P1Y', 'March = 2024-03'],
  ],
  ['Over the summer they slept.', ['the summer = 2023-SU']],
  ['They were warned in the spring.', ['the spring = 2024-SP']],
  ['It leaves on Monday and Tuesday nights.', ['Monday = XXXX-WXX-1TNI', 'Tuesday nights = XXXX-WXX-2TNI']],
  ['It left on Monday and Tuesday night.', ['Monday = 2024-06-10', 'Tuesday night = 2024-06-11TNI']],
  ['On Friday, when Vale set aside her plans, it rained.', ['Friday = 2024-06-07']],
  ['The war began as previously planned on Friday.', ['Friday = 2024-06-07']],
  ['The talks planned for Friday are off.', ['Friday = 2024-06-14']],

  // Words that mean no day
  ['He will one day be king.', ['one day = FUTURE_REF']],
  ['It took one day.', ['one day = P1D']],
  ['A trickle that soon became a flood will soon end.', ['soon = FUTURE_REF']],
  ['A few days later they left.', ['A few days later = PXD']],
  ['Vale said on “60 Minutes” and on This Week that it took 60 minutes.', ['60 minutes = PT60M']],
  ['Several people who were asked about the matter had read USA Today or watched The Tonight Show.', []],
  [
    'Today it rained. Tonight it snows, and "Tomorrow never dies" is shut.',
    ['Today = 2024-06-12', 'Tonight = 2024-06-12TNI', 'Tomorrow = 2024-06-13'],
  ],
  ['It lost the latest quarter-final in the latest quarter.', ['the latest quarter = 2024-Q1']],
  ['A day-long debate over several quarters of losses.', ['day-long = P1D', 'several quarters = PXQ']],
  ['In such quarters nobody slept.', []],
  ['They held hundreds of talks a day.', ['a day = P1D']],

  // Results
  [
    'In the third quarter it lost 3, and in the nine months 9, against 4 a year earlier.',
    ['the third quarter = 2023-Q3', 'the nine months = P9M', 'a year earlier = 2023'],
  ],
  ['Sales in the first two quarters of 2023.', ['the first two quarters of 2023 = 2023-H1']],

  ['Dated 00 May 2017 and 2015, November 9.', ['00 May 2017 = open', '2015, November 9 = 2015-11-09']],
  ['Since 2015, November 9 is a feast.', ['2015 = 2015', 'November 9 = 2023-11-09']],
  ['Filed 2017.06.05 and 2017.02.30 as 2017.06.', ['2017.06.05 = 2017-06-05', '2017.02.30 = open']],
  ['Profit in FY16 and Jan16.', ['FY16 = FY2016']],
  ['The ship sails on Friday.', ['Friday = 2024-06-14']],

  // From the previous date
  ['It began on 5 April 2024. Two days later it ended.', ['5 April 2024 = 2024-04-05', 'Two days later = 2024-04-07']],
  ['It began in May 2011. The following month it ended.', ['May 2011 = 2011-05', 'The following month = 2011-06']],
  ['It began in 2011. A week later it ended.', ['2011 = 2011', 'A week later = open']],

  // Clock times
  ['Posted 13 February 2017 20:26 GMT.', ['13 February 2017 20:26 GMT = 2017-02-13T20:26Z']],
  ['It struck at 3am on Tuesday.', ['3am on Tuesday = 2024-06-11T03:00']],
  ['Monday at 9 p.m. they met.', ['Monday at 9 p.m. = 2024-06-10T21:00']],
  ['At 10 a.m. EDT (1400 GMT) Monday it fell.', ['10 a.m. EDT (1400 GMT) Monday = 2024-06-10T10:00']],
  ['It began at 21:15, and at 14:30 on Tuesday.', ['21:15 = 2024-06-12T21:15', '14:30 on Tuesday = 2024-06-11T14:30']],
  [
    'They may go home on Sunday. The last train left at 4:50 pm.',
    ['Sunday = 2024-06-16', '4:50 pm = 2024-06-12T16:50'],
  ],
  [
    'They may go home on Sunday. The first train will leave at 4:50 pm.',
    ['Sunday = 2024-06-16', '4:50 pm = 2024-06-16T16:50'],
  ],
  ['He left at 4 in the morning on Tuesday.', ['4 in the morning on Tuesday = 2024-06-11T04:00']],
  ['He was seen at 6 a.m. ten days before the murder.', ['6 a.m. = T06:00', 'ten days = P10D']],
  ['A goal 2:55 into overtime won it 3:2.', []],

  // Durations and sets
  ['For two years, a 10-day truce and several months.', ['two years = P2Y', '10-day = P10D', 'several months = PXM']],
  ['In the past two days and the next few weeks.', ['the past two days = P2D', 'the next few weeks = PXW']],
  ['It took half an hour, then 2 1/2 years.', ['half an hour = PT30M', '2 1/2 years = P2Y6M']],
  ['Every Monday, daily and each year.', ['Every Monday = XXXX-WXX-1', 'daily = P1D', 'each year = P1Y']],
  ['A 45-year-old man, 30 years old, aged 12 years.', []],
  ['Three-quarters of it; a quarter of it; a second group.', []],

  ['It took two and a half years.', ['two and a half years = P2Y6M']],
  ['Two and a half years ended in Lund.', ['Two and a half years = P2Y6M']],

  // Spans named by their last month
  ['Profit fell in the year to March.', ['the year to March = 2023-04/2024-03']],
  ['Sales rose in the three months to December.', ['the three months to December = 2023-10/2023-12']],
  ['Prices rose in the 12 months to April 2021.', ['the 12 months to April 2021 = 2020-05/2021-04']],
  ['Profit fell in the quarter to the end of June 2022.', ['the quarter to the end of June 2022 = 2022-04/2022-06']],
  ['They gave him two days to march home.', ['two days = P2D']],
  ['They gave him two weeks to May 12.', ['two weeks = P2W', 'May 12 = 2024-05-12']],

  // Feasts
  ['On Christmas Eve 2023 and Good Friday.', ['Christmas Eve 2023 = 2023-12-24', 'Good Friday = 2024-03-29']],
  ['Before Thanksgiving they left.', ['Thanksgiving = 2023-11-23']],

  // Vague words
  [
    'Now and recently, and in the near future.',
    ['Now = PRESENT_REF', 'recently = PAST_REF', 'the near future = FUTURE_REF'],
  ],
  ['He left as soon as he could; a now-closed shop.', []],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(read(text, '2024-06-12')).toEqual(expected)
})

/** All published on Friday 4 May 2018. */
const inMay: [string, string[]][] = [
  // The present tense for scheduled events
  ['New England plays Philadelphia on Sunday.', ['Sunday = 2018-05-06']],
  ['Parliament votes on Tuesday on the harbour bill.', ['Tuesday = 2018-05-08']],
  ['The ministers meet in Dunmore on Tuesday.', ['Tuesday = 2018-05-08']],
  ['The fair closes on Sunday after ten days.', ['Sunday = 2018-05-06', 'ten days = P10D']],
  ['Voters go to the polls on Sunday.', ['Sunday = 2018-05-06']],
  ['The court hears the appeal on Monday.', ['Monday = 2018-05-07']],
  ['Dunmore host Northport on Saturday.', ['Saturday = 2018-05-05']],
  ['On Sunday Dunmore plays Northport.', ['Sunday = 2018-05-06']],
  ['She faces a judge on Wednesday.', ['Wednesday = 2018-05-09']],
  ['The inquest is on Monday.', ['Monday = 2018-05-07']],
  ['The report is out on Thursday.', ['Thursday = 2018-05-10']],
  ['The judge set the recount for Monday.', ['Monday = 2018-05-07']],
  ['The union called a strike for Tuesday.', ['Tuesday = 2018-05-08']],
  ['The bureau expects more rain until Sunday.', ['Sunday = 2018-05-06']],
  ['The fair is to run through June.', ['June = 2018-06']],
  ['A show of maps, to run through June, has begun.', ['June = 2018-06']],
  ['The ministers met in Dunmore on Tuesday.', ['Tuesday = 2018-05-01']],
  ['Two votes on Tuesday were close.', ['Tuesday = 2018-05-01']],
  ['The plays on Sunday were long.', ['Sunday = 2018-04-29']],
  ['A blast on Sunday kills ten.', ['Sunday = 2018-04-29']],
  ['The close vote on Tuesday split the board.', ['Tuesday = 2018-05-01']],
  ['The fair was off to a bright start on Saturday night as thousands came.', ['Saturday night = 2018-04-28TNI']],
  ['He did not meet them on Tuesday.', ['Tuesday = 2018-05-01']],
  ['He last spoke to her in June.', ['June = 2017-06']],
  ['She was last seen near the harbour in June.', ['June = 2017-06']],
  ['He spoke to her brother in June.', ['June = 2017-06']],
  ['He will speak to her in June.', ['June = 2018-06']],

  // Days that the calendar does not have
  ['One deed is of 29 February 2017.', ['29 February 2017 = open']],
  ['One deed is of 30 February 2017.', ['30 February 2017 = open']],
  ['One deed is of 45 March 2017.', ['45 March 2017 = open']],
  ['One deed was signed on February 29 last year.', ['February 29 last year = open']],
  ['It is of April 31st, 2016.', ['April 31st, 2016 = open']],
  ['It is of the 31st of June, 2016.', ['the 31st of June, 2016 = open']],
  ['It came on February 29.', ['February 29 = XXXX-02-29']],
  ['It came on 31 April.', ['31 April = open']],
  ['It is of 2017-02-30.', ['2017-02-30 = open']],
  ['It is of 30.02.2017.', ['30.02.2017 = open']],
  ['It is of 30/02/2017.', ['30/02/2017 = open']],
  ['It is of Sunday, 31 April 2017 at 10 am.', ['Sunday, 31 April 2017 at 10 am = T10:00']],
  ['It ran from 28 to 31 February 2017.', ['28 to 31 February 2017 = open']],
  ['One deed is of 29 February 2016.', ['29 February 2016 = 2016-02-29']],
  ['It killed 45 in March 2017.', ['March 2017 = 2017-03']],
  ['Version 3.14.2016 is out.', []],

  // Tight spelling, the year first, months between hyphens or strokes
  ['A deed was signed on May 17,2017.', ['May 17,2017 = 2017-05-17']],
  ['A will was signed on 2017 March 18.', ['2017 March 18 = 2017-03-18']],
  ['A bill was signed on Friday,May 5,2017.', ['Friday,May 5,2017 = 2017-05-05']],
  ['A note was signed on 17-May-17 and again on 18/May/2017.', ['17-May-17 = 2017-05-17', '18/May/2017 = 2017-05-18']],
  ['It was signed on 17May2017.', ['17May2017 = 2017-05-17']],
  ['It was signed on May17, 2017.', ['May17, 2017 = 2017-05-17']],
  ['It was signed on 3rd March,2017.', ['3rd March,2017 = 2017-03-03']],
  ['It was signed on 2017-Mar-18.', ['2017-Mar-18 = 2017-03-18']],
  ['It was signed on Sept.9,2016.', ['Sept.9,2016 = 2016-09-09']],
  ['It cost 17,2017 marks, or 12,000.', []],
  ['In 2017 March was wet.', ['2017 = 2017']],
  ['It fell in the second half of August 2017.', ['the second half of August 2017 = 2017-08-16/2017-08-31']],
  ['Unit May17 is a room.', []],

  // Fiscal years
  ['Profit for fiscal 2017 fell.', ['fiscal 2017 = FY2017']],
  ['In fiscal year 2016-17 the firm lost money.', ['fiscal year 2016-17 = 2016/2017']],
  ['The financial year 2017/18 was good.', ['The financial year 2017/18 = 2017/2018']],
  ['In the 2017 fiscal year it paid no tax.', ['the 2017 fiscal year = FY2017']],
  ['In the 2016-17 financial year it paid no tax.', ['the 2016-17 financial year = 2016/2017']],
  ['Its FY2017 loss and its FY 2018 profit.', ['FY2017 = FY2017', 'FY 2018 = FY2018']],
  ['Sales in tax year 2017.', ['tax year 2017 = FY2017']],
  ['In calendar 2017 and the calendar year 2016.', ['calendar 2017 = 2017', 'the calendar year 2016 = 2016']],
  ['Sales in the 2016-17 season.', ['2016-17 = 2016/2017']],

  // Weekdays counted
  ['Three Sundays ago it rained.', ['Three Sundays ago = 2018-04-15']],
  ['Two Fridays ago it froze.', ['Two Fridays ago = 2018-04-20']],
  ['A week last Tuesday it thawed.', ['A week last Tuesday = 2018-04-24']],
  ['A week ago Tuesday it thawed.', ['A week ago Tuesday = 2018-04-24']],
  ['It thawed two weeks ago on Tuesday.', ['two weeks ago on Tuesday = 2018-04-17']],
  ['It opens a week on Tuesday.', ['a week on Tuesday = 2018-05-15']],
  ['It opens on Tuesday week.', ['Tuesday week = 2018-05-15']],
  ['It opens two Sundays from now.', ['two Sundays from now = 2018-05-13']],
  ['It rained the Sunday before last.', ['the Sunday before last = 2018-04-22']],
  ['It will be held on the second Sunday of June.', ['the second Sunday of June = 2018-06-10']],
  ['It was held on the last Friday in March 2017.', ['the last Friday in March 2017 = 2017-03-31']],
  ['For three Sundays it rained.', ['Sundays = XXXX-WXX-7']],
  ['Many Sundays ago it rained.', ['Many Sundays ago = PAST_REF']],

  // Clock times beside dates of history
  [
    'The war ended on 8 May 1945, he said. The crowd came at 7 pm.',
    ['8 May 1945 = 1945-05-08', '7 pm = 2018-05-04T19:00'],
  ],
  [
    'The hall, built after the quake of 18 April 1906, caught fire on Tuesday. Crews came at 3 a.m. and left by noon.',
    ['18 April 1906 = 1906-04-18', 'Tuesday = 2018-05-01', '3 a.m. = 2018-05-01T03:00', 'noon = 2018-05-01T12:00'],
  ],
  [
    'The bridge is named for the battle of 5 March 1770. The mayor will open it at 10 a.m.',
    ['5 March 1770 = 1770-03-05', '10 a.m. = T10:00'],
  ],
  [
    'It burned on Tuesday, as in the fire of 18 April 1906. Crews came at 3 a.m.',
    ['Tuesday = 2018-05-01', '18 April 1906 = 1906-04-18', '3 a.m. = 2018-05-01T03:00'],
  ],
  ['On 1 May 2018 it burned. Crews came at 3 a.m.', ['1 May 2018 = 2018-05-01', '3 a.m. = 2018-05-01T03:00']],

  // Numbers that look like a year
  ['It was shut from 1130 to 1215 GMT.', ['1130 to 1215 GMT = 2018-05-04T11:30Z/2018-05-04T12:15Z']],
  ['It was shut between 1900 and 2015 hours.', ['1900 and 2015 hours = 2018-05-04T19:00/2018-05-04T20:15']],
  ['It was shut 1400-1530 GMT.', ['1400-1530 GMT = 2018-05-04T14:00Z/2018-05-04T15:30Z']],
  ['It reigned from 1130 to 1215.', ['1130 to 1215 = 1130/1215']],
  ['A 2000 year old tradition and a 1900-year-old wall.', []],
  ['The feast is 2000 years old.', []],
  ['That January day in 2011 changed her.', ['That January day in 2011 = 2011-01']],
  ['One July night of 1998 it burned.', ['One July night of 1998 = 1998-07']],
  ['Its opening was put off from 2018 to 2020.', ['2018 = 2018', '2020 = 2020']],
  ['A tomb some 3,300 years ago.', ['some 3,300 years ago = PAST_REF']],
  ['Sheriff Wade Easter spoke at Easter.', ['Easter = 2018-04-01']],
  ['“It burned,” Easter said.', []],
]

test.each(inMay)('in May 2018: %j', (text, expected) => {
  expect(read(text, '2018-05-04')).toEqual(expected)
})

const dateless: [string, string[]][] = [
  ['It began on 5 April 2024. Two days later it ended.', ['5 April 2024 = 2024-04-05', 'Two days later = 2024-04-07']],
  ['It began in December 2016.', ['December 2016 = 2016-12']],
  ['The vote is on January 23.', ['January 23 = XXXX-01-23']],
  ['The talks of January 29 and 30.', ['January 29 and 30 = XXXX-01-29/XXXX-01-30']],
  ['It fell on Friday, last week and a year ago.', ['Friday = XXXX-WXX-5', 'last week = open', 'a year ago = open']],
]

test.each(dateless)('without a publication date: %j', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('an open date says why and has no bounds', () => {
  const [friday, january] = findDates(sourceOf(['It fell on Friday before January 23.']))
  expect(friday).toMatchObject({ reason: 'No publication date: the weekday cannot be placed.' })
  expect(january).toMatchObject({ edtf: 'XXXX-01-23', reason: 'No publication date: the year cannot be told.' })
  expect([friday?.lo, friday?.hi, friday?.edtf, january?.lo, january?.hi]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a publication date known to the month places months and years, not weekdays', () => {
  expect(read('Last month, last year, on Friday.', '2017-02')).toEqual([
    'Last month = 2017-01',
    'last year = 2016',
    'Friday = XXXX-WXX-5',
  ])
  expect(read('Last month, last year, on May 3.', '2017')).toEqual([
    'Last month = open',
    'last year = 2016',
    'May 3 = XXXX-05-03',
  ])
})

test('a mention keeps its anchor, certainty, bounds, rule and reason', () => {
  const [stated, inferred] = findDates(sourceOf(['Signed 1 May 2016, ended last week.'], '2017-01-20'))
  expect(stated).toMatchObject({
    certainty: 'stated',
    edtf: '2016-05-01',
    lo: '2016-05-01',
    hi: '2016-05-01',
    precision: 'day',
  })
  expect(stated).not.toHaveProperty('anchor')
  expect(inferred).toMatchObject({
    certainty: 'inferred',
    rule: 'date/last-unit',
    anchor: { kind: 'publication', date: '2017-01-20' },
    edtf: '2017-01-09/2017-01-15',
    lo: '2017-01-09',
    hi: '2017-01-15',
    precision: 'week',
  })
  expect(inferred?.reason).toBe('1 week before the publication date 2017-01-20.')
})

test('the headline is read, and dates of one passage anchor the next', () => {
  const dates = findDates(sourceOf(['Talks of 3 May 2016', 'Two days later they failed.']))
  expect(dates.map(({ span, timex }) => [span.passage, timex])).toEqual([
    [0, '2016-05-03'],
    [1, '2016-05-05'],
  ])
})
