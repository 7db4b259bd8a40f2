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
  /** Generated at each start and printed in the terminal. */
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
 * Checks a request before any other code. The host must be this machine’s own name, so that no other site can resolve
 * to this address (DNS rebinding). The token is required, because other users of the machine can reach the port.
 * Requests that write must come from a page of the desk.
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

/** Constant-time comparison. */
function isSame(said: string, token: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
