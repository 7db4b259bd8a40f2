import { timingSafeEqual } from 'node:crypto'

/** The parts of a request that access is judged by. */
export interface DeskRequest {
  readonly method: string
  /** Path and query, as the request line has them. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Settings of the desk. */
export interface DeskKey {
  /** Made anew at each start; whoever reads the terminal has it. */
  readonly token: string
  readonly port: number
}

/** Accepted; redirected with a cookie, because the address had the token; or refused with a status and a reason. */
export type Admission =
  | { readonly is: 'allowed' }
  | { readonly is: 'admitted'; readonly location: string; readonly cookie: string }
  | { readonly is: 'refused'; readonly status: 401 | 403; readonly reason: string }

const refuse = (status: 401 | 403, reason: string): Admission => ({ is: 'refused', status, reason })

/**
 * Judges a request before anything else sees it. The host must be this machine’s own name, so that no other site can be
 * made to point here (DNS rebinding); whoever asks must have the token, for other users of the machine reach the port
 * too; and what writes must come from a page of the desk itself.
 */
export function judgeRequest({ method, url, headers }: DeskRequest, { token, port }: DeskKey): Admission {
  const host = one(headers['host'])
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return refuse(403, 'Unexpected host')
  const origin = one(headers['origin'])
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Unexpected origin')
  const { pathname, searchParams } = new URL(url, `http://${host}`)
  const isReading = method === 'GET' || method === 'HEAD'
  if (isReading && isSame(searchParams.get('desk') ?? '', token)) {
    const cookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`
    return { is: 'admitted', location: pathname.replace(/^\/+/, '/'), cookie }
  }
  if (!isSame(readCookie(one(headers['cookie']) ?? '', cookieName(port)), token))
    return refuse(401, 'Open the address that the terminal shows: it holds the token of this start.')
  const isFromPage = origin !== undefined && /^application\/json\b/.test(one(headers['content-type']) ?? '')
  return isReading || isFromPage ? { is: 'allowed' } : refuse(403, 'Unexpected request that writes, from no page here')
}

/** Browsers keep cookies by host alone: two desks on one machine must not share one. */
const cookieName = (port: number): string => `dossier-desk-${port}`

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

function readCookie(header: string, name: string): string {
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? ''
}

/** Takes the same time wherever the two differ. */
function isSame(said: string, token: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
