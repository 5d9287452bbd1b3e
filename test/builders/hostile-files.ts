import { strToU8, zipSync } from 'fflate'

/** A file made to harm whoever reads it. Every one has to end in a judgement or one clear sentence. */
export interface HostileFile {
  readonly name: string
  /** Set when it is not the reader that notices but the pool: a library needs time by the square, or memory without bound. */
  readonly stoppedByPool?: true
  readonly make: () => Uint8Array
}

const word = (body: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const docx = (xml: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8(xml) })
const text = (body: string) => () => strToU8(body)
const paragraph = '<w:p><w:r><w:t>政府信息公开工作年度报告</w:t></w:r></w:p>'

/** Ten levels of entities, each ten times the one below: the classic ten thousand million laughs. */
const laughs = `<!DOCTYPE w:document [<!ENTITY a "哈">${Array.from({ length: 9 }, (_, level) => {
  const name = 'bcdefghij'[level]
  const below = 'abcdefghi'[level]
  return `<!ENTITY ${name} "${`&${below};`.repeat(10)}">`
}).join('')}]>`

/** A pdf of one page whose content is given, with a table of objects that need not be right. */
function pdf(content: string, more = ''): Uint8Array {
  return strToU8(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n` +
      `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n` +
      `5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n${more}\ntrailer<</Root 1 0 R>>\n%%EOF`,
  )
}

export const hostileFiles: readonly HostileFile[] = [
  {
    name: 'a Word file whose text unpacks to 60 MB of one letter',
    make: () => docx(word('x'.repeat(60_000_000))),
  },
  {
    name: 'a Word file of many parts that unpack to 150 MB',
    make: () =>
      zipSync({
        '[Content_Types].xml': strToU8(types),
        ...Object.fromEntries(
          Array.from({ length: 15 }, (_, part) => [
            part === 0 ? 'word/document.xml' : `word/header${part}.xml`,
            strToU8(word(paragraph.repeat(100_000)).slice(0, 10_000_000)),
          ]),
        ),
      }),
  },
  {
    name: 'a Word file of ten thousand million laughs',
    make: () => docx(word('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', laughs)),
  },
  {
    name: 'a Word file that asks for a file of the machine',
    make: () => docx(word(paragraph, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
  },
  {
    name: 'a Word file of a hundred thousand nested tables',
    make: () => docx(word('<w:tbl><w:tr><w:tc>'.repeat(100_000))),
  },
  {
    name: 'a Word table of a hundred thousand columns',
    make: () => docx(word(`<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100_000)}</w:tr></w:tbl>`)),
  },
  {
    name: 'a Word table whose cell claims to span a thousand million columns',
    make: () =>
      docx(
        word(
          `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph}</w:tc></w:tr></w:tbl>`,
        ),
      ),
  },
  { name: 'a page of a million open elements', make: text('<div>'.repeat(1_000_000)) },
  { name: 'a page of tables in tables, fifty thousand deep', make: text('<table><tr><td>'.repeat(50_000)) },
  {
    name: 'a table of a hundred thousand columns',
    make: text(`<table><tr>${'<td>0</td>'.repeat(100_000)}</tr></table>`),
  },
  {
    name: 'a table in which every cell claims to span everything',
    make: text(
      `<table>${'<tr>' + '<td rowspan=65534 colspan=1000>1</td>'.repeat(100) + '</tr>'}</table>`.repeat(100),
    ),
  },
  { name: 'a page of a million attributes', make: text(`<html><body ${'a=b '.repeat(1_000_000)}>年度报告`) },
  {
    name: 'a page of style sheets that never end',
    make: text(`<html><style>${'a{'.repeat(300_000)}</style><body><p>年度报告</p>`),
  },
  { name: 'a page with an endless comment', make: text(`<html><!--${'- '.repeat(2_000_000)}`) },
  { name: 'a text of three million spaces', make: text(`年度报告${' '.repeat(3_000_000)}。`) },
  { name: 'a text of two million digits in one line', make: text(`年度报告\n${'1'.repeat(2_000_000)}`) },
  { name: 'a text of a million open brackets', make: text(`年度报告\n${'（'.repeat(1_000_000)}`) },
  { name: 'a text of a million empty lines', make: text(`年度报告${'\n'.repeat(1_000_000)}`) },
  { name: 'a text of a million tabs in one line', make: text(`年度报告\n${'0\t'.repeat(1_000_000)}\n`) },
  {
    name: 'a text of three hundred thousand Chinese numerals',
    make: text(`年度报告\n${'一百二十三'.repeat(60_000)}`),
  },
  {
    name: 'a text of five thousand sentences of figures in one line',
    make: text(
      `云汀市教育局2023年政府信息公开工作年度报告\n一、总体情况\n${'2023年收到政府信息公开申请5件，其中自然人4件，同比增长20%。'.repeat(5_000)}`,
    ),
  },
  {
    name: 'a report of twenty thousand statutory rows',
    make: text(
      `云汀市教育局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${'一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n'.repeat(20_000)}`,
    ),
  },
  {
    name: 'a markdown table of fifty thousand columns',
    make: text(`# 年度报告\n\n|${'a|'.repeat(50_000)}\n|${'-|'.repeat(50_000)}\n|${'1|'.repeat(50_000)}\n`),
  },
  { name: 'an rtf of a million open groups', make: text(`{\\rtf1${'{'.repeat(1_000_000)}`) },
  {
    name: 'an rtf of a table of a hundred thousand cells',
    make: text(`{\\rtf1 ${'\\trowd\\cellx1 1\\cell '.repeat(100_000)}\\row}`),
  },
  {
    name: 'a pdf that draws itself',
    make: () =>
      pdf(
        '/X Do',
        '6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj',
      ),
  },
  {
    name: 'a pdf of a million lines',
    stoppedByPool: true,
    make: () => pdf('0 0 m 9 9 l S '.repeat(1_000_000)),
  },
  { name: 'a pdf of a million letters', make: () => pdf(`BT /F 9 Tf ${'(AB) Tj '.repeat(500_000)} ET`) },
  { name: 'a pdf of a million saved states', stoppedByPool: true, make: () => pdf('q '.repeat(1_000_000)) },
  {
    name: 'a pdf whose pages are their own parents',
    make: text(
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>',
    ),
  },
  { name: 'a pdf with nothing in it', make: text('%PDF-1.7\n') },
  {
    name: 'an archive of three thousand files',
    make: () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 3_000 }, (_, index) => [`${index}.txt`, strToU8('年度报告')]),
        ),
      ),
  },
  { name: 'an archive that wants out', make: () => zipSync({ '../../etc/cron.d/x': strToU8('年度报告') }) },
  {
    name: 'an archive in an archive in an archive',
    make: () => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': strToU8('年度报告') }) }) }),
  },
  {
    name: 'an ofd whose page draws its own template',
    make: () => {
      const xml = (body: string) => strToU8(`<?xml version="1.0"?>${body}`)
      const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
      return zipSync({
        'OFD.xml': xml(
          `<ofd:OFD ${space}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
        ),
        'D.xml': xml(
          `<ofd:Document ${space}><ofd:CommonData><ofd:TemplatePage ID="1" BaseLoc="P.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="2" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
        ),
        'P.xml': xml(
          `<ofd:Page ${space}><ofd:Template TemplateID="1"/><ofd:Content><ofd:Layer>${'<ofd:PageBlock>'.repeat(5_000)}${'</ofd:PageBlock>'.repeat(5_000)}</ofd:Layer></ofd:Content></ofd:Page>`,
        ),
      })
    },
  },
  {
    name: 'a workbook that claims a million rows',
    make: () =>
      zipSync({
        '[Content_Types].xml': strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
        'xl/workbook.xml': strToU8(
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
        ),
      }),
  },
]
