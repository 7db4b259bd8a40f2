/** The last folder of an address: `/people/marta-vance-3k9m2p7x/` gives `marta-vance-3k9m2p7x`. */
export function lastSegment(address: string): string {
  return address.split('/').filter(Boolean).at(-1) ?? ''
}
