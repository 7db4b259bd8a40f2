import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { sha256Of } from '../text/hash.ts'

/** A small server that answers as S3 documents it: GET, PUT and `If-None-Match: *`, with its codes of errors. */
export interface BucketServer {
  /** Contents of the bucket, by key. */
  readonly objects: Map<string, Buffer>
  /** The requests so far: `PUT key 200`. */
  readonly requests: string[]
  /** What every request is answered with instead, if anything. */
  refusal: { readonly status: number; readonly code: string } | undefined
  /** Whether writes with a condition are understood. */
  knowsConditions: boolean
  readonly env: NodeJS.ProcessEnv
  readonly close: () => void
}

export async function serveBucket(bucket: string): Promise<BucketServer> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const served: BucketServer = {
    objects: new Map(),
    requests: [],
    refusal: undefined,
    knowsConditions: true,
    env: {
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name, key = ''] = /^\/([^/]+)\/(.*)$/.exec(request.url ?? '') ?? []
    const body = await buffer(request)
    const [status, text] = name === bucket ? decide(request, decodeURIComponent(key), body) : fail(404, 'NoSuchBucket')
    served.requests.push(`${request.method} ${decodeURIComponent(key)} ${status}`)
    response.writeHead(status).end(text)
  }
  function decide({ method, headers }: IncomingMessage, key: string, body: Buffer): [number, string | Buffer] {
    if (served.refusal) return fail(served.refusal.status, served.refusal.code)
    if (!/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request,/.test(headers.authorization ?? ''))
      return fail(403, 'SignatureDoesNotMatch')
    const there = served.objects.get(key)
    if (method === 'GET') return there ? [200, there] : fail(404, 'NoSuchKey')
    if (headers['x-amz-content-sha256'] !== sha256Of(body)) return fail(400, 'XAmzContentSHA256Mismatch')
    if (headers['if-none-match'] === '*' && !served.knowsConditions) return fail(501, 'NotImplemented')
    if (headers['if-none-match'] === '*' && there) return fail(412, 'PreconditionFailed')
    served.objects.set(key, body)
    return [200, '']
  }
  return served
}

const fail = (status: number, code: string): [number, string] => [
  status,
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>…</Message></Error>`,
]
