const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The plain text of safe HTML that the loader wrote. */
export function stripTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|(\w{2,5}));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (NAMED[name ?? ''] ?? whole),
    )
}
