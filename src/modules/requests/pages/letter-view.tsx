import {
  inlineText,
  itemNumber,
  maskText,
  writtenDay,
  type Inline,
  type OfficialDocument,
  type WrittenBlock,
  type WrittenTable,
} from '../../../documents/write/model.ts'

/**
 * A letter on a page that has its own head: the same words as its PDF, in the office's face. Its headings come after the page's own,
 * so they begin at the third level.
 */
export function LetterView({ document }: { readonly document: OfficialDocument }) {
  const { signature, note, addressee, enclosures = [] } = document
  return (
    <article class="letter-sheet prose official" lang="zh-CN">
      {document.layout !== 'plain' && <p class="letter-head">{document.letterhead}</p>}
      {document.documentNumber && <p class="letter-number">{document.documentNumber}</p>}
      <p class="official-title">{document.title.join('')}</p>
      {addressee && <p class="is-flush">{addressee}：</p>}
      {document.body.map((block) => (
        <Block block={block} />
      ))}
      {enclosures.map((name, index) => (
        <p>
          {index === 0 ? '附件：' : '　　　'}
          {enclosures.length > 1 ? `${index + 1}. ` : ''}
          {name}
        </p>
      ))}
      {signature && (
        <p class="is-sign">
          {signature.agencies.map((agency) => (
            <>
              {agency}
              <br />
            </>
          ))}
          {writtenDay(signature.on)}
        </p>
      )}
      {note && <p class="letter-note">（{note}）</p>}
    </article>
  )
}

function Block({ block }: { readonly block: WrittenBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.placed === 'flush' ? 'is-flush' : undefined}>
          <Run content={block.content} />
        </p>
      )
    case 'heading':
      return (
        <p>
          <b>{block.text}</b>
        </p>
      )
    case 'items':
      return (
        <>
          {block.items.map((item, index) => (
            <p>
              {itemNumber(block.numbering, index)}
              <Run content={item} />
            </p>
          ))}
        </>
      )
    case 'table':
      return <LetterTable table={block} />
    case 'pageBreak':
      return null
  }
}

function LetterTable({ table }: { readonly table: WrittenTable }) {
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={table.caption}>
      <table class="form-table form-table-center">
        <caption class="sr">{table.caption}</caption>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((one) =>
                one.header ? (
                  <th scope="col" colSpan={one.colspan} rowSpan={one.rowspan}>
                    {inlineText(one.content)}
                  </th>
                ) : (
                  <td colSpan={one.colspan} rowSpan={one.rowspan}>
                    <Run content={one.content} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Run({ content }: { readonly content: readonly Inline[] }) {
  return (
    <>
      {content.map((part) => {
        if (typeof part === 'string') return <Open text={part} />
        if ('mask' in part) return <span aria-label="此处不予公开">{maskText}</span>
        return part.bold ? <b>{part.text}</b> : <Open text={part.text} />
      })}
    </>
  )
}

/** Blanks that are still open stand out. */
function Open({ text }: { readonly text: string }) {
  const parts = text.split(/(〔[^〔〕\d]{2,}〕)/)
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <mark class="is-open">{part}</mark>
        ) : (
          part.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))
        ),
      )}
    </>
  )
}
