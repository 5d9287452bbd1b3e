import { Empty, Notice } from '../../../../../platform/html/index.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import type { LetterId } from '../../../letters/template.ts'
import { tellsApplicant } from '../../../rules/intake-records.ts'
import type { LetterPreview } from '../../../store/letter-preview.ts'
import { LetterView } from '../../letter-view.tsx'

/** The letter as it reads now, and what is still open in it. */
export function DraftPreview({
  preview,
  letter,
}: {
  readonly preview: LetterPreview
  readonly letter: LetterId
}) {
  const { document, missing } = preview
  const tells = letterTemplate(letter).reader === 'applicant' || tellsApplicant(letter)
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
      <p class="note">{tells ? '屏幕上不显示申请人的全名，发出的文书上有。' : '这份文书不写申请人是谁。'}</p>
    </section>
  )
}
