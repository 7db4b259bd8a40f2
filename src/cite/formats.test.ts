import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CslItem } from './csl.ts'
import { embedMetadata, writeCoins } from './embed-metadata.ts'
import { formatCitations, formatInFull } from './format-citations.ts'
import { generalise } from './generalise-item.ts'
import { citation } from './generate-records.fixture.ts'
import { writeBiblatex, writeBibtex, writePlain, writeRis, writeWikipedia } from './write-references.ts'

/** An article of which everything is known, and whose title holds every character that some format takes for its own. */
const article: CslItem = {
  id: '3k9m2p7x-p-4x7k2m',
  type: 'article-newspaper',
  title: String.raw`A & B: 50 % {of} \all~ ^_#$ [it] <b>''is''</b> |x| 'so'`,
  author: [
    { family: 'van der Vale', given: 'Amina K.' },
    { literal: 'Northport News; Desk and Agency' },
    { family: 'Okafor, and Sons', given: 'B. AND C.' },
    { family: 'Sandor', given: 'Andy', suffix: 'Jr.' },
  ],
  'container-title': 'The {Northport} [Gazette] (*+?\\|^$)  Daily',
  issued: { 'date-parts': [[2023, 2, 3]] },
  accessed: { 'date-parts': [[2024, 11]] },
  URL: 'https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m',
  language: 'en',
  abstract: 'Nine members voted.',
  archive: 'The harbour contract',
  note: 'Version 2; Paragraph 3',
}
/** A page of the dossier's own, of which hardly anything is known. */
const page: CslItem = { id: 'q q!', type: 'webpage', title: 'Vale asks: “Who?”' }
const dated: CslItem = {
  ...page,
  author: [{ literal: 'Staff' }],
  issued: { 'date-parts': [[2023]] },
  accessed: { 'date-parts': [[2024, 1, 2]] },
  URL: 'https://dossier.example/~vale/',
  'container-title': 'Harbour',
  note: 'n',
  archive: 'a',
  language: 'en',
  abstract: 'Yes',
}

