import { expect, test } from 'vitest'
import type { RegisteredEntity } from '../../../model/register.ts'
import { findNames } from './find-names.ts'
import { sourceOf } from '../../../model/source-of.fixture.ts'

const HEADLINE = 'nothing to see'

/** Names found in one paragraph, as "kind words", demonyms with the place they point to. */
function namesIn(text: string, register: readonly RegisteredEntity[] = []): string[] {
  return findNames(sourceOf([HEADLINE, text]), register).map(({ span, kind, form, refersTo }) => {
    const words = text.slice(span.start, span.end)
    return form === 'name' ? `${kind} ${words}` : `${kind} ${words} -> ${refersTo}`
  })
}

function entry(fields: Partial<RegisteredEntity> & Pick<RegisteredEntity, 'name' | 'kind'>): RegisteredEntity {
  return {
    aliases: [],
    labels: [],
    demonyms: [],
    sameAs: [],
    capitals: [],
    same: [],
    notSame: [],
    possiblySame: [],
    file: 'seeds/register/a.yml',
    line: 1,
    ...fields,
  }
}

const rows: [string, string[]][] = [
  // lists
  ['The talks were held in Norway and the U.K. yesterday.', ['place Norway', 'place U.K.']],
  ['He gave us a lift.', []],
  [
    'A vote by Sens. Anna Vale (D-N.C.) and Reps. Omar Lund came late.',
    ['person Anna Vale', 'place N.C.', 'person Omar Lund'],
  ],
  ['They met the former Miss Universe Anna Vale on Monday.', ['person Anna Vale']],
  ['Heat rose around the G, H, and J keys of the board.', []],
  ['The US accused Peruvian officials.', ['place US', 'place Peruvian -> Peru']],
  ['Peruvians and Bolivians met.', ['place Peruvians -> Peru', 'place Bolivians -> Bolivia']],
  ['She speaks Norwegian.', []],
  ['A UN-brokered truce and a Norway-based charity.', ['organisation UN', 'place Norway']],
  ['In March and on Monday nothing happened.', []],
  ['Rebels In Peru Decide To Go To Norway Talks', ['place Peru', 'event Norway Talks', 'place Norway']],
  // what the words beside a name say of it
  ['The coaster Vale Bay sank.', ['object Vale Bay']],
  ['A sister ship, the Okafor Bay, sank too.', ['object Okafor Bay']],
  ['The 2,900-ton Okafor Bay carried coal.', ['object Okafor Bay']],
  ['The tanker MT Northport Pride stopped.', ['object MT Northport Pride']],
  ['They swam in Okafor Bay.', ['place Okafor Bay']],
  ['The detector, called Okafor, is new.', ['object Okafor']],
  ['The paint came from a Dutch charity, Salt Waters.', ['place Dutch -> Netherlands', 'organisation Salt Waters']],
  ['They told the charity, Ada Vale said.', ['person Ada Vale']],
  ['The Norwegian fund Valeborg sold its stake.', ['place Norwegian -> Norway', 'organisation Valeborg']],
  ['Northcrest, which owns two mills, declined.', ['organisation Northcrest']],
  ['They reached Zorbane, which is on the coast.', ['place Zorbane']],
  ['Valtec, a company in the city, declined.', ['organisation Valtec']],
  ['Anna Vale, a company director, declined.', ['person Anna Vale']],
  ['They left for the feast, the mayor, Omar Lund, said.', ['person Omar Lund']],
  ['His name was Neferamun.', ['person Neferamun']],
  ['The member for Salt Korle, Anna Vale, left.', ['place Salt Korle', 'person Anna Vale']],
  ['Valtec managing director Omar Lund left.', ['organisation Valtec', 'person Omar Lund']],
  ['Shares in Ridgewell rose.', ['organisation Ridgewell']],
  ['He spoke to Cllr Graham Lindholm.', ['person Graham Lindholm']],
  ['He spoke to Alhaji Okafor.', ['person Okafor']],
  ['Defender Omar Lund left.', ['person Omar Lund']],
  ['Striker Lindholm left.', ['person Lindholm']],
  ['Hunter Lindholm left.', ['person Hunter Lindholm']],
  ['May Lindholm, who runs it, left.', ['person May Lindholm']],
  ['May Lindholm leave?', ['person Lindholm']],
  ['They met economist Rain Frost.', ['person Rain Frost']],
  ['The Dutch Health Minister Anna Vale left.', ['place Dutch -> Netherlands', 'person Anna Vale']],
  ['The Progress Party of Prime Minister Anna Vale won.', ['organisation Progress Party', 'person Anna Vale']],
  ['The Ministry of Prime Industry won.', ['organisation Ministry of Prime Industry']],
  // ships
  ['It came in on the ferry Princess Anna.', ['object Princess Anna']],
  ['It came in with Princess Anna.', ['person Anna']],
  ['The research vessel Southern Wind sailed.', ['object Southern Wind']],
  // clubs
  ['Vale Rovers lost 2-1 to Borough Athletic.', ['organisation Vale Rovers', 'organisation Borough Athletic']],
  ['The goal gave them a 1-0 win over Valemouth.', ['organisation Valemouth']],
  [
    'The striker scored, the referee looked at the standings, and he has eight caps for Bolivia.',
    ['organisation Bolivia'],
  ],
  ['The striker scored, the referee looked at the standings, and the match was in Bolivia.', ['place Bolivia']],
  [
    'The striker scored, the referee looked at the standings. Bolivia led the table. Bolivia had hoped for more in Bolivia.',
    ['organisation Bolivia', 'organisation Bolivia', 'place Bolivia'],
  ],
  [
    'The striker scored, the referee looked at the standings, and it rained. Bolivia had hoped for more.',
    ['place Bolivia'],
  ],
  ['The match had goals and wickets, and the referee ran out for the Bolivia side.', ['organisation Bolivia']],
  ['He has eight caps for Bolivia, and the referee has more.', ['place Bolivia']],
  ['They drove over Valemouth Hill.', ['place Valemouth Hill']],
  // newspapers, missions, houses
  ['The critic of the Valemouth Courier wrote that it was good.', ['organisation Valemouth Courier']],
  ['The Joint Interim Mission in Peru lent a pump.', ['organisation Joint Interim Mission in Peru']],
  ['The Spanish builder Okafor y Hijos won it.', ['place Spanish -> Spain', 'organisation Okafor y Hijos']],
  ['Vale Mining in Guinea shut a pit.', ['organisation Vale Mining', 'place Guinea']],
  ['St Ada’s Hospital is full.', ['organisation St Ada’s Hospital']],
  [
    'Dinamo Lund beat Vale Rovers. Later Dinamo led.',
    ['organisation Dinamo Lund', 'organisation Vale Rovers', 'organisation Dinamo'],
  ],
  // titles in marks
  ['Her first success, “The Last Tram to Valemouth”, toured Peru.', ['work The Last Tram to Valemouth', 'place Peru']],
  ['A cook whom they called “Mother Ladle” left.', ['object Mother Ladle']],
  ['He shouted: “It is not a second Norway.”', ['place Norway']],
  ['“Thank you, Ada Vale,” read a banner.', ['person Ada Vale']],
  // months
  ['They have not spoken since the July War.', ['event July War']],
  ['In July War Veterans met.', []],
  // given names that the tagger does not know
  ['The late Xiobhán McVale was the first.', ['person Xiobhán McVale']],
  // heads
  ['Vale Authority chief Bill Okafor spoke.', ['organisation Vale Authority', 'person Bill Okafor']],
  ['The Harbour Safety Bill passed.', ['object Harbour Safety Bill']],
  ['A judge wrote that the company, Ada Stone, had paid.', ['organisation Ada Stone']],
  ['The head of the company, Ada Stone, had paid.', ['person Ada Stone']],
  ['The publisher, Ada Stone, had paid.', ['person Ada Stone']],
  ['The auditor, Okafor & Vale, resigned.', ['organisation Okafor & Vale']],
  ['The Peruvian Red Cross said no.', ['organisation Peruvian Red Cross']],
  ['The Red Cross said no.', ['organisation Red Cross']],
  ['He was a District Police Officer in May.', []],
  ['Justices Ines Okafor and Femi Marsh heard it.', ['person Ines Okafor', 'person Femi Marsh']],
  ['“It rained,” said Ines Okafor, an analyst there.', ['person Ines Okafor']],
  ['The Northport Harbour Authority said no.', ['organisation Northport Harbour Authority']],
  ['The Ministry of Trade and Fisheries said no.', ['organisation Ministry of Trade and Fisheries']],
  ['The Peruvian Foreign Ministry said no.', ['organisation Peruvian Foreign Ministry']],
  ['The Peruvian foreign ministry said no.', ['place Peruvian -> Peru']],
  ['A committee and a council met.', []],
  ['fighters of the Vale Liberation Front fled', ['organisation Vale Liberation Front']],
  ['fighters of Liwa al-Vale fled', ['organisation Liwa al-Vale']],
  ['Then X12 rebels attacked.', ['organisation X12']],
  ['The Okafor rebel group left.', ['organisation Okafor']],
  ['The Peruvian rebel group left.', ['place Peruvian -> Peru']],
  ['They met near Lake Okafor in April.', ['place Lake Okafor']],
  ['They met on Catholic Okafor Road in April.', ['place Okafor Road']],
  ['They met in the Jewish West Bank town.', ['place West Bank']],
  ['after Hurricane Ada had passed', ['event Hurricane Ada']],
  ['the Northport Agreement was signed', ['work Northport Agreement']],
  ['under resolution 1325 of 2000', ['work resolution 1325']],
  ['in the novel “Salt Roads”, she wrote', ['work Salt Roads']],
  ['in the novel “he said no”, she wrote', []],
  ['He asked when. “In 2014”, she wrote.', []],
  ['She sang “In the Vale”, and wept.', ['work In the Vale']],
  // titles
  ['According to Mr. Okafor, it rained.', ['person Okafor']],
  ['then President-elect Ada Vale spoke', ['person Ada Vale']],
  ['then President Kim Vale-su spoke', ['person Kim Vale-su']],
  ['said the judge, Major Ada Okafor, on Monday', ['person Ada Okafor']],
  [
    'The Zorbanehene of Valetown, Ada Okafor, has wept. Then the Zorbanehene told them.',
    ['place Valetown', 'person Ada Okafor'],
  ],
  ['The Senate of Peru, Ada Okafor, has wept.', ['organisation Senate of Peru', 'person Ada Okafor']],
  ['then Major League Zorball fell', ['organisation Major League Zorball']],
  ['The president spoke.', []],
  ["then Okafor's widow spoke", ['person Okafor']],
  ['said engineer Ada Vale', ['person Ada Vale']],
  // events named after places, the place within
  ['Before the Oslo peace talks began', ['event Oslo peace talks', 'place Oslo']],
  ['Before the Peruvian civil war began', ['event Peruvian civil war', 'place Peruvian -> Peru']],
  ['Before the Oslo accords were signed', ['work Oslo accords', 'place Oslo']],
  ['Before the Peruvian meeting began', ['place Peruvian -> Peru']],
  ['Before peace talks in Oslo began', ['place Oslo']],
  ['He spoke at a Northport conference.', ['place Northport']],
  // events by a common noun or a number
  ['victims of the Salt Tower fire wept', ['event Salt Tower fire']],
  ['victims of the fire wept', []],
  ['since the COVID-19 pandemic began', ['event COVID-19 pandemic']],
  ['since the Peru earthquake struck', ['place Peru']],
  ['before COP28 and Operation 12 began', ['event COP28', 'event Operation 12']],
  ['ahead of an AU summit there', ['event AU summit', 'organisation AU']],
  ['before the World Cup final there', ['event World Cup final']],
  // what ends a name
  ['Then Roy Okafor Jr. said no.', ['person Roy Okafor Jr.']],
  ['Then Okafor Shipping Ltd. said no.', ['organisation Okafor Shipping Ltd.']],
  ['They met in Okafor, Pa., in April.', ['place Okafor', 'place Pa.']],
  ['He rose to say no. Pa. was out.', []],
  ['The 9th Circuit Court of Appeals said no.', ['organisation 9th Circuit Court of Appeals']],
  ['They went to the Vale Women’s Hospital.', ['organisation Vale Women’s Hospital']],
  [
    'The Reserve Bank of Peru and Okafor Holdings said no.',
    ['organisation Reserve Bank of Peru', 'organisation Okafor Holdings'],
  ],
  // names that only the words beside them announce
  ['Then Zorbanex, a data provider, said no.', ['organisation Zorbanex']],
  ['Then NorthQuill said no.', ['organisation NorthQuill']],
  ['Then McBrannan wept.', ['person McBrannan']],
  ['Xiobhán Vale, whose son left, said no.', ['person Xiobhán Vale']],
  ['Then Lindholm, who was 40, said no.', ['person Lindholm']],
  ['Then Ovalle, who are second, lost again.', ['organisation Ovalle']],
  ['She met a cook from Zorbane, who had a bad cold.', ['place Zorbane']],
  ['The first letter came from Lund, who had a bad cold.', ['person Lund']],
  ['Then Xiobhán Vale and Anna Lund, who are twins, left.', ['person Xiobhán Vale', 'person Anna Lund']],
  ['said an analyst at Zorbanex Vale.', ['organisation Zorbanex Vale']],
  ['It was first seen by The Harvane then.', ['organisation Harvane']],
  ['She told The Harvane that it was so.', ['organisation Harvane']],
  ['They fled Oslo, Zorbane and Bergen.', ['place Oslo', 'place Zorbane', 'place Bergen']],
  ['Then Ada Vale, the pilot known as Zorbane, left.', ['person Ada Vale', 'person Zorbane']],
  ['The Peru State Police Inspector left.', ['organisation Peru State Police']],
  ['Then O&V said no to the Q&A.', ['organisation O&V']],
  ['in the film Salt Roads of Vale she wept', ['work Salt Roads of Vale']],
  ['The Zorbane, a Peru-flagged ship, sank.', ['object Zorbane', 'place Peru']],
  ['Her CBE and his CEO, by God, are fine.', []],
  // laws, currencies, turns
  ['It breaks the Harbour Safety and Accountability Act.', ['object Harbour Safety and Accountability Act']],
  ['It paid US$4 million to the US.', ['place US']],
  ['SD: It was cold there.', []],
  // what a noun says that a name is called
  ['A group calling itself Grey Vale left.', ['organisation Grey Vale']],
  ['They came from a village called Zorbane.', ['place Zorbane']],
  ['She gave her name as Zorbane.', ['person Zorbane']],
  ['Writing in Zorbanesk, the critic wept.', ['organisation Zorbanesk']],
  ['Zorbanesk’s foreign minister left. Then he fled Zorbanesk.', ['place Zorbanesk', 'place Zorbanesk']],
  ['Bodies lay in Zor Bane, where it rained.', ['place Zor Bane']],
  ['She fled the village of Zorbane, who knows why.', ['place Zorbane']],
  ['The residents of Zorbane voted.', ['place Zorbane']],
  ['A shell hit the Zorbane refugee camp at night.', ['place Zorbane']],
  // works by their article, genre and prize
  ['She won with The Salt Ledger, a saga of three sisters.', ['work The Salt Ledger']],
  ['He liked A Short History of Salt by Ada Vale.', ['work A Short History of Salt', 'person Ada Vale']],
  ['It won the Vale Prize for “Salt House” then.', ['object Vale Prize', 'work Salt House']],
  // firms and persons of one name
  [
    'They sued Lindholm AgroScience. Lindholm said no. Its founder, Ada Lindholm, died. Lindholm was old.',
    ['organisation Lindholm AgroScience', 'organisation Lindholm', 'person Ada Lindholm', 'person Lindholm'],
  ],
  [
    'They sued Okafor Shipping. Its founder, Ada Okafor, died. Okafor has lost two ships.',
    ['organisation Okafor Shipping', 'person Ada Okafor', 'organisation Okafor'],
  ],
  [
    'They sued Okafor Shipping. Its founder, Ada Okafor, wept. Okafor has lost two sons.',
    ['organisation Okafor Shipping', 'person Ada Okafor', 'person Okafor'],
  ],
  ['The tanker of Okafor Shipping of Bergen sank.', ['organisation Okafor Shipping', 'place Bergen']],
  [
    'They sued the Okafor Group. Its head, Okafor Tae-sik, wept. Okafor said through a lawyer that he was ill.',
    ['organisation Okafor Group', 'person Okafor Tae-sik', 'person Okafor'],
  ],
  // persons and places of one name
  [
    'Work in the port of Zorbane stopped. A judge, Vasco Zorbane, came. Zorbane said that he got seasick.',
    ['place Zorbane', 'person Vasco Zorbane', 'person Zorbane'],
  ],
  [
    'Vasco Zorbane told us so. It lies on the left bank of the Zorbane, which Zorbane loves.',
    ['person Vasco Zorbane', 'place Zorbane', 'person Zorbane'],
  ],
  ['The port of Zorbane is shut. Zorbane said that it would wait.', ['place Zorbane', 'place Zorbane']],
  // surnames and names that are also months, feasts or common nouns
  ['Sheriff Wade Easter said no. Then Prince August left.', ['person Wade Easter', 'person August']],
  ['The president left on August 3.', []],
  ['Cholera has killed ten. They fear cholera.', []],
  ['Her husband, Per, died.', ['person Per']],
  ['The chief, Lim Wei Jie, spoke. Then Lim left.', ['person Lim Wei Jie', 'person Lim']],
  ['Ada Okafor-Pine was chosen. Okafor-Pine said no.', ['person Ada Okafor-Pine', 'person Okafor-Pine']],
  ['The WHO, Ada Vale said, was late.', ['organisation WHO', 'person Ada Vale']],
  // nominals
  [
    'The Northport Harbour Council met. Later the council voted.',
    ['organisation Northport Harbour Council', 'organisation council -> Northport Harbour Council'],
  ],
  [
    'The Northport Harbour Council met the Vale City Council. Later the council voted.',
    ['organisation Northport Harbour Council', 'organisation Vale City Council'],
  ],
  ['The council voted. Later the Northport Harbour Council met.', ['organisation Northport Harbour Council']],
]

