import {
  itemNumber,
  maskText,
  writtenDay,
  type Inline,
  type OfficialDocument,
  type WrittenBlock,
  type WrittenCell,
  type WrittenTable,
} from './model.ts'

/**
 * The document as an HTML fragment for a page that has its own frame: real headings, lists kept as numbered paragraphs
 * (the number is part of an official text), tables with head cells. All text is escaped; there is no way to pass markup.
 */
export function writeHtml(document: OfficialDocument): string {
  const { signature, imprint } = document
  const parts = [
    document.layout === 'plain' ? '' : `<p class="letterhead">${escapeHtml(document.letterhead)}</p>`,
    document.documentNumber === undefined
      ? ''
      : `<p class="document-number">${escapeHtml(document.documentNumber)}</p>`,
    `<h1 class="official-title">${document.title.map(escapeHtml).join('<br>')}</h1>`,
    document.addressee === undefined ? '' : `<p class="is-flush">${escapeHtml(document.addressee)}：</p>`,
    ...document.body.map(blockHtml),
    enclosuresHtml(document.enclosures ?? []),
    signature === undefined
      ? ''
      : `<p class="is-sign">${[...signature.agencies.map(escapeHtml), dayHtml(signature.on)].join('<br>')}</p>`,
    document.note === undefined ? '' : `<p class="official-note">（${escapeHtml(document.note)}）</p>`,
    imprint === undefined
      ? ''
      : `<footer class="imprint">${[
          imprint.copiesTo === undefined ? '' : `<p>抄送：${escapeHtml(imprint.copiesTo)}。</p>`,
          document.layout === 'letter'
            ? ''
            : `<p>${escapeHtml(imprint.issuedBy)}　${dayHtml(imprint.issuedOn)}印发</p>`,
        ].join('')}</footer>`,
  ]
  return `<article class="prose official" lang="zh-CN">\n${parts.filter((part) => part !== '').join('\n')}\n</article>\n`
}

/** A complete page that stands alone: one file, no outside reference, readable without its style sheet. */
export function writeHtmlPage(document: OfficialDocument): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title.join(''))}</title>
<style>${pageStyle}</style>
</head>
<body>
${writeHtml(document)}</body>
</html>
`
}

const pageStyle = `
body{margin:0;background:#f4f2ee;color:#1d1d1b;font:18px/1.95 FangSong,STFangsong,"Noto Serif SC","Songti SC",serif}
.official{box-sizing:border-box;max-width:44em;margin:2em auto;padding:3em clamp(1.2em,6vw,4.5em);background:#fff}
.official p{margin:0;text-indent:2em;text-align:justify}
.official .letterhead{color:#c8000c;font-size:1.9em;line-height:1.4;font-weight:700;text-align:center;text-indent:0;padding-bottom:.3em;border-bottom:4px double}
.official .document-number{text-align:right;text-indent:0;margin-top:.5em}
.official h1{font-size:1.4em;line-height:1.5;text-align:center;margin:1.2em 0}
.official h2,.official h3,.official h4{font-size:1em;margin:0;text-indent:2em}
.official h3,.official h4{font-weight:400}
.official .is-flush{text-indent:0}.official .is-center{text-indent:0;text-align:center}
.official .is-sign{text-align:center;text-indent:0;width:fit-content;margin:2.5em 4em 0 auto}
.official .enclosures{margin-top:1.95em}
.official .table-scroll{overflow-x:auto;margin:1em 0}
.official table{border-collapse:collapse;width:100%;font-size:.8em;line-height:1.5}
.official caption{padding:.4em 0}
.official th,.official td{border:1px solid #444;padding:.4em .5em;font-weight:400;text-align:left}
.official .is-middle{text-align:center}.official .is-end{text-align:right}
.official .mask{letter-spacing:-.05em}
.official .imprint{border-block:1px solid;margin-top:3em;font-size:.85em}
.official .imprint p{text-indent:0}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{body{background:none}.official{margin:0;padding:0;max-width:none}}
`.trim()

function blockHtml(block: WrittenBlock): string {
  switch (block.kind) {
    case 'paragraph': {
      const placed =
        block.placed === 'flush' ? ' class="is-flush"' : block.placed === 'center' ? ' class="is-center"' : ''
      return `<p${placed}>${inlineHtml(block.content)}</p>`
    }
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`
    case 'items':
      return block.items
        .map((item, index) => `<p>${escapeHtml(itemNumber(block.numbering, index))}${inlineHtml(item)}</p>`)
        .join('\n')
    case 'table':
      return tableHtml(block)
    case 'pageBreak':
      return ''
  }
}

function tableHtml(table: WrittenTable): string {
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`)
  const head = table.headRows > 0 ? `<thead>\n${rows.slice(0, table.headRows).join('\n')}\n</thead>\n` : ''
  const caption = table.showCaption
    ? `<caption>${escapeHtml(table.caption)}</caption>`
    : `<caption class="visually-hidden">${escapeHtml(table.caption)}</caption>`
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(table.caption)}"><table>\n${caption}\n${head}<tbody>\n${rows.slice(table.headRows).join('\n')}\n</tbody>\n</table></div>`
}

function cellHtml(one: WrittenCell): string {
  const tag = one.header ? 'th' : 'td'
  const spans = `${(one.rowspan ?? 1) > 1 ? ` rowspan="${one.rowspan}"` : ''}${(one.colspan ?? 1) > 1 ? ` colspan="${one.colspan}"` : ''}`
  const placed = one.align === 'center' ? ' class="is-middle"' : one.align === 'end' ? ' class="is-end"' : ''
  return `<${tag}${spans}${placed}>${inlineHtml(one.content)}</${tag}>`
}

function enclosuresHtml(names: readonly string[]): string {
  if (names.length === 0) return ''
  return names
    .map((name, index) => {
      const label = index === 0 ? '附件：' : '　　　'
      const number = names.length > 1 ? `${index + 1}. ` : ''
      return `<p${index === 0 ? ' class="enclosures"' : ''}>${label}${number}${escapeHtml(name)}</p>`
    })
    .join('\n')
}

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part).replaceAll('\n', '<br>')
      if ('mask' in part)
        return `<span class="mask" role="img" aria-label="此处依法不予公开">${maskText}</span>`
      return part.bold ? `<b>${escapeHtml(part.text)}</b>` : escapeHtml(part.text)
    })
    .join('')
}

function dayHtml(day: string): string {
  return `<time datetime="${escapeHtml(day)}">${writtenDay(day)}</time>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
