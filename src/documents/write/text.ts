import { inlineText, itemNumber, writtenDay, type OfficialDocument, type WrittenBlock } from './model.ts'

/**
 * The document as plain text: one line per paragraph, two full-width spaces of indent, cells of a row parted by tabs.
 * For mail bodies, full-text search and reading back in tests.
 */
export function writeText(document: OfficialDocument): string {
  const { signature, imprint } = document
  const lines = [
    ...(document.layout === 'plain' ? [] : [document.letterhead]),
    ...(document.documentNumber === undefined ? [] : [document.documentNumber]),
    document.title.join(''),
    ...(document.addressee === undefined ? [] : [`${document.addressee}：`]),
    ...document.body.flatMap(blockLines),
    ...(document.enclosures ?? []).map((name, index, all) =>
      all.length === 1
        ? `　　附件：${name}`
        : `　　${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}`,
    ),
    ...(signature === undefined ? [] : [...signature.agencies, writtenDay(signature.on)]),
    ...(document.note === undefined ? [] : [`　　（${document.note}）`]),
    ...(imprint?.copiesTo === undefined ? [] : [`抄送：${imprint.copiesTo}。`]),
    ...(imprint === undefined || document.layout === 'letter'
      ? []
      : [`${imprint.issuedBy}　${writtenDay(imprint.issuedOn)}印发`]),
  ]
  return `${lines.join('\n')}\n`
}

function blockLines(block: WrittenBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        `${block.placed === undefined || block.placed === 'indent' ? '　　' : ''}${inlineText(block.content)}`,
      ]
    case 'heading':
      return [`　　${block.text}`]
    case 'items':
      return block.items.map((item, index) => `　　${itemNumber(block.numbering, index)}${inlineText(item)}`)
    case 'table':
      return [
        ...(block.showCaption ? [block.caption] : []),
        ...block.rows.map((row) =>
          row.map((one) => inlineText(one.content).replaceAll('\n', ' ')).join('\t'),
        ),
      ]
    case 'pageBreak':
      return []
  }
}
