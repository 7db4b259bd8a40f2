type Properties = Readonly<Record<string, string | boolean | undefined>>

/** A new element with attributes and children; text is always text, never markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === true) node.setAttribute(key, '')
    else if (value !== undefined && value !== false) node.setAttribute(key, value)
  }
  node.append(...children)
  return node
}

/** A text as long as it may be said back to the reader: at most so many characters, with a sign that some are left out. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
