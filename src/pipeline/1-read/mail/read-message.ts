import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import type { Provenance, Stated } from '../../../model/extracted.ts'
import { foldTitle } from '../../../text/characters.ts'
import { findDay } from '../dates/find-day.ts'
import type { Note, ReadArticle, ReadBlock } from '../formats/format.ts'
import { Refusal } from '../formats/format.ts'
import { countWords } from '../html/list-blocks.ts'
import { readFragment } from '../html/parse-page.ts'
import type { Forwarded } from './parse-mime.ts'
import { findForwarded, findSignature } from './parse-mime.ts'
import { sha256Of } from '../../../text/hash.ts'
import { readLabel } from '../labels.ts'

const REPLY = readLabel('reply', 'iu')
const NEWSROOM = readLabel('newsroom', 'i')

/** Messages within messages that are opened. */
const MAX_NESTING = 5
/** A covering note of so few words is no article when an article is attached. */
const COVERING = 60

/**
 * Reads the articles of a message: its own text, and the messages attached to it. The addresses of people who sent or
 * received it are not taken over.
 *
 * @param bytes the message as it was sent
 */
export async function readMessage(bytes: Uint8Array, depth = 0): Promise<ReadArticle[]> {
  const mail = await parseMail(bytes)
  const attached = depth < MAX_NESTING ? await readAttached(mail, depth) : []
  const own = toArticle(mail, bytes)
  const words = (own.blocks ?? []).reduce((sum, { text, role }) => sum + (role === 'aside' ? 0 : countWords(text)), 0)
  return attached.length > 0 && words < COVERING ? attached : [own, ...attached]
}

async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
      maxHeadersSize: 500_000,
      attachmentEncoding: 'arraybuffer',
    })
  } catch (error) {
    throw new Refusal({
      rule: 'read/mail-too-deep',
      reason: `Unexpected message: ${(error as Error).message.slice(0, 160)}`,
      hint: 'Save the part that holds the article by itself.',
    })
  }
}

async function readAttached(mail: Email, depth: number): Promise<ReadArticle[]> {
  const messages = mail.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822')
  const articles: ReadArticle[] = []
  for (const { content } of messages) {
    const inner = await readMessage(new Uint8Array(content as ArrayBuffer), depth + 1)
    articles.push(...inner.map((article) => withCover(article, mail)))
  }
  return articles
}

function withCover(article: ReadArticle, { messageId, date }: Email): ReadArticle {
  const mailDate = findDay(date ?? '')
  return {
    ...article,
    provenance: { ...article.provenance, ...(messageId && { coveredBy: messageId }), ...(mailDate && { mailDate }) },
  }
}

function toArticle(mail: Email, bytes: Uint8Array): ReadArticle {
  const lines = (mail.text ?? '').split(/\r?\n/)
  const forwarded = findForwarded(lines)
  const subject = (forwarded?.subject ?? mail.subject ?? '').replace(REPLY, '').trim()
  const isHtml = !forwarded && mail.html !== undefined && countWords(mail.html) > 0
  const body = isHtml ? readFragment(mail.html!).map(openUp) : readLines(lines, forwarded)
  const mailDate = findDay(mail.date ?? mail.headers.find(({ key }) => key === 'date')?.value ?? '')
  const left = mail.attachments.filter(
    ({ mimeType, disposition }) =>
      disposition === 'attachment' && mimeType !== 'message/rfc822' && !mimeType.startsWith('image/'),
  )
  return {
    locator: mail.messageId ?? `${subject} ${mailDate ?? ''}`.trim(),
    ownSha256: sha256Of(bytes),
    encoding: charsetOf(mail),
    blocks: withSubject(body, subject),
    stated: state(mail, forwarded, subject, mailDate),
    provenance: provenanceOf(mail, mailDate),
    notes: left.length > 0 ? [noteLeftOut(left.length)] : [],
  }
}

const noteLeftOut = (count: number): Note => ({
  rule: 'read/attachment-left',
  reason: `Unexpected ${count === 1 ? 'attachment' : `${count} attachments`} that ${count === 1 ? 'is' : 'are'} no message; not read`,
  hint: 'Save what is attached into seeds/articles/ if it is an article.',
})

/** Notes of a newsletter about itself: why it was sent, how to read it online or unsubscribe. */
const LETTER = readLabel('newsletter-footer', 'iu')

