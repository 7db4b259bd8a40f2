import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** The library that parses HTML and XML, loaded at its first use: a build that reads neither need not wait for it. */
export const loadDom = () => load('linkedom') as typeof import('linkedom')
