const NEWS =
  'Ines Okafor signed the harbour contract in Northport on Monday, the ministry said. Nobody else had seen it before the vote, and the council of Northport has not published it since; its lawyers call that lawful, and others do not. '

/** A name nobody has, another for each number. */
function invent(number: number): string {
  const letters = [...(number + 1000).toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
  return `${letters[0]!.toUpperCase() + letters.slice(1).join('')}on`
}

/** Repeats a unit, which may count, up to a length in UTF-16 code units. */
function fill(unit: string | ((turn: number) => string)): (length: number) => string {
  return (length) => {
    const parts: string[] = []
    for (let turn = 0, reached = 0; reached < length; turn += 1) {
      parts.push(typeof unit === 'string' ? unit : unit(turn))
      reached += parts.at(-1)!.length
    }
    return parts.join('').slice(0, length)
  }
}

/** Texts on which a search that looks back or about itself too far takes too long, each of any length. */
export const WORST_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'one line of news': fill(NEWS),
  'one sentence': fill('the council of the harbour signed it and then '),
  'names in one sentence': fill((turn) => `${invent(turn % 300)} ${invent((turn * 7) % 300)}, `),
  'a name a sentence': fill((turn) => `${invent(turn % 500)} Okafor signed it. `),
  'first names of one family': fill((turn) => `${invent(turn % 300)} Okafor, `),
  'acronyms in brackets': fill(
    (turn) =>
      `${invent(turn % 300)} ${invent(turn % 290)} Council (${invent(turn % 300)[0]}${invent(turn % 290)[0]}C) `,
  ),
  'dates in one sentence': fill((turn) => `on ${1 + (turn % 28)} May ${1900 + (turn % 120)}, `),
  'relative dates': fill('on Monday, last week, '),
  'dated statements': fill((turn) => `Okafor signed it on ${1 + (turn % 28)} May ${1900 + (turn % 120)}. `),
  'figures in one sentence': fill((turn) => `${turn} people, `),
  'figures of deaths': fill((turn) => `${(turn % 900) + 2} people were killed in Northport. `),
  'figures of many places': fill((turn) => `${turn % 900} people were killed in ${invent(turn % 300)}. `),
  quotations: fill((turn) => `“We signed it ${turn % 900},” said Ines Okafor. `),
  'openings of quotations': fill('“a \'b "c ‘d '),
  'quotation marks': fill('"'),
  'one quotation': (length) => `“${fill('we signed it and ')(length)}”, said Vale.`,
  speakers: fill('said Okafor said '),
  pronouns: fill('He said he told her. '),
  capitals: fill('HARBOUR COUNCIL SIGNED IT '),
  'capitalised words': fill((turn) => `${invent(turn % 2000)} `),
  'one word again': fill('Vale '),
  'one endless word': fill('a'),
  digits: fill('1'),
  'digits before a letter': (length) => `${'1'.repeat(length - 1)}a`,
  'number words': fill('hundred thousand million '),
  brackets: (length) => '('.repeat(length / 2) + ')'.repeat(length / 2),
  stops: fill('A. '),
  'short lines': fill('word\n'),
  'lines of capitals': fill((turn) => `${invent(turn)}\n`),
  'letters of three bytes': fill('港の町は、'),
  addresses: fill('https://a.example/b '),
}
