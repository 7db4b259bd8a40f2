/** A start tag: its name in lower case, its attributes with their references resolved. */
export interface Tag {
  readonly tagName: string
  readonly attrs: readonly { readonly name: string; readonly value: string }[]
}

const SPACE = '[ \\t\\n\\f]'

/** Text up to the next tag or the end, and the tag: in its plainest form, every value in double quotes. */
const NAME = '[A-Za-z][A-Za-z0-9-]*'
const TOKEN = new RegExp(
  `[^<]*(?:<(?:![Dd][Oo][Cc][Tt][Yy][Pp][Ee] [Hh][Tt][Mm][Ll]>|/${NAME}>|(${NAME})((?:${SPACE}+${NAME}(?:="[^"\\r]*")?)*)${SPACE}*/?>)|$)`,
  'gy',
)
const ATTRIBUTE = /([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g

/** Elements whose content a browser reads as text. */
const TEXT_ONLY = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'])

/** Markup that browsers parse by rules of their own. */
const SPECIAL = new Set(['plaintext', 'image', 'template'])

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>' }

/**
 * Reads the start tags of a page that is written so plainly that every browser reads it alike: in a tenth of the time
 * of a full tokenizer.
 *
 * @returns nothing for a page with anything else in it, which only a full tokenizer may judge
 */
export function readPlainTags(html: string): Tag[] | undefined {
  const tags: Tag[] = []
  const isPlain = readPlain(html, (name, attributes) => {
    const tag = readTag(name, attributes)
    if (tag) tags.push(tag)
    return tag !== undefined
  })
  return isPlain ? tags : undefined
}

/**
 * Takes the start tags of a page one by one, as long as they are plain.
 *
 * @param take gets the name in lower case and the attributes as they are written; false ends the reading
 * @returns whether the whole page is plain and every tag was taken
 */
export function readPlain(html: string, take: (name: string, attributes: string) => boolean): boolean {
  if (html.includes('\0')) return false
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < html.length) {
    const [, name, attributes = ''] = TOKEN.exec(html) ?? [undefined, undefined, undefined]
    /* A failed match begins again at 0. */
    if (TOKEN.lastIndex === 0) return false
    if (name === undefined) continue
    const tagName = name.toLowerCase()
    if (SPECIAL.has(tagName) || (TEXT_ONLY.has(tagName) && !endsAtNext(html, TOKEN.lastIndex, tagName))) return false
    if (!take(tagName, attributes)) return false
  }
  return true
}

/** Nothing where the attributes hold a reference of another sort. */
export function readTag(tagName: string, attributes: string): Tag | undefined {
  const attrs = readAttributes(attributes)
  return attrs && { tagName, attrs }
}

/** True when the first `<` after a start tag begins its end tag. */
function endsAtNext(html: string, from: number, name: string): boolean {
  const at = html.indexOf('<', from)
  return at >= 0 && html.startsWith(`</${name}>`, at)
}

function readAttributes(text: string): Tag['attrs'] | undefined {
  const attrs: { name: string; value: string }[] = []
  for (const [, name, value = ''] of text.matchAll(ATTRIBUTE)) {
    const resolved = value.includes('&') ? resolveReferences(value) : value
    if (resolved === undefined) return undefined
    attrs.push({ name: name!.toLowerCase(), value: resolved })
  }
  return attrs
}

function resolveReferences(value: string): string | undefined {
  let isKnown = true
  const resolved = value.replaceAll(
    /&(?:(amp|quot|lt|gt|#38|#34|#39|#x27|#60|#62);|(?=[#a-z]))/gi,
    (_, name?: string) => {
      const character = name?.startsWith('#') ? codeOf(name) : REFERENCES[name ?? '']
      isKnown &&= character !== undefined
      return character ?? ''
    },
  )
  return isKnown ? resolved : undefined
}

function codeOf(name: string): string {
  return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
}
