import {
  Button,
  ErrorSummary,
  Field,
  Notice,
  PageHead,
  PortalPage,
  problemOf,
  Split,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'

interface TrackFormProps {
  readonly frame: PortalFrame
  readonly number: string
  readonly problems?: readonly FieldProblem[]
  readonly isOver?: boolean
}

/** Number and query code. The code is never shown again and never in an address. */
export function TrackForm({ frame, number, problems, isOver }: TrackFormProps) {
  return (
    <PortalPage
      frame={frame}
      title="查申请进度"
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '查申请进度' },
      ]}
      problems={problems?.length}
      hidden
    >
      <PageHead title="查申请进度">到哪一步、哪天答复、为什么；补正、缴费、下载答复，也在这里。</PageHead>
      {isOver && (
        <Notice kind="plain" announce>
          查询已经结束。要再看，重新输入申请编号和查询码。
        </Notice>
      )}
      <Split
        quiet
        asideName="说明"
        aside={
          <>
            <h2>编号和查询码在哪里</h2>
            <p>在接收回执上：提交以后显示的那一页，或者当面、寄信申请时交给您的回执。</p>
            <h2>找不到了</h2>
            <p>
              带身份证明到受理的机关，核对以后换一个新的查询码。不方便去的，先打电话问怎么办，号码在
              <a href="/agencies">机关目录</a>里。为了安全，电话里不报查询码。
            </p>
          </>
        }
      >
        <ErrorSummary problems={problems} />
        <form method="post" action="/requests/track" novalidate>
          <Field
            name="number"
            label="申请编号"
            hint="例如 2026-0127。"
            value={number}
            error={problemOf(problems, 'number')}
            autocomplete="off"
            spellcheck={false}
            maxLength={30}
            short
          />
          <Field
            name="code"
            label="查询码"
            hint="12个字母和数字，大小写、短横线都可以不管。"
            error={problemOf(problems, 'code')}
            autocomplete="off"
            spellcheck={false}
            maxLength={30}
            short
          />
          <p class="btns">
            <Button>查进度</Button>
          </p>
        </form>
      </Split>
    </PortalPage>
  )
}
