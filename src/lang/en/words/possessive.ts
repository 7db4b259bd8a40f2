/** Whether a token is the ending of a possessive, which the tokeniser parts from its word: "’s", or "’" behind a plural. */
export const isPossessive = (token: string): boolean => /^['’]s?$/u.test(token)
