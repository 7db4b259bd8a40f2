import { type LanguagePack, PARTS, UNKNOWN_LANGUAGE } from '../../lang/pack.ts'
import { packFor, PACKS } from '../../lang/packs.ts'
import type { Problem } from '../../model/problem.ts'
import type { Source } from '../../model/source.ts'

/** One problem for a source whose language has no pack, or a pack without some parts: what was left undone. */
export function checkLanguage({ file, language }: Source, packs = PACKS): Problem[] {
  const pack = packFor(language, packs)
  const undone = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => pack?.[part] === undefined)
  if (undone.length === 0) return []
  const kinds = undone.map((part) => PARTS[part]).join(', ')
  return [
    {
      file,
      severity: 'warning',
      rule: 'find/no-language-pack',
      reason: `${describeLack(language, pack, packs)}; left undone: ${kinds}`,
      hint: `The text is read, searched and cited all the same. If the language is another, say so in ${sidecarOf(file)}:\nlanguage: ${[...packs.keys()][0]}`,
    },
  ]
}

function describeLack(
  language: string,
  pack: LanguagePack | undefined,
  packs: ReadonlyMap<string, LanguagePack>,
): string {
  if (pack) return `Unexpected language "${language}", whose pack lacks parts`
  const what = language === UNKNOWN_LANGUAGE ? 'language that could not be told' : `language "${language}"`
  return `Unexpected ${what}, expected one that has a pack (${[...packs.keys()].join(', ')})`
}

const sidecarOf = (file: string) => `${file.replace(/\.[^./]+$/, '')}.yml`
