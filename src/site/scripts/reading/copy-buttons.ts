/** Gives each citation a button that copies it. Without a script the words can be selected. */
export function copyButtons(): void {
  for (const text of document.querySelectorAll<HTMLElement>('.copyable')) {
    const words = text.innerText.trim() || text.textContent.trim()
    const button = document.createElement('button')
    button.textContent = 'Copy'
    button.className = 'copy'
    button.onclick = () => navigator.clipboard.writeText(words).then(() => (button.textContent = 'Copied'))
    text.append(' ', button)
  }
}