test.each(rows)('%j', (text, expected) => expect(namesIn(text)).toEqual(expected))

test('names of the register are found with and without hyphens, and as demonyms', () => {
  const register = [
    entry({ name: 'Vale Front', kind: 'organisation', aliases: ['al-Okaf', 'VF'] }),
    entry({ name: 'Freedonia', kind: 'place', demonyms: ['Freedonian'] }),
    entry({ name: 'Oslo talks', kind: 'event', labels: ['the talks'] }),
  ]
  expect(namesIn('The VF and Al Okaf left the Oslo talks; two Freedonians stayed for the talks.', register)).toEqual([
    'organisation VF',
    'organisation Al Okaf',
    'event Oslo talks',
    'place Oslo',
    'place Freedonians -> Freedonia',
  ])
})

test('a capital that announces or is accused means the government, one that is visited does not', () => {
  const standing = (text: string): unknown[] =>
    findNames(sourceOf([HEADLINE, text]), []).map(({ standsFor }) => standsFor)
  expect(standing('Oslo has announced a plan.')).toEqual(['Norway'])
  expect(standing('He accused Oslo of delay.')).toEqual(['Norway'])
  expect(standing('Officials in Oslo said no.')).toEqual([undefined])
  expect(standing('They flew to Oslo.')).toEqual([undefined])
})

