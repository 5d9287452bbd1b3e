import { outcomeWords } from '../../../../law/outcomes/words.ts'
import { Panel, Tag, When } from '../../../../platform/html/index.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import type { SimilarRequest } from '../../queries/similar-requests.ts'
import { caseAt } from './addresses.ts'

export const linkKindWords: Readonly<Record<string, string>> = {
  repeats: '重复申请',
  sameInformation: '要同一信息',
  related: '有关联',
  split: '拆分',
}

/** Cases that look alike: shown to a person, never decided by the machine. */
export function SimilarList({ similar }: { readonly similar: readonly SimilarRequest[] }) {
  return (
    <ul class="acts">
      {similar.map((one) => (
        <li key={one.requestId}>
          <a href={caseAt(one.requestId)}>{one.number}</a>{' '}
          {one.isSameApplicant && <Tag kind="warn">同一申请人</Tag>}
          <p>{[...one.content].slice(0, 60).join('')}</p>
          <p class="note">
            相近{Math.round(one.likeness * 100)}%
            {one.receivedOn && (
              <>
                ，<When day={one.receivedOn} as="list" />
                收到
              </>
            )}
            {one.outcome && `，${outcomeWords[one.outcome]}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Cases noted as belonging together, and those that look alike. */
export function LinksPanel({
  file,
  similar,
}: {
  readonly file: CaseFileView
  readonly similar: readonly SimilarRequest[]
}) {
  const linked = new Set(file.links.map(({ otherId }) => otherId))
  const others = similar.filter(({ requestId }) => !linked.has(requestId))
  return (
    <>
      {file.links.length > 0 && (
        <Panel title="关联的申请">
          <ul class="acts">
            {file.links.map(({ otherId, number, kind, note }) => (
              <li key={otherId + kind}>
                <a href={caseAt(otherId)}>{number}</a> {linkKindWords[kind] ?? kind}
                {note && <p>{note}</p>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {others.length > 0 && (
        <Panel title="相近的申请">
          <SimilarList similar={others} />
          <p class="note">文字相近不等于重复，由经办人判断。</p>
        </Panel>
      )}
    </>
  )
}
