import { Refusal, Invalid, type RefusalKind } from '../refusals.ts'
import { ButtonLink, Buttons } from './actions.tsx'
import { PageHead } from './section.tsx'
import type { LinkTo } from './page-facts.ts'

/** What a page says when the answer is no: a title and, where the reasons do not say enough, a sentence. */
const words: Readonly<Record<RefusalKind, { readonly title: string; readonly status: number }>> = {
  invalid: { title: '还差一点', status: 422 },
  refused: { title: '现在不能这样办', status: 409 },
  forbidden: { title: '您没有这项权限', status: 403 },
  notFound: { title: '没有找到', status: 404 },
  stale: { title: '刚才有人改过', status: 412 },
  unreadable: { title: '这份文件读不出来', status: 422 },
  unavailable: { title: '暂时做不了', status: 503 },
}

/** The HTTP status a refusal is answered with. */
export function refusalStatus(refusal: Refusal): number {
  return words[refusal.kind].status
}

/** The title of the page that says no. */
export function refusalTitle(refusal: Refusal): string {
  return words[refusal.kind].title
}

/** All reasons at once, each with its article and what would help. */
export function RefusalBody({
  refusal,
  ways,
}: {
  readonly refusal: Refusal
  readonly ways: readonly LinkTo[]
}) {
  const reasons =
    refusal instanceof Invalid
      ? refusal.fields.map(({ sentence }) => ({ sentence, basis: undefined, help: undefined }))
      : refusal.reasons
  return (
    <>
      <PageHead title={refusalTitle(refusal)} />
      <div class="reasons">
        {reasons.map(({ sentence, basis, help }) => (
          <div key={sentence} class="reason">
            <p>
              {sentence}
              {basis && <span class="note">（{basis}）</span>}
            </p>
            {help && <p class="quiet">{help}</p>}
          </div>
        ))}
        <Ways ways={ways} />
      </div>
    </>
  )
}

interface FailureBodyProps {
  /** Short number the log knows, e.g. 7F3A. */
  readonly reference: string
  readonly ways: readonly LinkTo[]
}

/** Our own fault, said so, with the number that finds it in the log. */
export function FailureBody({ reference, ways }: FailureBodyProps) {
  return (
    <>
      <PageHead title="这一步没有做成" />
      <div class="reasons">
        <p>
          是我们的问题，不是您的操作。编号 <b class="num">{reference}</b>
          ，可以再试一次；还不行，把编号告诉我们。
        </p>
        <Ways ways={ways} />
      </div>
    </>
  )
}

function Ways({ ways }: { readonly ways: readonly LinkTo[] }) {
  const [first, ...others] = ways
  if (!first) return null
  return (
    <Buttons>
      <ButtonLink href={first.href}>{first.title}</ButtonLink>
      {others.map(({ title, href }) => (
        <a key={href} href={href}>
          {title}
        </a>
      ))}
    </Buttons>
  )
}