test('places of one name are disambiguated by the state after them or by what else the source names', () => {
  const meant = (text: string): unknown[] => findNames(sourceOf([HEADLINE, text]), []).map(({ refersTo }) => refersTo)
  expect(meant('It shut in Paris, Texas, in May. Paris wept.')).toEqual(['Paris, Texas', 'Texas', 'Paris, Texas'])
  expect(meant('It shut in Paris, and in Texas and Ohio.')).toEqual(['Paris', 'Texas', 'Ohio'])
  expect(meant('It is legal in Ohio, Washington, Alaska and Texas.')).toEqual(['Ohio', 'Washington', 'Alaska', 'Texas'])
  expect(meant('It shut in London, Ontario, and in Tripoli, Lebanon. London wept.')).toEqual([
    'London, Ontario',
    'Ontario',
    'Tripoli, Lebanon',
    'Lebanon',
    'London, Ontario',
  ])
  expect(meant('London wept. It shut in London, Ontario.')).toEqual(['London', 'London, Ontario', 'Ontario'])
  expect(meant('It shut in London, England, in Ottawa, Ontario, and in Edinburgh in the United Kingdom.')).toEqual([
    'London',
    'England',
    'Ottawa',
    'Ontario',
    'Edinburgh',
    'United Kingdom',
  ])
  expect(meant('It shut in Paris, France, and Paris, Texas.')).toEqual(['Paris', 'France', 'Paris, Texas', 'Texas'])
  expect(meant('He saw London, Norway and Peru.')).toEqual(['London', 'Norway', 'Peru'])
  expect(meant('She flew from Oslo, London, Norway.')).toEqual(['Oslo', 'London', 'Norway'])
  expect(meant('Floods hit Punjab in Pakistan and Punjab, India.')).toEqual([
    'Punjab (Pakistan)',
    'Pakistan',
    'Punjab (India)',
    'India',
  ])
  expect(meant('Floods hit Punjab again.')).toEqual([undefined])
  expect(meant('Nurses in Congo flew to Kinshasa.')).toEqual(['Democratic Republic of the Congo', 'Kinshasa'])
  expect(meant('Nurses in Congo flew to Norway.')).toEqual([undefined, 'Norway'])
  expect(meant('Voters in Georgia and Ohio stayed.')).toEqual(['Georgia (U.S. state)', 'Ohio'])
})