describe('each format, in full', () => {
  test('BibLaTeX', () =>
    expect([article, page, dated].map(writeBiblatex).join('')).toMatchInlineSnapshot(`
    "@article{3k9m2p7x-p-4x7k2m,
      author = {van der Vale, Amina K. and {Northport News; Desk and Agency} and {Okafor, and Sons}, {B. AND C.} and Sandor, Jr., Andy},
      title = {{A \\& B: 50 \\% \\textbraceleft{}of\\textbraceright{} \\textbackslash{}all\\textasciitilde{} \\textasciicircum{}\\_\\#\\$ [it] <b>''is''</b> |x| 'so'}},
      note = {Version 2; Paragraph 3},
      journaltitle = {The \\textbraceleft{}Northport\\textbraceright{} [Gazette] (*+?\\textbackslash{}|\\textasciicircum{}\\$) Daily},
      entrysubtype = {newspaper},
      date = {2023-02-03},
      url = {https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m},
      urldate = {2024-11},
      langid = {en},
      abstract = {Nine members voted.},
      library = {The harbour contract},
    }
    @online{qq,
      title = {{Vale asks: “Who?”}},
    }
    @online{qq,
      author = {{Staff}},
      title = {{Vale asks: “Who?”}},
      note = {n},
      maintitle = {Harbour},
      date = {2023},
      url = {https://dossier.example/~vale/},
      urldate = {2024-01-02},
      langid = {en},
      abstract = {Yes},
      library = {a},
    }
    "
  `))
  test('BibTeX', () =>
    expect(
      [
        article,
        { ...article, note: '' },
        { ...page, issued: { 'date-parts': [[2023, 5]] as [number[]] } },
        dated,
        { ...dated, type: 'article-newspaper' as const, URL: '' },
      ]
        .map(writeBibtex)
        .join(''),
    ).toMatchInlineSnapshot(`
      "@article{3k9m2p7x-p-4x7k2m,
        author = {van der Vale, Amina K. and {Northport News; Desk and Agency} and {Okafor, and Sons}, {B. AND C.} and Sandor, Jr., Andy},
        title = {{A \\& B: 50 \\% \\textbraceleft{}of\\textbraceright{} \\textbackslash{}all\\textasciitilde{} \\textasciicircum{}\\_\\#\\$ [it] <b>''is''</b> |x| 'so'}},
        note = {The harbour contract; Version 2; Paragraph 3; \\url{https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m}},
        journal = {The \\textbraceleft{}Northport\\textbraceright{} [Gazette] (*+?\\textbackslash{}|\\textasciicircum{}\\$) Daily},
        year = {2023},
        month = {2},
        day = {3},
      }
      @article{3k9m2p7x-p-4x7k2m,
        author = {van der Vale, Amina K. and {Northport News; Desk and Agency} and {Okafor, and Sons}, {B. AND C.} and Sandor, Jr., Andy},
        title = {{A \\& B: 50 \\% \\textbraceleft{}of\\textbraceright{} \\textbackslash{}all\\textasciitilde{} \\textasciicircum{}\\_\\#\\$ [it] <b>''is''</b> |x| 'so'}},
        note = {The harbour contract; \\url{https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m}},
        journal = {The \\textbraceleft{}Northport\\textbraceright{} [Gazette] (*+?\\textbackslash{}|\\textasciicircum{}\\$) Daily},
        year = {2023},
        month = {2},
        day = {3},
      }
      @misc{qq,
        title = {{Vale asks: “Who?”}},
        year = {2023},
        month = {5},
      }
      @misc{qq,
        author = {{Staff}},
        title = {{Vale asks: “Who?”}},
        note = {n},
        publisher = {Harbour},
        year = {2023},
        howpublished = {\\url{https://dossier.example/~vale/}},
      }
      @article{qq,
        author = {{Staff}},
        title = {{Vale asks: “Who?”}},
        note = {a; n},
        journal = {Harbour},
        year = {2023},
      }
      "
    `))
  test('RIS', () =>
    expect([article, page, dated].map(writeRis).join('').replaceAll('\r', '␍')).toMatchInlineSnapshot(`
    "TY  - NEWS␍
    ID  - 3k9m2p7x-p-4x7k2m␍
    AU  - van der Vale, Amina K.␍
    AU  - Northport News; Desk and Agency␍
    AU  - Okafor, and Sons, B. AND C.␍
    AU  - Sandor, Andy, Jr.␍
    TI  - A & B: 50 % {of} \\all~ ^_#$ [it] <b>''is''</b> |x| 'so'␍
    T2  - The {Northport} [Gazette] (*+?\\|^$) Daily␍
    LA  - en␍
    AB  - Nine members voted.␍
    DP  - The harbour contract␍
    N1  - Version 2; Paragraph 3␍
    PY  - 2023␍
    DA  - 2023/02/03/␍
    Y2  - 2024/11//␍
    UR  - https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m␍
    ER  - ␍
    TY  - ELEC␍
    ID  - q q!␍
    TI  - Vale asks: “Who?”␍
    ER  - ␍
    TY  - ELEC␍
    ID  - q q!␍
    AU  - Staff␍
    TI  - Vale asks: “Who?”␍
    T2  - Harbour␍
    LA  - en␍
    AB  - Yes␍
    DP  - a␍
    N1  - n␍
    PY  - 2023␍
    DA  - 2023///␍
    Y2  - 2024/01/02/␍
    UR  - https://dossier.example/~vale/␍
    ER  - ␍
    "
  `))
  test('Wikipedia', () =>
    expect([article, page, dated].map(writeWikipedia).join('\n')).toMatchInlineSnapshot(`
    "{{cite news |last1=van der Vale |first1=Amina K. |author2=Northport News; Desk and Agency |last3=Okafor, and Sons |first3=B. AND C. |last4=Sandor |first4=Andy Jr. |title=A & B: 50 % &#123;of&#125; \\all&#126; ^_#$ &#91;it&#93; &lt;b&gt;&#39;'is&#39;'&lt;/b&gt; {{!}}x{{!}} 'so' |url=https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m |work=The &#123;Northport&#125; &#91;Gazette&#93; (*+?\\{{!}}^$) Daily |date=2023-02-03 |access-date=2024-11 |language=en |via=The harbour contract |id=Version 2; Paragraph 3 |quote=Nine members voted.}}
    {{cite web |title=Vale asks: “Who?”}}
    {{cite web |author1=Staff |title=Vale asks: “Who?” |url=https://dossier.example/~vale/ |website=Harbour |date=2023 |access-date=2024-01-02 |language=en |via=a |id=n |quote=Yes}}"
  `))
  test('plain text', () =>
    expect([article, page, { ...page, note: 'Version 2.' }, dated].map(writePlain).join('\n')).toMatchInlineSnapshot(`
    "Amina K. van der Vale, Northport News; Desk and Agency, B. AND C. Okafor, and Sons, Andy Sandor Jr., “A & B: 50 % {of} \\all~ ^_#$ [it] <b>''is''</b> |x| 'so'”, The {Northport} [Gazette] (*+?\\|^$)  Daily, 2023-02-03. “Nine members voted.” The harbour contract, https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m. Version 2; Paragraph 3.
    “Vale asks: “Who?””.
    “Vale asks: “Who?””. Version 2.
    Staff, “Vale asks: “Who?””, Harbour, 2023. “Yes”. a, https://dossier.example/~vale/. n."
  `))
  test('COinS', () =>
    expect([article, page, dated].map(writeCoins).join('\n').replaceAll('&', '\n&')).toMatchInlineSnapshot(`
    "ctx_ver=Z39.88-2004
    &rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal
    &rft.genre=article
    &rft.type=newspaperArticle
    &rft.atitle=A%20%26%20B%3A%2050%20%25%20%7Bof%7D%20%5Call~%20%5E_%23%24%20%5Bit%5D%20%3Cb%3E''is''%3C%2Fb%3E%20%7Cx%7C%20'so'
    &rft.jtitle=The%20%7BNorthport%7D%20%5BGazette%5D%20(*%2B%3F%5C%7C%5E%24)%20%20Daily
    &rft.au=van%20der%20Vale%2C%20Amina%20K.
    &rft.au=Northport%20News%3B%20Desk%20and%20Agency
    &rft.au=Okafor%2C%20and%20Sons%2C%20B.%20AND%20C.
    &rft.au=Sandor%2C%20Andy%20Jr.
    &rft.date=2023-02-03
    &rft.language=en
    &rft_id=https%3A%2F%2Fdossier.example%2Fsources%2Fa-3k9m2p7x%2F%23p-4x7k2m
    ctx_ver=Z39.88-2004
    &rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc
    &rft.type=webpage
    &rft.title=Vale%20asks%3A%20%E2%80%9CWho%3F%E2%80%9D
    ctx_ver=Z39.88-2004
    &rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc
    &rft.type=webpage
    &rft.title=Vale%20asks%3A%20%E2%80%9CWho%3F%E2%80%9D
    &rft.source=Harbour
    &rft.au=Staff
    &rft.date=2023
    &rft.language=en
    &rft.identifier=https%3A%2F%2Fdossier.example%2F~vale%2F"
  `))
  test('metadata of a page', () =>
    expect(
      [article, page, dated]
        .flatMap((one) => embedMetadata(one))
        .map((tag) => Object.values(tag).join(' = '))
        .join('\n'),
    ).toMatchInlineSnapshot(`
    "citation_title = A & B: 50 % {of} \\all~ ^_#$ [it] <b>''is''</b> |x| 'so'
    citation_author = van der Vale, Amina K.
    citation_author = Northport News · Desk and Agency
    citation_author = Okafor, and Sons, B. AND C.
    citation_author = Sandor, Andy Jr.
    citation_publication_date = 2023-02-03
    citation_public_url = https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    citation_language = en
    dc:title = A & B: 50 % {of} \\all~ ^_#$ [it] <b>''is''</b> |x| 'so'
    dc:source = The Northport Gazette Daily
    dc:date = 2023-02-03
    dc:language = en
    dc:identifier = https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    prism:publicationName = The Northport Gazette Daily
    prism:publicationDate = 2023-02-03
    z:itemType = newspaperArticle
    og:type = article
    og:title = A & B: 50 % {of} \\all~ ^_#$ [it] <b>''is''</b> |x| 'so'
    citation_title = Vale asks: “Who?”
    dc:title = Vale asks: “Who?”
    z:itemType = webpage
    og:type = website
    og:title = Vale asks: “Who?”
    citation_title = Vale asks: “Who?”
    citation_author = Staff
    citation_publication_date = 2023
    citation_public_url = https://dossier.example/~vale/
    citation_language = en
    dc:title = Vale asks: “Who?”
    dc:source = Harbour
    dc:date = 2023
    dc:language = en
    dc:identifier = https://dossier.example/~vale/
    z:itemType = webpage
    og:type = website
    og:title = Vale asks: “Who?”"
  `))
  test('styles', () =>
    expect(
      [article, { ...dated, title: 'A\uE000private\uE001mark' }]
        .flatMap(formatCitations)
        .map(({ style, html, text }) => [style, html, text].join('\n'))
        .join('\n'),
    ).toMatchInlineSnapshot(`
    "APA
    van der Vale, A. K., Northport News; Desk and Agency, Okafor, and Sons, B. A. C., &#38; Sandor, A., Jr. (2023, February 3). A &#38; B: 50 % {of} \\all~ ^_#$ [it] &lt;b&gt;’’is’’&lt;/b&gt; |x| “so.” <i>The {Northport} [Gazette] (*+?\\|^$) Daily</i>. The harbour contract. https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    van der Vale, A. K., Northport News; Desk and Agency, Okafor, and Sons, B. A. C., & Sandor, A., Jr. (2023, February 3). A & B: 50 % {of} \\all~ ^_#$ [it] <b>’’is’’</b> |x| “so.” The {Northport} [Gazette] (*+?\\|^$) Daily. The harbour contract. https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    Chicago
    Vale, Amina K. van der, Northport News; Desk and Agency, B. AND C. Okafor, and Sons, and Andy Sandor Jr. “A &#38; B: 50 % {of} \\all~ ^_#$ [It] &lt;b&gt;’’is’’&lt;/B&gt; |x| ‘So.’” <i>The {Northport} [Gazette] (*+?\\|^$) Daily</i>, February 3, 2023. The harbour contract. https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m.
    Vale, Amina K. van der, Northport News; Desk and Agency, B. AND C. Okafor, and Sons, and Andy Sandor Jr. “A & B: 50 % {of} \\all~ ^_#$ [It] <b>’’is’’</B> |x| ‘So.’” The {Northport} [Gazette] (*+?\\|^$) Daily, February 3, 2023. The harbour contract. https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m.
    MLA
    van der Vale, Amina K., et al. “A &#38; B: 50 % {of} \\all~ ^_#$ [It] &lt;b&gt;’’is’’&lt;/B&gt; |x| ‘So.’” <i>The {Northport} [Gazette] (*+?\\|^$) Daily</i>, 3 Feb. 2023, https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m. The harbour contract.
    van der Vale, Amina K., et al. “A & B: 50 % {of} \\all~ ^_#$ [It] <b>’’is’’</B> |x| ‘So.’” The {Northport} [Gazette] (*+?\\|^$) Daily, 3 Feb. 2023, https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m. The harbour contract.
    Harvard
    van der Vale, A.K. <i>et al.</i> (2023) “A &#38; B: 50 % {of} \\all~ ^_#$ [it] &lt;b&gt;’’is’’&lt;/b&gt; |x| ‘so,’” <i>The {Northport} [Gazette] (*+?\\|^$) Daily</i>, 3 February. Available at: https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m (Accessed: November 2024).
    van der Vale, A.K. et al. (2023) “A & B: 50 % {of} \\all~ ^_#$ [it] <b>’’is’’</b> |x| ‘so,’” The {Northport} [Gazette] (*+?\\|^$) Daily, 3 February. Available at: https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m (Accessed: November 2024).
    IEEE
    A. K. van der Vale, Northport News; Desk and Agency, B. A. C. Okafor, and Sons, and A. Sandor Jr., “A &#38; B: 50 % {of} \\all~ ^_#$ [it] &lt;b&gt;’’is’’&lt;/b&gt; |x| ‘so,’” <i>The {Northport} [Gazette] (*+?\\|^$) Daily</i>, Feb. 03, 2023. Accessed: Nov. 2024. [Online]. Available: https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    A. K. van der Vale, Northport News; Desk and Agency, B. A. C. Okafor, and Sons, and A. Sandor Jr., “A & B: 50 % {of} \\all~ ^_#$ [it] <b>’’is’’</b> |x| ‘so,’” The {Northport} [Gazette] (*+?\\|^$) Daily, Feb. 03, 2023. Accessed: Nov. 2024. [Online]. Available: https://dossier.example/sources/a-3k9m2p7x/#p-4x7k2m
    APA
    Staff. (2023). <i>A private mark</i>. Harbour; a. https://dossier.example/~vale/
    Staff. (2023). A private mark. Harbour; a. https://dossier.example/~vale/
    Chicago
    Staff. “A Private Mark.” Harbour, 2023. a. https://dossier.example/~vale/.
    Staff. “A Private Mark.” Harbour, 2023. a. https://dossier.example/~vale/.
    MLA
    Staff. “A Private Mark.” <i>Harbour</i>, 2023, https://dossier.example/~vale/. a.
    Staff. “A Private Mark.” Harbour, 2023, https://dossier.example/~vale/. a.
    Harvard
    Staff (2023) <i>A private mark</i>, <i>Harbour</i>. Available at: https://dossier.example/~vale/ (Accessed: January 2, 2024).
    Staff (2023) A private mark, Harbour. Available at: https://dossier.example/~vale/ (Accessed: January 2, 2024).
    IEEE
    Staff, “A private mark,” Harbour. Accessed: Jan. 02, 2024. [Online]. Available: https://dossier.example/~vale/
    Staff, “A private mark,” Harbour. Accessed: Jan. 02, 2024. [Online]. Available: https://dossier.example/~vale/"
  `))
})

