import { addressOf, allPermalinks, permalinksOfPassages } from '../loader/addresses.ts'

/** An address that was given out once and is no longer a page of its own. */
export interface RetiredAddress {
  /** Path from the dossier's root. */
  readonly address: string
  /** Links to what took its place; one is followed at once, several are offered. */
  readonly to: readonly string[]
  readonly reason: string | undefined
  /** Every fragment the address ever had; it leads on where the page does. */
  readonly fragments: readonly string[]
}

/** Every address that must redirect or say why it is gone: earlier forms of live addresses, and retired pages. */
export function listRetired(): RetiredAddress[] {
  return allPermalinks().flatMap(({ id, address, formerly, state, to, reason }) => {
    const isGone = state !== 'live' && state !== 'split'
    const targets = isGone ? to.map(addressOf) : [addressOf(id)]
    const addresses = isGone ? [address, ...formerly] : formerly
    const fragments = addresses.length > 0 ? permalinksOfPassages(id).map((passage) => passage.id) : []
    return addresses.map((old) => ({ address: old, to: targets, reason, fragments }))
  })
}
