import type { Dossier } from '../model/dossier.ts'
import type { Findings } from '../model/findings.ts'
import type { SetAside, Source } from '../model/source.ts'
import { positionAt } from '../text/lines.ts'
import type { Question } from './question.ts'

/** Sources whose dates stay open for want of a day of publication. */
export function askAboutDates({ sources, findings }: Dossier): Question[] {
  return sources.flatMap((source, index): Question[] => {
    const open = findings[index]!.dates.filter(({ type, lo, hi }) => (type === 'DATE' || type === 'TIME') && !lo && !hi)
    if (source.metadata.date || open.length === 0) return []
    const text = `When was ${source.file} published? ${open.length} of its dates stay open without that day.`
    return [
      {
        key: `date | ${source.file}`,
        topic: 'date',
        weight: open.length,
        text,
        file: sidecarOf(source),
        yaml: 'date: "…"',
      },
    ]
  })
}

/** Direct quotations whose speaker a rule worked out, or none could. */
export function askAboutSpeakers({ sources, findings }: Dossier): Question[] {
  return sources.flatMap((source, index) => speakersOf(source, findings[index]!))
}

function speakersOf(source: Source, { quotations }: Findings): Question[] {
  return quotations.flatMap(({ mode, spans, speaker }): Question[] => {
    if (mode !== 'direct' || speaker?.certainty === 'stated' || speaker?.certainty === 'editor') return []
    const [{ passage, start, end }] = spans as [(typeof spans)[number]]
    const words = source.passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
    const key = `speaker | ${source.file} | ${words}`
    const known = speaker ? `“${speaker.words}”, worked out by ${speaker.rule}` : 'nobody that a rule could name'
    const text = `Who says “${words}” in ${source.file} ¶ ${passage}? The page gives ${known}.`
    return [
      {
        key,
        topic: 'speaker',
        weight: 1,
        text,
        file: 'seeds/register/reviewed.yml',
        yaml: `- key: ${JSON.stringify(key)}\n  reason: "…"`,
      },
    ]
  })
}

/** Kinds of set-aside blocks that are never text. */
const NEVER_TEXT = new Set(['metadata', 'markup', 'shortcode', 'invisible', 'dropped', 'caption'])

/** Blocks that were set aside and read like text: long, in sentences, closed by a full stop. */
export function askAboutDropped({ sources }: Dossier): Question[] {
  return sources.flatMap((source) =>
    source.setAside.filter((block) => isLikeText(source, block)).map((block) => askAboutBlock(source, block)),
  )
}

function isLikeText({ text }: Source, { start, end, kind }: SetAside): boolean {
  const words = text.slice(start, end).trim()
  return !NEVER_TEXT.has(kind) && words.split(/\s+/).length >= 12 && /[.!?]["”’)]?$/.test(words)
}

function askAboutBlock(source: Source, { start, end, kind, rule }: SetAside): Question {
  const words = source.text.slice(start, end).trim().replaceAll(/\s+/g, ' ')
  const [from, to] = [positionAt(source.text, start).line, positionAt(source.text, end).line]
  const guard = words.split(' ').slice(0, 5).join(' ')
  return {
    key: `dropped | ${source.file} | ${words.slice(0, 80)}`,
    topic: 'dropped',
    weight: 1,
    text: `Is line ${from} of ${source.file} text? It was set aside as ${kind} by ${rule}: “${words}”`,
    file: sidecarOf(source),
    yaml: `keep:\n  - { from: ${from}, to: ${to}, text: ${JSON.stringify(guard)} }`,
  }
}

function sidecarOf({ file }: Source): string {
  return file.replace(/\.\w+$/, '.yml')
}
