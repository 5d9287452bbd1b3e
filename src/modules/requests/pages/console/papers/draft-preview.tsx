import { Empty, Notice } from '../../../../../platform/html/index.ts'
import type { LetterPreview } from '../../../store/letter-preview.ts'
import { LetterView } from '../../letter-view.tsx'

/** The letter as it reads now, and what is still open in it. */
export function DraftPreview({ preview }: { readonly preview: LetterPreview }) {
  const { document, missing } = preview
  return (
    <section class="panel">
      <h2>文书现在的样子</h2>
      {missing.length > 0 && (
        <Notice kind="plain">
          <ul class="missing">
            {missing.map(({ field, sentence }) => (
              <li key={field + sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {document === null ? (
        <Empty says="还看不到">选好上面列的几项，文书就显示在这里。</Empty>
      ) : (
        <LetterView document={document} />
      )}
      <p class="note">屏幕上不显示申请人的全名，发出的文书上有。</p>
    </section>
  )
}
