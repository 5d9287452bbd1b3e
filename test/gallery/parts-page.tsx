import {
  Button,
  Buttons,
  Due,
  Empty,
  Notice,
  PageHead,
  PortalPage,
  Progress,
  Section,
  Tag,
  type Look,
} from '../../src/platform/html/index.ts'
import { portalFrame, today, crumbs } from './frames.ts'
import { plainDay } from '../../src/law/calendar/plain-day.ts'

const day = plainDay

/** Each part of the design system once. */
export function partsPage(look: Look) {
  const frame = (path: string) => portalFrame(path, look)
  return {
    parts: (
      <PortalPage frame={frame('/parts')} title="部件" crumbs={crumbs('部件')}>
        <PageHead title="部件">每一种部件各放一个，改样式时先看这一页。</PageHead>
        <Section title="状态">
          <p>
            <Tag kind="good">现行有效</Tag> <Tag kind="warn">已修改</Tag> <Tag kind="bad">错误</Tag>{' '}
            <Tag kind="wait">等申请人</Tag> <Tag kind="info">提示</Tag> <Tag kind="void">已废止</Tag>{' '}
            <Tag>办理中</Tag>
          </p>
          <p>
            <Due state="plain" says="剩 15 日" on={day('2026-06-02')} />{' '}
            <Due state="soon" says="剩 2 日" on={day('2026-05-14')} />{' '}
            <Due state="today" says="今天到期" on={today} />{' '}
            <Due state="over" says="逾期1日" on={day('2026-05-11')} />{' '}
            <Due state="paused" says="等补正" on={day('2026-05-20')} before="至" />{' '}
            <Due state="met" says="已答复" on={day('2026-05-08')} />
          </p>
          <Notice kind="good" title="已经保存">
            今天9:02，林若溪。
          </Notice>
          <Notice kind="warn">日历还没有公布，日期是暂定的。</Notice>
          <Notice kind="bad" title="没有发出去">
            邮箱退信。请改用邮寄。
          </Notice>
          <Progress name="望岚县应急局2025.docx" says="已读完，0.8 秒" value={1} max={1} />
          <Empty says="还没有">收到复议或应诉通知后，在这里登记。</Empty>
        </Section>
        <Section title="按钮">
          <Buttons>
            <Button>保存并继续</Button>
            <Button look="seal">签发</Button>
            <Button look="line">退回修改</Button>
            <Button refused>再次要求补正</Button>
            <a href="/x">上一步</a>
          </Buttons>
        </Section>
      </PortalPage>
    ),
  }
}
