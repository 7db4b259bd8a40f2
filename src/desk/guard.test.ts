import { expect, test } from 'vitest'
import type { DeskRequest } from './guard.ts'
import { judgeRequest } from './guard.ts'

const KEY = { token: 'secret', port: 4321 }
const HOST = { host: '127.0.0.1:4321' }
const COOKIE = { ...HOST, cookie: 'a=b; dossier-desk-4321=secret' }
const PAGE = { ...COOKIE, origin: 'http://127.0.0.1:4321', 'content-type': 'application/json' }
const get = (headers: DeskRequest['headers'], url = '/') => ({ method: 'GET', url, headers })
const post = (headers: DeskRequest['headers']) => ({ method: 'POST', url: '/_desk/write.json', headers })

test.each<[string, DeskRequest, string | number]>([
  ['a page, with the cookie', get(COOKIE), 'allowed'],
  ['by its other name', get({ ...COOKIE, host: 'localhost:4321' }), 'allowed'],
  ['without the cookie', get(HOST), 401],
  ['with the cookie of another desk', get({ ...HOST, cookie: 'dossier-desk-4322=secret' }), 401],
  ['with part of the token', get({ ...HOST, cookie: 'dossier-desk-4321=secre' }), 401],
  ['another site that points here', get({ ...COOKIE, host: 'example.org:4321' }), 403],
  ['another port', get({ ...COOKIE, host: '127.0.0.1:80' }), 403],
  ['no host', get({ cookie: COOKIE.cookie }), 403],
  ['a script of another site', get({ ...COOKIE, origin: 'https://example.org' }), 403],
  ['a sandboxed frame', get({ ...COOKIE, origin: 'null' }), 403],
  ['the address of the terminal', get(HOST, '/sources/?desk=secret'), 'admitted'],
  ['a wrong token', get(HOST, '/?desk=guess'), 401],
  ['the token from another host', get({ host: 'example.org' }, '/?desk=secret'), 403],
  ['a page of the desk that writes', post(PAGE), 'allowed'],
  ['writing without an origin', post({ ...COOKIE, 'content-type': 'application/json' }), 403],
  ['writing as a form', post({ ...PAGE, 'content-type': 'text/plain' }), 403],
  ['writing without the cookie', post({ ...PAGE, cookie: '' }), 401],
  ['writing with the token in the address', { ...post({ ...PAGE, cookie: '' }), url: '/x?desk=secret' }, 401],
])('%s', (_, request, expected) => {
  const verdict = judgeRequest(request, KEY)
  expect(verdict.is === 'refused' ? verdict.status : verdict.is).toBe(expected)
})

test.each([
  ['/sources/?desk=secret', '/sources/'],
  ['//example.org/?desk=secret', '/'],
])('%s is sent on to %s of this host', (url, location) => {
  expect(judgeRequest(get(HOST, url), KEY)).toMatchObject({ is: 'admitted', location })
})
