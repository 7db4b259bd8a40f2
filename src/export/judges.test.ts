import { describe, expect, test } from 'vitest'
import { holdFile } from '../model/published-file.ts'
import { exportDossier } from './export-dossier.ts'
import { inventView } from './invent-view.fixture.ts'
import { judgeExports } from './judge-exports.fixture.ts'
import { judgeTei } from './tei/judge-tei.fixture.ts'

const texts = new Map(
  exportDossier(inventView('Okafor', 'https://dossier.example')).map((file) => [
    file.path.slice('data/'.length),
    holdFile(file).text,
  ]),
)
const spoil = (name: string, from: string, to: string) =>
  new Map([...texts, [name, texts.get(name)!.replace(from, to)]])

/** What judges the exports would be worth nothing if it found no fault in a faulty file. */
describe('a fault is found', () => {
  test.each([
    ['entities.ftm.json', '"Mention"', '"Rumour"'],
    ['entities.ftm.json', '"resolved":["aaaa1111"]', '"resolved":["3cccc333"]'],
    ['entities.ftm.json', '"publishedAt":["2021-03-05"]', '"publishedAt":["5 March"]'],
    ['sources.csv', '"ssss1111"', '"ssss9999"'],
    ['figures.csv', '-3', '-x'],
    ['timeline.csv', 'Okafor', '=Okafor'],
    ['quotations.csv', ',"Okafor"', ''],
    ['datapackage.json', '"csv"', '"tsv"'],
    ['bibliography.bib', '@article{ssss2222', '@article ssss2222'],
    ['bibliography.ris', 'ER  - \r\n\r\n', ''],
    ['bibliography.csl.json', 'article-newspaper', 'book'],
    ['annotations.jsonl', '{"@context":["http://www.w3.org/ns/anno.jsonld"', '{"@context":["http://www.w3.org/ns/as"'],
    ['annotations.jsonl', ':figure:0-6', ':date:0-6'],
    ['annotations.jsonl', 'TextPositionSelector', 'PositionSelector'],
    ['annotations.jsonl', 'Okafor', 'Okafor\\u0000</script>'],
    ['places.geojson', '130.25', '"130.25"'],
    ['co-mentions.graphml', 'Okafor', 'Ok\u0001afor'],
    ['co-mentions.graphml', '</graph>', '<node id="lost"/></graph>'],
    ['timeline.timelinejs.json', '"month":3', '"month":13'],
    ['timeline.timelinejs.json', 'Okafor', '<img src=x>'],
  ])('in %s: %s made %s', (name, from, to) => {
    expect(texts.get(name)).toContain(from)
    const judge = () => {
      const faults = judgeExports(spoil(name, from, to))
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }
    expect(judge).toThrow()
  })

  test.each([
    ['<persName>', '<name>'],
    ['xml:id="p-bbbbb1"', 'xml:id="p-bbbbb2"'],
    ['corresp="#e-aaaa1111"', 'corresp="#e-zzzz1111"'],
    ['notBefore="2021-03-01"', 'notBefore="March"'],
    ['<publisher>', '<date>'],
  ])('in the TEI: %s made %s', async (from, to) => {
    const text = texts.get('dossier.tei.xml')!
    expect(text).toContain(from)
    expect(await judgeTei([text.replace(from, to)])).not.toEqual([])
  })
})
