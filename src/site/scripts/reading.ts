import { citePassages, copyButtons, copyCitations } from './reading/copy-citations.ts'

/* The script of reading pages. Pages work without it. */

/* A page that moved redirects readers with the fragment, which a plain refresh would lose. */
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

/* Loaded only for readers who come from a search. */
if (new URLSearchParams(location.search).has('words'))
  void import('./reading/highlight-words.ts').then(({ highlightWords }) => highlightWords())
/* The search is loaded after the first paint, so that on a slow line the page's words do not wait for it. */
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

const OPEN_AFTER = 500
const CLOSE_AFTER = 300

/**
 * Opens preview cards on hover and keyboard focus. A card stays while it is pointed at and closes on Escape. On touch the
 * link simply opens. The attribute `interestfor` would do this without a script, but no standard has it yet.
 */
export function previewCards(): void {
  if (!('popover' in HTMLElement.prototype)) return
  let timer = 0
  let open: HTMLElement | undefined
  /** What opens the card: a page that scrolls to the focus moves under a pointer that rests, which must not close it. */
  let opener = ''
  const wait = (act: () => void, time: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(act, time)
  }
  const close = () => {
    if (open?.isConnected) open.hidePopover()
    open = undefined
  }
  const show = (link: Element, card: HTMLElement) => {
    close()
    card.showPopover()
    placeCard(link, card)
    open = card
  }
  const enter = (event: Event) => {
    const target = event.target as Element
    if (open?.contains(target)) return clearTimeout(timer)
    const link = target.closest?.<HTMLElement>('[data-card]')
    const card = link && document.getElementById(link.dataset['card']!)
    if (card && (event.type === 'focusin' || (event as PointerEvent).pointerType !== 'touch')) {
      opener = event.type
      wait(() => show(link, card), OPEN_AFTER)
    } else if (event.type !== opener) return
    else if (open) wait(close, CLOSE_AFTER)
    else clearTimeout(timer)
  }
  document.addEventListener('pointerover', enter)
  document.addEventListener('focusin', enter)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
}

/** Under its link, above it where there is no room below, never over the edge of the window. */
function placeCard(link: Element, card: HTMLElement): void {
  const at = link.getBoundingClientRect()
  const below = at.bottom + card.offsetHeight + 16 < innerHeight
  card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8))}px`
  card.style.top = `${below ? at.bottom : at.top - card.offsetHeight - 12}px`
}
