/** Lets the arrow keys walk from the search box through the results and back. */
export function walkResults(box: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops: HTMLElement[] = [box, ...results.querySelectorAll('a')]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    if (at < 0) return
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
