import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BucketRefusal, isBegun, markBegun, openBucket, withBucket } from './bucket.ts'
import type { BucketServer } from './bucket-server.fixture.ts'
import { serveBucket } from './bucket-server.fixture.ts'
import { openCache, sealEntry } from './result-cache.ts'

let [server, nest]: [BucketServer, string] = [undefined!, '']
beforeEach(async () => {
  server = await serveBucket('clippings')
  nest = mkdtempSync(join(tmpdir(), 'dossier-bucket-'))
})
afterEach(() => {
  server.close()
  rmSync(nest, { recursive: true })
})

/** The cache of one of the machines that share the bucket. */
async function openOn(machine: string, damaged: string[] = []) {
  const folder = join(nest, machine)
  const bucket = await openBucket('s3://clippings/harbour 2/', 'v1', server.env)
  return withBucket(openCache(folder), folder, bucket, (address) => damaged.push(address))
}

test('an entry written by one machine is fetched by another', async () => {
  const one = await openOn('one')
  one.write('a', { x: 'ä' })
  expect(one.read('a')).toEqual({ x: 'ä' })
  await one.settle!()
  expect([...server.objects.keys()]).toEqual(['harbour 2/v1/a.gz'])
  const other = await openOn('other')
  expect(other.read('a')).toBeUndefined()
  await other.fetch!(['a', 'b'])
  expect(['a', 'b'].map(other.read)).toEqual([{ x: 'ä' }, undefined])
  await other.fetch!(['a'])
  expect(server.requests.filter((line) => line.startsWith('GET'))).toHaveLength(2)
})

test('if two machines write the same entry, the first one’s stays, and both continue', async () => {
  const [one, other] = [await openOn('one'), await openOn('other')]
  one.write('a', 1)
  await one.settle!()
  other.write('a', 1)
  await other.settle!()
  expect(server.requests).toEqual(['PUT harbour 2/v1/a.gz 200', 'PUT harbour 2/v1/a.gz 412'])
})

test('a server without conditional writes is written to without them', async () => {
  server.knowsConditions = false
  const one = await openOn('one')
  one.write('a', 1)
  await one.settle!()
  expect(server.objects.size).toBe(1)
})

test.each([
  ['half of it', Buffer.from(gzipSync(sealEntry([1, 2, 3])).subarray(0, 40))],
  ['other text under its hash', gzipSync(sealEntry([1]).replace('[1]', '[2]'))],
  ['nothing', Buffer.alloc(0)],
])('a damaged entry (%s) is reported, counts as absent, and is replaced', async (_, bytes) => {
  server.objects.set('harbour 2/v1/a.gz', bytes)
  const damaged: string[] = []
  const one = await openOn('one', damaged)
  await one.fetch!(['a'])
  expect(one.read('a')).toBeUndefined()
  expect(damaged).toEqual([`${server.env['AWS_ENDPOINT_URL']}/clippings/harbour%202/v1/a.gz`])
  one.write('a', [1])
  await one.settle!()
  const other = await openOn('other')
  await other.fetch!(['a'])
  expect(other.read('a')).toEqual([1])
})

test('a hundred entries go up and come down, and leave no part of one', async () => {
  const keys = Array.from({ length: 100 }, (_, index) => `k${index}`)
  const one = await openOn('one')
  for (const key of keys) one.write(key, key)
  await one.settle!()
  const other = await openOn('other')
  await other.fetch!(keys)
  expect(keys.map(other.read)).toEqual(keys)
  expect(readdirSync(join(nest, 'other'))).toHaveLength(100)
})

test('a bucket is begun before anything is in it', async () => {
  const bucket = await openBucket('s3://clippings', 'v1', server.env)
  expect(await isBegun(bucket)).toBe(false)
  await markBegun(bucket)
  expect(await isBegun(bucket)).toBe(true)
  expect(await isBegun(await openBucket('s3://clippings', 'v2', server.env))).toBe(false)
})

const refusalOf = async (use: () => Promise<unknown>) => {
  const error: unknown = await use().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(BucketRefusal)
  return (error as BucketRefusal).problem
}

test.each<[number, string, RegExp]>([
  [403, 'AccessDenied', /s3:PutObject/],
  [301, 'PermanentRedirect', /AWS_REGION/],
  [404, 'NoSuchBucket', /Make the bucket/],
])('a bucket that answers %i %s is reported, with what to do', async (status, code, hint) => {
  server.refusal = { status, code }
  const bucket = await openBucket('s3://clippings', 'v1', server.env)
  const problem = await refusalOf(() => markBegun(bucket))
  expect(problem).toMatchObject({ file: 's3://clippings', severity: 'error', rule: 'store/bucket' })
  expect(problem.reason).toContain(`${status} ${code}`)
  expect(problem.hint).toMatch(hint)
  expect((await refusalOf(() => isBegun(bucket))).reason).toContain('read')
})

test('a bucket that starts to refuse is reported once everything was waited for', async () => {
  const one = await openOn('one')
  server.refusal = { status: 403, code: 'AccessDenied' }
  for (const key of ['a', 'b']) one.write(key, 1)
  expect((await refusalOf(() => one.settle!())).reason).toContain('403')
  expect(one.read('b')).toBe(1)
})

test('an unreachable server is reported', async () => {
  const bucket = await openBucket('s3://clippings', 'v1', { ...server.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })
  expect((await refusalOf(() => isBegun(bucket))).reason).toMatch(/127\.0\.0\.1:1 cannot be reached/)
})

test.each([
  ['s3://', /s3:\/\/name\/folder/],
  ['s3://A_B/x', /s3:\/\/name\/folder/],
  ['s3:///x', /s3:\/\/name\/folder/],
])('%s is no bucket', async (location, hint) =>
  expect((await refusalOf(() => openBucket(location, 'v1', server.env))).hint).toMatch(hint),
)

test('without a key no request is sent', async () =>
  expect((await refusalOf(() => openBucket('s3://clippings', 'v1', {}))).hint).toMatch(/AWS_ACCESS_KEY_ID/))

test.each([
  [{}, 'https://clippings.s3.us-east-1.amazonaws.com/a/b/v1/'],
  [{ AWS_REGION: 'eu-central-1' }, 'https://clippings.s3.eu-central-1.amazonaws.com/a/b/v1/'],
  [{ AWS_ENDPOINT_URL: 'https://s3.example.org/' }, 'https://s3.example.org/clippings/a/b/v1/'],
])('the address of a bucket with %j', async (env, url) => {
  const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }
  expect((await openBucket('s3://clippings/a//b/', 'v1', { ...keys, ...env })).url).toBe(url)
})
