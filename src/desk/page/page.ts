/** Makes an element; strings become text and nothing else. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** As "1 question" and "2 questions". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Asks the desk; with a body it is told something. The answer is an object in any case. */
export async function ask<T>(name: string, body?: object, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const address = `/_desk/${name}.json?${new URLSearchParams(query).toString()}`
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(address, sent)
  if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Error(await response.text())
  return response.json() as Promise<T>
}