test('the words directly after a place give its location', () => {
  const lying = (text: string): unknown[] =>
    findNames(sourceOf([HEADLINE, text]), [])
      .filter(({ kind }) => kind === 'place')
      .map(({ within }) => within)
  expect(lying('A mill shut in Springfield, Illinois, on Monday.')).toEqual([
    { name: 'Illinois', country: 'United States' },
    undefined,
  ])
  expect(lying('A mill shut in Goma in Norway.')).toEqual([{ name: 'Norway', country: 'Norway' }, undefined])
  expect(lying('A mill shut in Oslo, Norway.')).toEqual([undefined, undefined])
  expect(lying('Mills shut in Goma, Norway and Peru.')).toEqual([undefined, undefined, undefined])
})

test('in another language only names of a list or the register are found', () => {
  const text =
    'Der Hafen und die Stadt Nordhafen wollen mit Norwegen und mit Norway einen Vertrag schliessen, sagte Bürgermeister Anton Vale am Montag in der Ratssitzung. '
  expect(namesIn(text.repeat(3), [entry({ name: 'Nordhafen', kind: 'place' })])).toEqual(
    Array(3).fill(['place Nordhafen', 'place Norway']).flat(),
  )
  expect(
    namesIn(`${'The harbour and the town said that they would sign with Oslo. '.repeat(6)}Mayor Anton Vale left.`),
  ).toContain('person Anton Vale')
})

test('an acronym means what its own source uses it for', () => {
  const meant = (text: string): unknown[] =>
    findNames(sourceOf([HEADLINE, text]), []).map(({ kind, refersTo }) => [kind, refersTo])
  expect(meant('The Peruvian Harbour Police met. AFP left.').at(-1)).toEqual(['organisation', 'Agence France-Presse'])
  expect(meant('The Austral Food Party met. AFP left.').at(-1)).toEqual(['organisation', undefined])
})

test('in a headline in title case only names of the body or of a list are found', () => {
  const texts = [
    'Okafor Says Norwegian Rebels Threaten To Boycott Vote',
    'Nothing would change, said engineer Ada Okafor.',
  ]
  const found = findNames(sourceOf(texts), []).filter(({ span }) => span.passage === 0)
  expect(found.map(({ span, kind }) => `${kind} ${texts[0]!.slice(span.start, span.end)}`)).toEqual([
    'person Okafor',
    'place Norwegian',
  ])
})

test('the same source gives the same mentions', () => {
  const source = sourceOf([HEADLINE, 'Ada Vale met Daniel Okafor of the Northport Council in Oslo.'])
  expect(findNames(source, [])).toEqual(findNames(source, []))
})
