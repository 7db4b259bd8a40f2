/** Ways to say the encoding: XML, HTML and mail, and the front matter or sidecar of an article. */
const DECLARATIONS = [
  /^\s{0,9}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})/,
  /<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})/i,
  /^content-type:[^\n]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})/im,
  /^encoding:[ \t]{0,9}["']?([\w.:+-]{1,40})/im,
]

/**
 * The encoding that the begin of a file names for itself, as a label such as `latin2`; undefined when it names none.
 *
 * @param head its bytes as characters
 */
export function findDeclared(head: string): string | undefined {
  for (const pattern of DECLARATIONS) {
    const label = pattern.exec(head)?.[1]
    if (label !== undefined) return label.toLowerCase()
  }
  return undefined
}
