const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", '#x26': '&', '#x3C': '<', '#x27': "'", '#x22': '"' }

/** The plain text of safe HTML that the loader wrote. */
export function stripTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