/** Boilerplate of a newsletter is found by the rules for plain text. */
const openUp = (block: ReadBlock): ReadBlock =>
  block.role === 'paragraph' && LETTER.test(block.text) && countWords(block.text) < 60
    ? {
        ...block,
        role: 'aside',
        kind: 'subscribe',
        rule: 'boilerplate/letter-footer',
        place: { ...block.place, part: 'text/html' },
      }
    : block.role === 'paragraph'
      ? { ...block, role: 'open', place: { ...block.place, part: 'text/html' } }
      : block

function provenanceOf({ messageId }: Email, mailDate: string | undefined): Provenance {
  return { ...(messageId && { messageId }), ...(mailDate && { mailDate }) }
}

function charsetOf(mail: Email): string {
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  return /charset="?([\w-]{2,30})/i.exec(type)?.[1]?.toLowerCase() ?? 'utf-8'
}

/** The subject is the headline, and comes before the text unless the text begins with it. */
function withSubject(blocks: readonly ReadBlock[], subject: string): ReadBlock[] {
  const at = blocks.findIndex(({ text, role }) => role !== 'aside' && foldTitle(text) === foldTitle(subject))
  if (subject === '') return [...blocks]
  if (at >= 0 && at < 12) return blocks.map((block, index) => (index === at ? { ...block, role: 'headline' } : block))
  return [{ text: subject, role: 'headline', place: { element: 'Subject' } }, ...blocks]
}

/** The paragraphs of plain text: what was written above a forwarded message, its head and the signature are set aside. */
function readLines(lines: readonly string[], forwarded: (Forwarded & { mark: number }) | undefined): ReadBlock[] {
  const start = forwarded?.start ?? 0
  const end = findSignature(lines, start)
  return [
    ...paragraphsOf(lines, 0, forwarded?.mark ?? 0, { role: 'aside', kind: 'note', rule: 'boilerplate/covering-note' }),
    ...paragraphsOf(lines, forwarded?.mark ?? 0, start, {
      role: 'aside',
      kind: 'metadata',
      rule: 'boilerplate/forwarded-head',
    }),
    ...paragraphsOf(lines, start, end, { role: 'open' }),
    ...paragraphsOf(lines, end, lines.length, { role: 'aside', kind: 'signature', rule: 'boilerplate/signature' }),
  ]
}

function paragraphsOf(lines: readonly string[], from: number, to: number, rest: Omit<ReadBlock, 'text'>): ReadBlock[] {
  const blocks: ReadBlock[] = []
  let words: string[] = []
  const longest = Math.max(0, ...lines.slice(from, to).map((line) => line.length))
  const close = (row: number): void => {
    if (words.length > 0) blocks.push({ ...rest, text: words.join(' '), place: { part: 'text/plain', row } })
    words = []
  }
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!.replace(/^[> ]+/, '').trim()
    if (line === '') close(at)
    else if (longest > 200) {
      close(at)
      words = [line]
      close(at + 1)
    } else words.push(line)
  }
  close(to)
  return blocks
}

function state(mail: Email, forwarded: Forwarded | undefined, subject: string, mailDate: string | undefined): Stated[] {
  const day = forwarded?.date ? findDay(forwarded.date) : forwarded ? undefined : mailDate
  const sender = forwarded
    ? senderOf(forwarded.from ?? '')
    : { name: mail.from?.name ?? '', address: mail.from?.address ?? '' }
  const where = forwarded ? 'head of the forwarded message' : 'header of the message'
  return [
    ...(subject ? [{ field: 'headline' as const, value: subject, place: `Subject, ${where}` }] : []),
    ...(isPublisher(sender) ? [{ field: 'publisher' as const, value: sender.name, place: `From, ${where}` }] : []),
    ...(day ? [{ field: 'date' as const, value: day, place: `Date, ${where}` }] : []),
  ]
}

function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^\s*"?([^"<]*?)"?\s*(?:<([^>]*)>|\[mailto:([^\]]*)\])?\s*$/.exec(from) ?? []
  return { name: name.trim(), address }
}

/** Boxes that no person writes from. */
const ROLE = readLabel('newsroom-box')

/** The name of a person or of a desk is not a publisher's. */
function isPublisher({ name, address }: { name: string; address: string }): boolean {
  if (name === '' || name.includes('@')) return false
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  if (NEWSROOM.test(name)) return false
  if (words.filter((word) => local.includes(word)).length >= 2) return false
  const label = domain.split('.')[0]!
  if (ROLE.test(local)) return true
  const isDomain = words.some(
    (word) => word.length > 2 && (domain.includes(word) || (label.length > 3 && word.startsWith(label))),
  )
  return isDomain || !/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name)
}
