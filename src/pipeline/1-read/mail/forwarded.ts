/** The head of a message that was forwarded within another, and where its text begins and ends. */
export interface Forwarded {
  readonly from?: string
  readonly date?: string
  readonly subject?: string
  /** Paragraphs before the forwarded text, and the head itself. */
  readonly start: number
}

const MARK =
  /^[\s>]*(?:-{2,}\s*(?:forwarded message|original message|forwarded by .*|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado|mensaje original|messaggio inoltrato|doorgestuurd bericht)\s*-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré) ?:)\s*$/imu
const HEADS: Readonly<Record<'from' | 'date' | 'subject' | 'other', RegExp>> = {
  from: /^(?:from|von|de|от|od|da|van|från|fra)\s*:\s*(.*)$/iu,
  date: /^(?:date|sent|дата|data|wysłano|datum|gesendet|envoyé|fecha|enviado|data|verzonden|skickat|dato)\s*:\s*(.*)$/iu,
  subject: /^(?:subject|betreff|objet|sujet|тема|temat|asunto|oggetto|onderwerp|ämne|emne)\s*:\s*(.*)$/iu,
  other: /^(?:to|cc|bcc|reply-to|an|à|pour|кому|do|para|a|aan|till|til|kopie|antwort an)\s*:/iu,
}

/** A message that was forwarded inline: the line that says so, the head below it, the text below that. */
export function findForwarded(lines: readonly string[]): (Forwarded & { readonly mark: number }) | undefined {
  const marked = lines.findLastIndex((line) => MARK.test(line))
  const mark = marked >= 0 ? marked : lines.findIndex((_, index) => isBareHead(lines, index))
  if (mark < 0) return undefined
  const found: { from?: string; date?: string; subject?: string } = {}
  let at = marked >= 0 || RULE.test(lines[mark]!) ? mark + 1 : mark
  while (at < lines.length && lines[at]!.trim() === '') at += 1
  for (; at < lines.length; at += 1) {
    const line = lines[at]!.replace(/^[>\s]+/, '').replaceAll('*', '')
    const name = (['from', 'date', 'subject'] as const).find((one) => HEADS[one].test(line))
    if (name) found[name] ??= HEADS[name].exec(line)![1]!.trim()
    else if (!HEADS.other.test(line) && !/^\s{2,}\S/.test(lines[at]!)) break
  }
  return Object.keys(found).length > 0 ? { ...found, mark, start: at } : undefined
}

const RULE = /^\s*_{8,}\s*$/

/** Outlook writes the head of a forwarded message below a rule, or without any line above it. */
function isBareHead(lines: readonly string[], index: number): boolean {
  const start = RULE.test(lines[index]!) ? index + 1 : index
  const head = lines.slice(start, start + 6).map((line) => line.replaceAll('*', '').trim())
  return (
    HEADS.from.test(head[0] ?? '') &&
    head.some((line) => HEADS.date.test(line)) &&
    head.some((line) => HEADS.subject.test(line))
  )
}

/** The line at which a signature begins: “-- ”. */
export function findSignature(lines: readonly string[], from: number): number {
  const at = lines.findIndex((line, index) => index > from && /^-- ?$/.test(line))
  return at < 0 ? lines.length : at
}
