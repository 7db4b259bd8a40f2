/*
 * Runs in the pages of a pack, before their own script. From disk a browser refuses `fetch` and modules, so each file
 * that a script reads has a twin `FILE.js`, a classic script with its bytes. This script replaces `fetch` by a
 * function that reads them, and keeps links written by scripts relative.
 */

interface Packed {
  /** Called by each twin with the file's path and its bytes in base64. */
  packed: (path: string, bytes: string) => void
}

const { root = '', base = '' } = (document.currentScript as HTMLScriptElement).dataset
const files = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()
const waiting = new Map<string, (bytes: Uint8Array<ArrayBuffer>) => void>()
const page = window as unknown as Window & Packed

page.packed = (path, bytes) => waiting.get(path)?.(Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)))

/** Path within the site of an address that is root-relative or beside the page. */
function pathOf(address: string): string {
  const { pathname } = new URL(address, location.href)
  const own = new URL(root, location.href).pathname
  const path = pathname.startsWith(own) ? pathname.slice(own.length - 1) : pathname
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path.slice(1)
}

function readPacked(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const known = files.get(path)
  if (known) return known
  const reading = new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve) => {
    waiting.set(path, resolve)
    const script = document.createElement('script')
    script.src = `${root}${path}.js`
    script.addEventListener('error', () => resolve(undefined))
    document.head.append(script)
  })
  files.set(path, reading)
  return reading
}

page.fetch = async (input) => {
  const bytes = await readPacked(pathOf(input instanceof Request ? input.url : String(input)))
  return bytes ? new Response(bytes) : new Response(null, { status: 404 })
}

function makeRelative(link: Element): void {
  const address = link.getAttribute('href')!
  const [path = '', rest = ''] = address.slice(base.length + 1).split(/(?=[?#])(.*)/s)
  if (address.startsWith(`${base}/`) && !address.startsWith('//'))
    link.setAttribute('href', root + (path === '' || path.endsWith('/') ? `${path}index.html` : path) + rest)
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element)
        for (const link of [node, ...node.querySelectorAll('a[href^="/"]')])
          if (link.matches('a[href^="/"]')) makeRelative(link)
}).observe(document.documentElement, { childList: true, subtree: true })

export {}
