/** Characters that end a script element or a line of script, and those that nobody sees. */
const RISKY = /[<>&\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

/**
 * JSON that can stand in a page, a script or a terminal: brackets, ampersands, line separators, control characters and
 * marks of direction are escaped. A reader gets exactly the same value.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(RISKY, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
