import { expect, test } from 'vitest'
import { boilerplate as ENGLISH } from '../../../lang/en/index.ts'
import { matchCaption } from './exclude-captions.ts'

const rows: [line: string, rule: string | undefined][] = [
  ['Soldiers guard a bridge in Northport, May 4, 2019. REUTERS/Ada Vale', 'boilerplate/caption-credit'],
  ['Ships wait outside the port (AFP photo)', 'boilerplate/caption-credit'],
  ['The dam at Lund (Image: GETTY )', 'boilerplate/caption-credit'],
  ['Marta Lund leaves the court. Photograph: Ada Vale/PA', 'boilerplate/caption-credit'],
  ['A boat burns in the harbour of Lund. (Ada Vale/The Canadian Press)', 'boilerplate/caption-credit'],
  ['The council voted to sell the boat. (Ada Vale/Femi Okafor)', undefined],
  ['Getty Images', 'boilerplate/picture-credit'],
  ['AP Photo/Ada Vale', 'boilerplate/picture-credit'],
  ['A burnt bus is seen on the road to Lund after an attack on March 3.', 'boilerplate/caption-scene'],
  ['Nurses wait outside the hospital of Lund on May 4, 2019', 'boilerplate/caption-scene'],
  ['In this file photo, nurses wait outside the hospital.', 'boilerplate/caption-opening'],
  ["An artist's impression of the probe above the moon", 'boilerplate/caption-opening'],
  ['ROOFLESS A family cooks in what is left of its house. —ADA VALE', 'boilerplate/caption-credit'],
  ['LUND: Villagers wade through a field. — AFP/File', 'boilerplate/caption-credit'],
  ['The bridge of Lund, on May 4, 2019. ADA VALE FOR THE GAZETTE', 'boilerplate/caption-credit'],
  ['A boy carries water between the tents [Ada Vale/Northport Radio]', 'boilerplate/caption-credit'],
  ['A bank in Lund, May 4, 2019. REUTERS/Ada Vale/File Photo', 'boilerplate/caption-credit'],
  ['Ada Vale/Northport Radio', 'boilerplate/picture-credit'],
  ['© Northport Radio', 'boilerplate/picture-credit'],
  ['CafÃ© closes its doors for the winter', undefined],
  ['ESTMERE GRAPHIC', 'boilerplate/picture-credit'],
  ['The council met for two hours. — AFP', undefined],
  ['The deal is seen as a defeat for the council.', undefined],
  ['The council voted to sell the port (see map).', undefined],
  ['The minister told the Northport Gazette (a local paper).', undefined],
  ['The talks, held in Lund, ended on May 4, 2019.', undefined],
  ['"The picture is seen here as proof," he said on Monday.', undefined],
  ['The agency, known as AP, said it would sue over the photo.', undefined],
  ['The photograph of the boy shocked the country.', undefined],
]

test.each(rows)('%j', (line, rule) => {
  expect(matchCaption(line, ENGLISH)).toEqual(rule && expect.objectContaining({ as: 'excluded', rule }))
})
