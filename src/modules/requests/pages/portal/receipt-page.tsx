import {
  Button,
  ButtonLink,
  FactsList,
  PageHead,
  PortalPage,
  Section,
  When,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import type { RequestKind } from '../../model.ts'
import { requestKindWords } from '../../words.ts'

export interface ReceiptProps {
  readonly frame: PortalFrame
  readonly agencyName: string
  readonly kind: RequestKind
  readonly number: string
  readonly queryCode: string
  readonly submittedOn: PlainDay
  readonly content: string
  readonly pdfAt: string
  /** How to ask when nobody calls. */
  readonly phone: string
}

/** The receipt (law.md 4.7 D03): number and query code, on paper or as a file; shown again only for half an hour. */
export function ReceiptPage(props: ReceiptProps) {
  const { frame, agencyName, kind, number, queryCode, submittedOn, content, pdfAt, phone } = props
  return (
    <PortalPage
      frame={frame}
      title={`申请已经提交：${number}`}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '接收回执' },
      ]}
      hidden
    >
      <PageHead title="申请已经提交" kind={requestKindWords[kind]}>
        {agencyName}，<When day={submittedOn} />
      </PageHead>
      <section class="answer-by receipt" aria-labelledby="number">
        <div>
          <h2 id="number">申请编号</h2>
          <p class="big-code num">{number}</p>
        </div>
        <div>
          <h2>查询码</h2>
          <p class="big-code num">{queryCode}</p>
        </div>
        <p class="receipt-hint">
          查进度、下载答复、补正都要用它们。抄下来、拍照、打印或者存成文件都行。这一页30分钟后就打不开了，查询码不再显示；遗失的，带身份证明到机关查询。
        </p>
      </section>
      <div class="btns">
        <ButtonLink href={pdfAt} download>
          下载接收回执（PDF）
        </ButtonLink>
        <form method="post" action="/requests/track">
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="code" value={queryCode} />
          <Button look="line">看申请进度</Button>
        </form>
      </div>
      <Section title="接下来">
        <ol class="course">
          <li class="is-now">
            <b>我们和您确认收到</b>
            <p>工作人员会按您留的方式联系您。双方确认的那一天，就是收到申请之日。</p>
            <p class="course-law">条例第三十一条第三项</p>
          </li>
          <li class="is-next">
            <b>内容不清楚的，请您补正一次</b>
            <p>收到之日起7个工作日内一次告诉您补什么。补好以后，重新起算。</p>
            <p class="course-law">条例第三十条</p>
          </li>
          <li class="is-next">
            <b>答复</b>
            <p>能当场答复的当场答复；不能的，20个工作日内。需要延长的，最多再延20个工作日，会告诉您。</p>
            <p class="course-law">条例第三十三条</p>
          </li>
        </ol>
        {phone !== '' && (
          <p class="note">
            几天没有人联系您，请打 <span class="num">{phone}</span>，报申请编号。
          </p>
        )}
      </Section>
      <Section title="您提交的内容">
        <FactsList facts={[{ name: '内容', value: <span class="as-typed">{content}</span> }]} />
      </Section>
    </PortalPage>
  )
}
