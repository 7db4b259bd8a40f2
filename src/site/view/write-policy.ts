/**
 * The content security policy of a page: everything from this site, no inline code, no inline style.
 * Only the search page may run WebAssembly, which Pagefind needs.
 */
export function writePolicy(isSearch: boolean): string {
  const script = isSearch ? "'self' 'wasm-unsafe-eval'" : "'self'"
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `worker-src ${isSearch ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
