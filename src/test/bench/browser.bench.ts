import { join } from 'node:path'
import { openBrowser } from '../acceptance/open-browser.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'

/*
 * Whether the browser that ships with the packages ever crashes: launches of five pages each, of the site in `dist`
 * (`npm run build` first), once as they are and once without their stylesheets, where every field gets the browser's
 * own font. `npm run bench:browser -- 20` for another number of launches.
 */
process.env['CHROME_PATH'] = 'bundled'
const launches = Number(process.argv[2] ?? 100)
const PATHS = ['/', '/sources/', '/people/', '/timeline/', '/search/']

const site = await serveFolder(join(import.meta.dirname, '../../../dist'))
const failures: string[] = []
let pages = 0
for (let launch = 1; launch <= launches; launch += 1) {
  try {
    pages += await visit(launch % 2 === 0)
  } catch (error) {
    failures.push(`launch ${launch}: ${(error as Error).message.split('\n')[0]}`)
  }
}
await site.close()
console.log(`${launches} launches, ${pages} pages, ${failures.length} crashes`)
for (const failure of failures) console.log(failure)
if (failures.length > 0) process.exitCode = 1

/** Opens a browser, loads each page, and gives their number. */
async function visit(withoutStyles: boolean): Promise<number> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    if (withoutStyles) {
      await page.setRequestInterception(true)
      page.on('request', (request) =>
        request.resourceType() === 'stylesheet' ? request.respond({ status: 404 }) : request.continue(),
      )
    }
    for (const path of PATHS) {
      const response = await page.goto(site.url + path)
      if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`)
    }
    return PATHS.length
  } finally {
    await browser.close()
  }
}
