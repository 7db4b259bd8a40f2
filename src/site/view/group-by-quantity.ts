import type { FigureEntry } from '../../model/entry.ts'
import { byText } from './by-text.ts'
import { rankFigures } from './word-figure.ts'

/** Tables of one kind of quantity; they stand together and are not the same. */
export interface QuantityGroup {
  readonly quantity: string
  readonly name: string
  readonly figures: readonly FigureEntry[]
}

/** The claim ledger by kind of quantity: those whose statements differ first, then those with most statements. */
export function groupByQuantity(figures: readonly FigureEntry[]): QuantityGroup[] {
  const groups = [...Map.groupBy(rankFigures(figures), ({ quantity }) => quantity)].map(([quantity, of]) => ({
    quantity,
    name: nameQuantity(quantity),
    figures: of,
  }))
  const statements = ({ figures: of }: QuantityGroup) => of.reduce((sum, { rows }) => sum + rows.length, 0)
  return groups.sort((a, b) => statements(b) - statements(a) || byText(({ name }: QuantityGroup) => name)(a, b))
}

function nameQuantity(quantity: string): string {
  const words = quantity.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
