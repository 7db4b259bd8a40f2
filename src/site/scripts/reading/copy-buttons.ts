import { copying } from '../../text/en.ts'
/** Gives each citation a button that copies it. Without a script the words can be selected. */
export function copyButtons(): void {
  for (const text of document.querySelectorAll<HTMLElement>('.copyable')) {
    const button = document.createElement('button')
    const words = () =>
      [...text.childNodes]
        .map((node) => (node === button ? '' : node.textContent))
        .join('')
        .trim()
    button.textContent = copying.copy
    button.className = 'copy'
    button.onclick = () => navigator.clipboard.writeText(words()).then(() => (button.textContent = copying.copied))
    text.append(' ', button)
  }
}
