import { strToU8, zipSync } from 'fflate'

/** A line of a document: its style (`Title`, `Author`, `caption` …; `table` for a cell; empty for text) and its words. */
export type StyledLine = readonly [style: string, words: string]

/** A ZIP archive of these files, by path. A `mimetype` is not compressed, as OpenDocument and EPUB ask. */
export function makeZip(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files)
  return zipSync(
    Object.fromEntries(entries.map(([path, text]) => [path, [strToU8(text), { level: path === 'mimetype' ? 0 : 6 }]])),
  )
}

const escapeWords = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const XML = '<?xml version="1.0"?>'
const OFFICE = 'http://schemas.openxmlformats.org'

/** A Word document. Each style has its name as its identifier. */
export function makeDocx(lines: readonly StyledLine[]): Uint8Array {
  const names = [...new Set(lines.map(([style]) => style))].filter((style) => style !== '' && style !== 'table')
  const styles = names.map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
  )
  const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`
  const types = `${OFFICE}/package/2006/content-types`
  const related = `${OFFICE}/package/2006/relationships`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return makeZip({
    '[Content_Types].xml': `${XML}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${related}">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${related}">${relation('r1', 'styles', 'styles.xml')}</Relationships>`,
    'word/styles.xml': `${XML}<w:styles ${W}>${styles.join('')}</w:styles>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${lines.map(writeWordLine).join('')}</w:body></w:document>`,
  })
}

function writeWordLine([style, words]: StyledLine): string {
  const isCell = style === 'table'
  const properties = style === '' || isCell ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  const paragraph = `<w:p>${properties}<w:r><w:t>${escapeWords(words)}</w:t></w:r></w:p>`
  return isCell ? `<w:tbl><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>` : paragraph
}

/** An OpenDocument text. */
export function makeOdt(lines: readonly StyledLine[]): Uint8Array {
  const names = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const text = lines.map(writeOdtLine).join('')
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content ${names.join(' ')}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
  })
}

function writeOdtLine([style, words]: StyledLine): string {
  const isCell = style === 'table'
  const paragraph = `<text:p${style === '' || isCell ? '' : ` text:style-name="${style}"`}>${escapeWords(words)}</text:p>`
  return isCell
    ? `<table:table><table:table-row><table:table-cell>${paragraph}</table:table-cell></table:table-row></table:table>`
    : paragraph
}

/** Points between two lines of a PDF, and the height of its first. */
const LEADING = 14
const TOP = 780

/** A PDF with the lines of each page. A line of the style `Title` is set in larger type. */
export function makePdf(pages: readonly (readonly (string | StyledLine)[])[]): string {
  const contents = pages.map((lines) => `BT /F1 10 Tf\n${lines.map(writePdfLine).join('\n')}\nET`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return `%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`
}

function writePdfLine(line: string | StyledLine, at: number): string {
  const [style, words] = typeof line === 'string' ? ['', line] : line
  return `/F1 ${style === 'Title' ? 20 : 10} Tf 1 0 0 1 60 ${TOP - at * LEADING} Tm (${words}) Tj`
}
