import { join } from 'node:path'
import { exchangeFolders, makeStagingArea, resumeExchange, sweepStagingAreas } from '../../publish/disk/exchange.ts'
import { writeFiles } from '../../publish/write-files.ts'

/* Publishes two folders over and over until it is killed: all files hold `a`, then all hold `b`. */
const root = process.argv[2]!
const stateFolder = join(root, '.dossier')
const out = join(root, 'dist')
writeFiles(root, [{ path: '.dossier/x', text: '' }])
resumeExchange(stateFolder)
sweepStagingAreas(stateFolder, out)
process.stdout.write('ready\n')
for (let turn = 0; ; turn += 1) {
  const area = makeStagingArea(stateFolder, out)
  const text = turn % 2 === 0 ? 'b' : 'a'
  const files = Array.from({ length: 60 }, (_, index) => ({ path: `f${index}`, text }))
  writeFiles(area.content, files)
  writeFiles(area.site, files)
  exchangeFolders(stateFolder, [
    { staged: area.content, target: join(root, 'content') },
    { staged: area.site, target: out },
  ])
  sweepStagingAreas(stateFolder, out)
}
