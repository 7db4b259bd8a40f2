import type { Answer } from '../../model/contradiction.ts'
import type { DossierSettings } from '../../model/dossier.ts'
import { dossierSettings } from '../../model/dossier.ts'
import type { UnusedFile } from '../../model/extracted.ts'
import type { WrittenJointCorrection } from '../../model/joint-correction.ts'
import type { Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Adjudication } from '../../model/adjudication.ts'
import type { Seed } from '../../model/source.ts'
import type { Tombstone } from '../../model/tombstone.ts'
import type { SourceVersion } from '../../model/version.ts'
import type { Extract } from './read-articles.ts'
import { readArticles } from './read-articles.ts'
import { readAnswers, readJointCorrections, readAdjudications, readTombstones } from './read-editor-lists.ts'
import { readGenerated } from './read-generated.ts'
import { readRegister } from './read-register.ts'
import { readSettings } from './read-settings.ts'
import { readVersions } from './read-versions.ts'

/** Everything that people wrote, and the record of addresses that the last build left. */
export interface ReadDossier {
  readonly settings: DossierSettings
  readonly seeds: readonly Seed[]
  /** Files of which no source was made, each with the reason. */
  readonly unused: readonly UnusedFile[]
  readonly register: Register
  readonly adjudications: readonly Adjudication[]
  readonly answers: readonly Answer[]
  readonly corrections: readonly WrittenJointCorrection[]
  readonly tombstones: readonly Tombstone[]
  /** Earlier texts of sources that changed. */
  readonly versions: readonly SourceVersion[]
  /** Text of `content/permalinks.json`; absent before the first build. */
  readonly record: string | undefined
}

/** Settings to go on with when there are none, so that the problems of the articles are found too. */
const PLACEHOLDER = dossierSettings.parse({ title: 'Dossier', description: 'Dossier' })

/** Reads a dossier's folder. Problems of one file hide none of another. */
export async function readDossier(root: string, extract?: Extract): Promise<Reported<ReadDossier>> {
  const settings = readSettings(root)
  const articles = await readArticles(root, { extract, mapping: settings.value?.columns })
  const register = readRegister(root)
  const adjudications = readAdjudications(root)
  const answers = readAnswers(root)
  const corrections = readJointCorrections(root)
  const tombstones = readTombstones(root)
  const versions = readVersions(root)
  const record = readGenerated(root, 'content/permalinks.json')
  return {
    value: {
      settings: settings.value ?? PLACEHOLDER,
      ...articles.value,
      register: register.value,
      adjudications: adjudications.value,
      answers: answers.value,
      corrections: corrections.value,
      tombstones: tombstones.value,
      versions: versions.value,
      record: record.value,
    },
    problems: [settings, articles, register, adjudications, answers, corrections, tombstones, versions, record].flatMap(
      ({ problems }) => problems,
    ),
  }
}
