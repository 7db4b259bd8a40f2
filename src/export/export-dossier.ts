import type { WrittenFile } from '../model/written-file.ts'
import { exportAnnotations } from './annotation-collection.ts'
import { exportBibliography } from './bibliography.ts'
import { exportTables } from './csv/data-package.ts'
import { exportFollowTheMoney } from './follow-the-money.ts'
import { exportPlaces } from './geo-json.ts'
import { exportNetwork } from './graph-ml.ts'
import { exportTei } from './tei/export-tei.ts'
import { exportTimeline } from './timeline-js.ts'
import type { Published } from '../markup/published.ts'

/** Everything a dossier publishes, in the formats that other programs read. Takes time linear in what it holds. */
export function exportDossier(view: Published): WrittenFile[] {
  return [
    ...exportBibliography(view),
    exportAnnotations(view),
    exportFollowTheMoney(view),
    ...exportTables(view),
    exportPlaces(view),
    exportNetwork(view),
    exportTimeline(view),
    exportTei(view),
  ]
}
