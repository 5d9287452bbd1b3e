/** A page that is one picture. Sizes of the page in points. */
export interface PicturePage {
  readonly jpeg: Uint8Array
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly width: number
  readonly height: number
}

/** A PDF whose pages are pictures and nothing else: no text, no metadata, no attachments, no scripts. */
export function writeImagePdf(pages: readonly PicturePage[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const encoder = new TextEncoder()
  const push = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part
    chunks.push(bytes)
    length += bytes.length
  }
  const begin = (id: number): void => {
    offsets[id] = length
    push(`${id} 0 obj\n`)
  }
  const pageId = (index: number): number => 3 + index * 3
  push('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  begin(1)
  push('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')
  begin(2)
  push(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageId(index)} 0 R`).join(' ')}] >>\nendobj\n`,
  )
  pages.forEach((page, index) => {
    const id = pageId(index)
    const [width, height] = [page.width.toFixed(2), page.height.toFixed(2)]
    begin(id)
    push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${id + 1} 0 R /Resources << /XObject << /Im ${id + 2} 0 R >> >> >>\nendobj\n`,
    )
    const drawing = `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`
    begin(id + 1)
    push(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`)
    begin(id + 2)
    push(
      `<< /Type /XObject /Subtype /Image /Width ${page.pixelWidth} /Height ${page.pixelHeight} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${page.jpeg.length} >>\nstream\n`,
    )
    push(page.jpeg)
    push('\nendstream\nendobj\n')
  })
  const count = 3 + pages.length * 3
  const table = length
  push(`xref\n0 ${count}\n0000000000 65535 f \n`)
  for (let id = 1; id < count; id += 1) push(`${String(offsets[id] ?? 0).padStart(10, '0')} 00000 n \n`)
  push(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
