import { readMessage } from '../mail/read-message.ts'
import type { Format, FormatInput, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

const HEADERS =
  /^(?:from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|list-id|x-[\w-]+|dkim-signature|arc-[\w-]+):/gim

/** One message (RFC 822): a newsletter, or an article that somebody forwarded. */
export const mail: Format = {
  name: 'mail',
  version: 1,
  maxBytes: 60_000_000,
  extensions: ['.eml'],
  recognises: ({ text, extension }) => {
    const head = text.slice(0, 20_000).split(/\r?\n\r?\n/, 1)[0]!
    const count = new Set((head.match(HEADERS) ?? []).map((name) => name.toLowerCase())).size
    return (
      /^[\w-]{2,60}:[ \t]/.test(head) &&
      (extension === '.eml' ? count >= 2 : count >= 4 && /^(?:message-id|mime-version|received):/im.test(head))
    )
  },
  read: async ({ bytes }: FormatInput): Promise<ReadFile> => {
    const articles = await readMessage(bytes)
    if (articles.every(({ blocks = [] }) => blocks.every(({ role }) => role === 'aside' || role === 'headline')))
      throw new Refusal({ rule: 'read/no-article', reason: 'Unexpected message without text' })
    const [only] = articles
    if (articles.length > 1 || !only) return { articles, notes: [] }
    const { locator: _, own: __, ...whole } = only
    return { articles: [whole], notes: [] }
  },
}
