import type { AwsClient } from 'aws4fetch'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import type { Problem } from '../model/problem.ts'
import { sha256Of } from '../text/hash.ts'
import type { ResultCache } from './result-cache.ts'
import { openEntry, sealEntry, writeEntry } from './result-cache.ts'

/** A folder of an S3-compatible bucket. Requests go there and nowhere else. */
export interface Bucket {
  /** As written on the command line: `s3://name/folder`. */
  readonly location: string
  /** Address of the folder, ending in `/`. */
  readonly url: string
  readonly client: AwsClient
}

const LOCATION = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?\/?$/

/** Whether a store is the address of a bucket. */
export const isBucket = (location: string): boolean => location.startsWith('s3://')

/**
 * Reads `s3://name/folder` and, like other tools, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`,
 * `AWS_REGION` and `AWS_ENDPOINT_URL`, the last for servers other than Amazon's.
 *
 * @param folder folder of the entries in the bucket
 * @throws {BucketRefusal} when a variable is missing or misspelt
 */
export async function openBucket(location: string, folder: string, env: NodeJS.ProcessEnv): Promise<Bucket> {
  const [, name, prefix = ''] = LOCATION.exec(location) ?? []
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (name === undefined)
    throw new BucketRefusal(location, `Unexpected bucket ${location}`, 'Write it as  s3://name/folder')
  if (!accessKeyId || !secretAccessKey)
    throw new BucketRefusal(
      location,
      'Unexpected bucket without a key to it',
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, from the secrets of the engine.',
    )
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1'
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL']
  const host = endpoint ? `${endpoint.replace(/\/+$/, '')}/${name}` : `https://${name}.s3.${region}.amazonaws.com`
  const path = [...prefix.split('/').filter(Boolean), folder].map(encodeURIComponent).join('/')
  const { AWS_SESSION_TOKEN: sessionToken } = env
  // Most builds use no bucket.
  const { AwsClient } = await import('aws4fetch')
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    service: 's3',
    region,
    retries: 5,
  })
  return { location, url: `${host}/${path}/`, client }
}

/** Why a bucket cannot be used, as a problem with a hint. */
export class BucketRefusal extends Error {
  readonly problem: Problem

  constructor(file: string, reason: string, hint: string) {
    super(reason)
    this.problem = { file, severity: 'error', rule: 'store/bucket', reason, hint }
  }
}

/**
 * The problem of a bucket that cannot be used.
 *
 * @throws the error itself when it is another
 */
export function explainBucket(error: unknown): Problem {
  if (!(error instanceof BucketRefusal)) throw error
  return error.problem
}

/** Written before any entry, so that a missing permission shows before hours of work. */
const MARK = 'begun'

/** @throws {BucketRefusal} when nothing can be written there */
export const markBegun = (bucket: Bucket): Promise<unknown> => put(bucket, MARK, new Uint8Array())

/** Whether entries have been written to it. */
export const isBegun = async (bucket: Bucket): Promise<boolean> => (await get(bucket, MARK)) !== undefined

/** Maximum requests at once. */
const LANES = 16

/**
 * A cache in a folder that is shared through a bucket: `fetch` downloads entries of other machines, and new entries
 * are
 * uploaded unless they exist.
 *
 * @param own the cache in the folder
 * @param onDamaged called with the address of an entry whose text does not match its hash
 */
