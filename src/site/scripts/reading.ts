import { citePassages, copyButtons, copyCitations } from './reading/copy-citations.ts'
import { previewCards } from './reading/preview-cards.ts'

/* All that a reading page runs. Each part only adds to what works without it. */

/* A page that moved sends its readers on with the fragment they asked for, which a plain refresh would lose. */
const moved = document.querySelector<HTMLAnchorElement>('#moved-to')
if (moved) location.replace(moved.hash ? moved.href : moved.href + location.hash)

/** `/` goes to the search box of this page, or to the search page. */
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const box = document.querySelector<HTMLInputElement>('input[type="search"]')
  if (box) box.focus()
  else location.assign(document.querySelector<HTMLLinkElement>('link[rel="search"]')!.href)
})

/* Only a reader who comes from a search needs what finds its words. */
if (new URLSearchParams(location.search).has('words'))
  void import('./reading/highlight-words.ts').then(({ highlightWords }) => highlightWords())
/* What answers searches comes once the page is painted: on a slow line the words of the page would wait for it. */
if (document.querySelector('#search')) {
  if (PerformanceObserver.supportedEntryTypes.includes('paint'))
    new PerformanceObserver((_, observer) => {
      observer.disconnect()
      void import('./search.ts')
    }).observe({ type: 'paint', buffered: true })
  else void import('./search.ts')
}
citePassages()
copyButtons()
copyCitations()
previewCards()
