import { toHtml } from 'hast-util-to-html'
import type { Element } from 'hast'
import { s } from 'hastscript'

/** Title and description of a drawing, for screen readers. */
export interface Caption {
  /** Unique within its page: the prefix of the ids of title and description. */
  readonly id: string
  readonly title: string
  readonly description: string
}

/** An SVG drawing as a string; `width` and `height` are its own units, it scales to the page. */
export function composeDrawing(caption: Caption, width: number, height: number, children: Element[]): string {
  const { id, title, description } = caption
  const root = s(
    'svg',
    {
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      role: 'group',
      ariaLabelledBy: `${id}-title`,
      ariaDescribedBy: `${id}-description`,
    },
    s('title', { id: `${id}-title` }, title),
    s('desc', { id: `${id}-description` }, description),
    children,
  )
  return toHtml(root, { space: 'svg' })
}

/** A coordinate to a tenth of a unit: enough for a screen, short in the file. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