test.each(['valueOf', 'constructor', 'hasOwnProperty', '__proto__', 'toString.'])(
  '%s is a name like any other',
  (name) => {
    const by = (author: NonNullable<CslItem['author']>) => formatInFull({ ...dated, author }).map(({ text }) => text)
    const other = name.replace(/\w+/, 'Quillon')
    for (const author of [(family: string) => [{ family, given: 'Ada' }], (literal: string) => [{ literal }]])
      expect(by(author(name))).toEqual(by(author(other)).map((text) => text.replaceAll(other, name)))
    expect(by([{ family: 'Vale', given: name }]).join('')).toContain('Vale')
  },
)

test('placeholders change no citation', () => {
  const capital = fc.stringMatching(/^[A-Z][a-zà-öø-ÿ]{1,8}$/)
  const lower = fc.stringMatching(/^[a-zà-öø-ÿ]{1,8}$/)
  const particle = fc.constantFrom(
    ...['The', 'Of', 'Al', 'Van', 'And', 'Et', 'Up', 'Than', 'de', 'II', 'O’Neill', 'St.', 'Who?', '2016', 'non-stop'],
    ...['the', 'of', 'over', 'a', 'to', 'up', 'ahead', 'according', 'that', 'such', 'as', 'in:', 'pH', 'iPad'],
    ...[
      '30',
      '4th',
      'half-full,',
      'by-election',
      'x',
      'I',
      'vs',
      'waits…',
      'now?',
      'US',
      'EU-wide',
      'down',
      'eBay',
      'Vale’s',
      'don’t',
      'the’s',
    ],
  )
  const title = fc
    .array(fc.oneof(capital, lower, lower, particle), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '))
  const quoting = fc
    .tuple(
      fc.constantFrom('', '“'),
      fc.array(fc.tuple(title, fc.constantFrom(' “', ': “', ', “', '” ', ',” ', '.” ', '” “')), { maxLength: 3 }),
      title,
      fc.constantFrom('', '…', ' …', '”', ',”…', '?', '?”', '.'),
    )
    .map(([before, runs, last, behind]) => before + runs.flat().join('') + last + behind)
  const path = fc.stringMatching(/^[a-z0-9/-]{0,20}[a-z./#-]$/)
  const day = fc
    .tuple(fc.integer({ min: 1, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .chain((parts) => fc.integer({ min: 1, max: 3 }).map((length) => parts.slice(0, length)))
  const changed = fc.record(
    {
      title: fc.oneof(title, quoting),
      'container-title': title,
      issued: day.map((parts) => ({ 'date-parts': [parts] as const })),
      URL: path.map((rest) => `https://dossier.example/${rest}`),
    },
    { requiredKeys: ['title'] },
  )
  const plain = fc.constantFrom<Partial<CslItem>>({ type: 'article-newspaper' }, { type: 'webpage' })
  fc.assert(
    fc.property(fc.oneof(plain, citation), changed, (item, words) => {
      const cited = { id: 'x', type: 'webpage', ...item, ...words } as CslItem
      const { id: _, note: __, abstract: ___, ...shown } = cited
      expect(formatCitations(cited)).toEqual(formatInFull(shown))
    }),
    { numRuns: 100 },
  )
})

test('citations that differ in words and days alone are formatted once', () => {
  const cite = (title: string, paper: string, day: number) =>
    generalise(
      { id: title, type: 'webpage', title, 'container-title': paper, issued: { 'date-parts': [[2014 + day, 3, day]] } },
      (title) => title,
    ).item
  expect(cite('Vale delays port over loan', 'Harbour Wire', 4)).toEqual(cite('Rowe waits', 'Osk Daily', 7))
  expect(cite('Vale waits', 'Harbour Wire', 4)).not.toEqual(cite('Vale waits', 'Harbour Wire', 14))
  expect(cite('4 May 2019: Vale waits for…', 'Osk Daily', 4)).toEqual(
    cite('A ferry, half-full, sinks…', 'Osk Daily', 4),
  )
  expect(cite('Vale waits?', 'Osk Daily', 4)).not.toEqual(cite('Vale waits', 'Osk Daily', 4))
  const same = [
    ['Vale waits for “We shall …', 'Rowe “The …'],
    ['4 May 2019: “We wait,” Vale…', 'Harbour: “No,” Rowe said…'],
    ['day unknown: The poll', 'the ferry'],
    ['“Vale” waits', '“The ferry” sinks'],
  ]
  for (const [one, other] of same) expect(cite(one!, 'Osk Daily', 4)).toEqual(cite(other!, 'Osk Daily', 4))
  for (const title of [
    'Vales’ loan',
    "Vale's loan",
    'Vale (and Rowe)',
    'Vale.',
    'Vale “waits.”',
    '“Vale” “waits”',
    'a “b” c “d” e',
    'élan waits',
    'Vale  waits',
  ])
    expect(cite(title, 'Osk Daily', 4).title).toBe(title)
})
