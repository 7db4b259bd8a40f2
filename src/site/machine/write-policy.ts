/**
 * The content security policy of a page: everything from this site, no inline code, no inline style; and no script may
 * hand a string to anything that parses or runs it (Trusted Types, without a single policy that could make one trusted).
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
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
