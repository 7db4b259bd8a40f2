import type { Element } from 'hast'
import { s } from 'hastscript'
import { composeDrawing, round, type Caption } from './drawing.ts'

/** Somebody or something in an arc drawing. */
export interface Node {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly kind: string
}

/** How often two nodes stand in one sentence. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly count: number
}

const ROW = 26
/** At most so far to the left do arcs reach. */
const REACH = 240
const NAMES = 300

/**
 * Nodes down a spine with an arc for each tie, wider for more: readable where a net of lines would not be.
 * Made for at most a dozen neighbours.
 *
 * @param subject the node that the page is about, whose ties stand out
 */
export function drawArcs(
  caption: Caption,
  nodes: readonly Node[],
  ties: readonly Tie[],
  subject?: string,
): string | undefined {
  if (nodes.length < 3) return undefined
  const place = new Map(nodes.map(({ id }, index) => [id, index * ROW + ROW]))
  const most = ties.reduce((high, { count }) => Math.max(high, count), 1)
  const heights = ties.map(({ from, to }) => Math.abs(place.get(from)! - place.get(to)!))
  const spine = 10 + Math.max(0, ...heights.map(reachOf))
  const arcs = ties.map((tie) => drawTie(tie, place, most, spine, subject))
  return composeDrawing(caption, spine + NAMES, nodes.length * ROW + ROW, [
    ...arcs,
    ...nodes.map((node, index) => drawNode(node, index, spine, node.id === subject)),
  ])
}

const reachOf = (height: number) => Math.min(REACH, height * 0.75)

function drawNode({ name, href, kind }: Node, index: number, spine: number, isSubject: boolean): Element {
  const y = index * ROW + ROW
  return s('a', { href, dataKind: kind }, [
    s('circle', { className: ['mark'], cx: spine, cy: y, r: 5 }),
    s('text', { className: isSubject ? ['strong'] : [], x: spine + 14, y: y + 4 }, name),
  ])
}

/** Half an ellipse to the left of the spine; ties of the page's own subject are drawn in full strength. */
function drawTie(
  { from, to, count }: Tie,
  place: ReadonlyMap<string, number>,
  most: number,
  spine: number,
  subject: string | undefined,
): Element {
  const [top = 0, bottom = 0] = [place.get(from), place.get(to)].map((y) => y ?? 0).sort((a, b) => a - b)
  const [ry, rx] = [(bottom - top) / 2, reachOf(bottom - top)]
  const isOwn = subject === undefined || from === subject || to === subject
  return s('path', {
    className: ['arc', ...(isOwn ? [] : ['faint'])],
    d: `M${spine} ${top}A${round(rx)} ${round(ry)} 0 0 0 ${spine} ${bottom}`,
    strokeWidth: round(0.8 + 3.4 * Math.sqrt(count / most)),
  })
}
