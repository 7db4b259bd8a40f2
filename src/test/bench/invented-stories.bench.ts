import { readStories, scoreStories } from './invented-stories.ts'

/** Recall and false positives of differences in invented stories: `npm run bench:invented [-- FOLDER]`. */
const folder = process.argv[2] ?? new URL('stories', import.meta.url).pathname
const score = await scoreStories(readStories(folder))
console.log(score.wrong.map((one) => `wrong: ${one}`).join('\n'))
console.log(score.missed.map((one) => `missed: ${one}`).join('\n'))
console.log(score.vain.map((one) => `asked in vain: ${one}`).join('\n'))
console.log(`differences: ${score.right} of ${score.shown} shown are right, ${score.found} of ${score.differing} found`)
console.log(`pairs in one table: ${score.rightPairs} of ${score.pairs} are right`)
console.log(`denials: ${score.denialsFound} of ${score.denials} found`)
console.log(
  `review: ${score.rightAsked} of ${score.asked} pairs it asks about differ, ${score.onlyAsked} more differences`,
)
