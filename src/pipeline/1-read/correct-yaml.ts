const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * What a line of broken YAML most likely should be: its text in quotation marks, its tabs as spaces.
 *
 * @param line line of the file, from 1
 */
export function correctYaml(text: string, line: number): string {
  const broken = text.split(/\r?\n/)[line - 1] ?? ''
  if (/^ *\t/.test(broken)) return broken.replaceAll('\t', '  ')
  const [, key, value] = /^(\s*(?:- )?[\w-]+): (.+)$/.exec(broken) ?? []
  if (key !== undefined && value !== undefined && !/^["'[{|>]/.test(value)) return `${key}: ${JSON.stringify(value)}`
  return 'Write one "key: value" a line; put text with special characters in quotation marks.'
}

/** The corrected line for a value that does not fit, where it can be told: a date in words, one value for a list. */
export function correctValue(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return value === undefined ? `${key}: "…"` : undefined
  const date = readWrittenDate(value)
  return date === undefined ? undefined : `${key}: ${date}`
}

/** "14 March 2023", "March 14, 2023" and "14/03/2023" with a day above 12, as `YYYY-MM-DD`. */
function readWrittenDate(value: string): string | undefined {
  const [, a = '', b = '', year = ''] = /^(\w{1,9})[ ./-]+(\w{1,9}),?[ ./-]+(\d{4})$/.exec(value) ?? []
  const monthOf = (part: string) => MONTHS.indexOf(part.slice(0, 3).toLowerCase()) + 1 || (/^(?:0?[1-9]|1[0-2])$/.test(part) ? Number(part) : 0)
  const isDay = (part: string) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(part)
  const isAmbiguous = isDay(a) && isDay(b) && Number(a) <= 12 && Number(b) <= 12
  const [day, month] = isDay(a) && monthOf(b) ? [a, monthOf(b)] : isDay(b) && monthOf(a) ? [b, monthOf(a)] : ['', 0]
  return isAmbiguous || month === 0 ? undefined : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}