export function withBucket(
  own: ResultCache,
  folder: string,
  bucket: Bucket,
  onDamaged: (address: string) => void = () => {},
): ResultCache {
  const damaged = new Set<string>()
  const lanes = Array.from({ length: LANES }, () => Promise.resolve())
  let [next, failure]: [number, unknown] = [0, undefined]
  const bring = async (key: string): Promise<void> => {
    const packed = await get(bucket, `${key}.gz`)
    const entry = packed && (await unpack(packed))
    if (entry !== undefined) return writeEntry(folder, key, entry)
    if (!packed) return
    damaged.add(key)
    onDamaged(`${bucket.url}${key}.gz`)
  }
  const send = async (key: string, bytes: Uint8Array): Promise<void> => {
    if (failure !== undefined) return
    await put(bucket, `${key}.gz`, bytes, !damaged.has(key)).catch((error: unknown) => (failure ??= error))
  }
  return {
    ...own,
    fetch: async (keys) => {
      const missing = keys.filter((key) => !existsSync(join(folder, key))).values()
      await Promise.all(
        lanes.map(async () => {
          for (const key of missing) await bring(key)
        }),
      )
    },
    write: (key, value) => {
      own.write(key, value)
      const bytes = gzipSync(sealEntry(value))
      const lane = next++ % LANES
      lanes[lane] = lanes[lane]!.then(() => send(key, bytes))
    },
    settle: async () => {
      await Promise.all(lanes)
      if (failure !== undefined) throw failure
    },
  }
}

/** The entry in a packed file, or `undefined` when it is damaged. */
async function unpack(packed: Uint8Array): Promise<string | undefined> {
  try {
    const entry = (await promisify(gunzip)(packed)).toString('utf8')
    return openEntry(entry) === undefined ? undefined : entry
  } catch {
    return undefined
  }
}

async function get(bucket: Bucket, name: string): Promise<Uint8Array | undefined> {
  const answer = await ask(bucket, name, {})
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
  const code = await codeOf(answer)
  if (answer.status === 404 && code !== 'NoSuchBucket') return undefined
  throw refuse(bucket, 'read', answer.status, code)
}

/** Status of a write to an entry that exists (412) or that another machine is writing (409). */
const THERE = new Set([409, 412])
/** Status of a server without conditional writes. */
const NOT_IMPLEMENTED = 501

/** @param isNew do not overwrite an existing object */
async function put(bucket: Bucket, name: string, bytes: Uint8Array, isNew = false): Promise<void> {
  const headers = { 'X-Amz-Content-Sha256': sha256Of(bytes), ...(isNew && { 'If-None-Match': '*' }) }
  const answer = await ask(bucket, name, { method: 'PUT', body: bytes as BodyInit, headers })
  if (answer.ok || (isNew && THERE.has(answer.status))) return void (await answer.body?.cancel())
  if (isNew && answer.status === NOT_IMPLEMENTED) return put(bucket, name, bytes)
  throw refuse(bucket, 'written', answer.status, await codeOf(answer))
}

/** Milliseconds after which an answer is no longer waited for, and before a lost connection is tried again. */
const [PATIENCE, PAUSE] = [60_000, 500]

/** The client repeats what the server could not answer; connections that are lost are made again here. */
async function ask(bucket: Bucket, name: string, init: RequestInit, tries = 3): Promise<Response> {
  try {
    return await bucket.client.fetch(bucket.url + name, { ...init, signal: AbortSignal.timeout(PATIENCE) })
  } catch (error) {
    const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException }
    if (tries > 1) return setTimeout(PAUSE).then(() => ask(bucket, name, init, tries - 1))
    throw new BucketRefusal(
      bucket.location,
      `Unexpected silence: ${new URL(bucket.url).host} cannot be reached (${cause?.code ?? message})`,
      'Is AWS_ENDPOINT_URL, or AWS_REGION, right, and the network there? What was written before is kept.',
    )
  }
}

/** The code of an error, as S3 names it: `AccessDenied`. */
const codeOf = async (answer: Response): Promise<string> =>
  /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? answer.statusText

const HINTS: Record<number, string> = {
  301: 'Set AWS_REGION to the region of the bucket.',
  400: 'Set AWS_REGION to the region of the bucket.',
  403: 'The key must have the rights s3:GetObject, s3:PutObject and s3:ListBucket there, and the clock must be right.',
  404: 'Make the bucket, or correct its name.',
}

const refuse = ({ location }: Bucket, done: string, status: number, code: string): BucketRefusal =>
  new BucketRefusal(
    location,
    `Unexpected refusal of the bucket: nothing can be ${done} there (${status} ${code})`,
    HINTS[status] ?? 'Run the command again later: what was written is kept.',
  )
