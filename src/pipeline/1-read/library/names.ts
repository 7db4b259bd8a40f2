/** “Okafor, Ines” as it is said: “Ines Okafor”. */
export function sayName(name: string): string {
  const [family, given, suffix] = name.split(/\s*,\s*/)
  return given ? [given, family, suffix].filter(Boolean).join(' ') : name.trim()
}
