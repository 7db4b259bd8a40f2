import { join } from 'node:path'
import { publish, resumePublishing } from '../../pipeline/8-write/publish.ts'
import { makeStage, sweepStages } from '../../pipeline/8-write/stage.ts'
import { writeFiles } from '../../pipeline/8-write/write-files.ts'

/* Publishes two folders over and over until it is killed: all files hold `a`, then all hold `b`. */
const root = process.argv[2]!
const workshop = join(root, '.dossier')
writeFiles(root, [{ path: '.dossier/x', text: '' }])
resumePublishing(workshop)
sweepStages(workshop, join(root, 'dist'))
process.stdout.write('ready\n')
for (let turn = 0; ; turn += 1) {
  const stage = makeStage(workshop, join(root, 'dist'))
  const text = turn % 2 === 0 ? 'b' : 'a'
  const files = Array.from({ length: 60 }, (_, index) => ({ path: `f${index}`, text }))
  writeFiles(join(stage.root, 'content'), files)
  writeFiles(stage.out, files)
  publish(workshop, [
    { staged: join(stage.root, 'content'), target: join(root, 'content') },
    { staged: stage.out, target: join(root, 'dist') },
  ])
  sweepStages(workshop, join(root, 'dist'))
}
