import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file with its parts changed, as an office program or somebody else would. */
export function editDocx(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const unpacked = unzipSync(bytes)
  const texts = Object.fromEntries(
    Object.entries(unpacked)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  )
  change(texts)
  return zipSync({
    ...unpacked,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
  })
}

/** The same with the body of the document changed. */
export function editBody(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return editDocx(bytes, (parts) => {
    parts['word/document.xml'] = change(parts['word/document.xml'] ?? '')
  })
}

/** A small Word file of the given body. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** A paragraph of Word of the given runs. */
export const wordParagraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => (text.startsWith('<') ? text : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)).join('')}</w:p>`
