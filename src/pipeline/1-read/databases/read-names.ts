import { splitAuthors } from '../html/read-metadata.ts'

/** Names of a byline field: “By A and B”, “A AND B” in capitals, “Brandt, Kofi; Duiker, Sanne”. */
export function readAuthorNames(words: string): string[] {
  const bare = words
    .replace(/^\s*by\s+/i, '')
    .replace(/;?\s*(?:staff (?:writer|reporter)|correspondent|special to .*|the associated press)\s*$/i, '')
  const parts =
    /;/.test(bare) || (/^[^,]+,\s*[^,]+$/.test(bare) && !/\band\b|&/i.test(bare) && !isTwoNames(bare))
      ? bare.split(';').map(turnRound)
      : splitAuthors(bare)
  return parts.map((name) => calm(name.trim())).filter((name) => /\p{L}/u.test(name))
}

/** “Ines Okafor, Bruno Vale” are two, “Okafor, Ines” is one. */
function isTwoNames(words: string): boolean {
  const [first = '', second = ''] = words.split(',')
  return first.trim().includes(' ') && second.trim().includes(' ')
}

function turnRound(name: string): string {
  const match = /^\s*([^,]+),\s*([^,]+?)\s*$/.exec(name)
  return match ? `${match[2]} ${match[1]}` : name
}

/** A name in capitals as it is usually written. */
function calm(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name.replaceAll(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    word.length > 1 ? word[0]! + word.slice(1).toLowerCase() : word,
  )
}
