import {
  inlineText,
  itemNumber,
  maskText,
  writtenDay,
  type OfficialDocument,
  type WrittenBlock,
} from '../model.ts'
import type { FaceRole } from '../fonts/faces.ts'

/** The JSON that the fixed template reads: the model with every optional field present and every printed form made. */
export function typstInput(document: OfficialDocument): Readonly<Record<string, unknown>> {
  const { signature, imprint } = document
  const dated = signature?.on ?? imprint?.issuedOn ?? document.madeOn
  return {
    layout: document.layout,
    letterhead: document.letterhead,
    title: document.title,
    date: dated === undefined ? null : dated.split('-').map(Number),
    documentNumber: document.documentNumber ?? null,
    body: [
      ...(document.addressee === undefined
        ? []
        : [{ kind: 'paragraph', content: [`${document.addressee}：`], placed: 'flush', keepWithNext: true }]),
      ...document.body.map((block) =>
        block.kind === 'items'
          ? { ...block, numbers: block.items.map((_, index) => itemNumber(block.numbering, index)) }
          : block,
      ),
    ],
    enclosures: document.enclosures ?? [],
    signature:
      signature === undefined ? null : { agencies: signature.agencies, written: writtenDay(signature.on) },
    note: document.note ?? null,
    imprint:
      imprint === undefined
        ? null
        : {
            copiesTo: imprint.copiesTo ?? null,
            issuedBy: imprint.issuedBy,
            written: writtenDay(imprint.issuedOn),
          },
  }
}

/** Everything printed, by the role of the face that prints it: what the coverage check looks at. */
export function printedText(document: OfficialDocument): Readonly<Record<FaceRole, string>> {
  const texts: Record<FaceRole, string> = {
    title: `${document.letterhead}${document.title.join('')}—0123456789`,
    heading: '',
    second: '',
    body: [
      document.documentNumber,
      document.addressee,
      ...(document.enclosures ?? []),
      ...(document.signature?.agencies ?? []),
      document.note,
      document.imprint?.copiesTo,
      document.imprint?.issuedBy,
      '附件：印发抄送年月日（）0123456789',
      maskText,
    ].join(''),
  }
  for (const block of document.body) {
    if (block.kind === 'heading' && block.level < 3)
      texts[block.level === 1 ? 'heading' : 'second'] += block.text
    else texts.body += blockText(block)
  }
  return texts
}

function blockText(block: WrittenBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.content)
    case 'heading':
      return block.text
    case 'items':
      return block.items.map((item, index) => itemNumber(block.numbering, index) + inlineText(item)).join('')
    case 'table':
      return (
        block.caption +
        block.rows
          .flat()
          .map((one) => inlineText(one.content))
          .join('')
      )
    case 'pageBreak':
      return ''
  }
}
