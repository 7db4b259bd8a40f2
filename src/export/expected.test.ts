import { expect, test } from 'vitest'
import { exportDossier } from './export-dossier.ts'
import { inventVaried } from './invent-varied.fixture.ts'

const files = exportDossier(inventVaried()).map(({ path, text }) => [path.slice('data/'.length), text] as const)

/** Programs of other people read these files: no byte of them changes unseen. */
test.each(files)('%s is what it was', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`expected/${name}`)
})

test('lines of tables and of bibliographies end as their formats want', () => {
  for (const [name, text] of files) expect(text.replaceAll('\r\n', '').includes('\n'), name).toBe(!/\.(?:csv|ris)$/.test(name))
})
