/** Of printed forms, repeated as often as they were printed: the one with most words, then the most frequent, then the first by code point. */
export function fullestOf(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].sort(
    (a, b) => countWords(b[0]) - countWords(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  )[0]?.[0]
}

function countWords(form: string): number {
  return form.split(/[ -]/).length
}
