import { addDays, plainDay } from '../../src/law/calendar/plain-day.ts'
import {
  Acts,
  Button,
  Buttons,
  Choice,
  Course,
  DayRuler,
  ErrorSummary,
  Field,
  FileDrop,
  Notice,
  PageHead,
  PortalPage,
  problemOf,
  Section,
  Split,
  Stages,
  Tag,
  Tick,
  type Look,
  type RulerDay,
} from '../../src/platform/html/index.ts'
import { portalFrame, today, crumbs } from './frames.ts'

const day = plainDay

/** The working days of one invented case, with holidays, a pause and the make-up Saturday. */
function caseDays(): RulerDay[] {
  const rest = new Set([
    '05-01',
    '05-02',
    '05-03',
    '05-04',
    '05-05',
    '05-10',
    '05-16',
    '05-17',
    '05-23',
    '05-24',
    '05-30',
    '05-31',
  ])
  const paused = new Set(['05-07', '05-08', '05-09', '05-11'])
  return Array.from({ length: 37 }, (_, at): RulerDay => {
    const on = addDays(day('2026-04-27'), at)
    const short = on.slice(5)
    return { day: on, kind: rest.has(short) ? 'rest' : paused.has(short) ? 'paused' : 'working' }
  })
}

function ApplyPage({ frame }: { readonly frame: ReturnType<typeof portalFrame> }) {
  const problems = [
    { field: 'what', sentence: '写清您要的信息，不能只写“全部材料”' },
    { field: 'medium', sentence: '选择您希望的载体' },
  ]
  return (
    <PortalPage
      frame={frame}
      title="申请公开：要什么信息"
      hidden
      current="/requests"
      crumbs={crumbs('依申请公开', '填写申请')}
      islands={['file-drop']}
      problems={2}
    >
      <PageHead title="申请公开政府信息">
        向云汀市住房和城乡建设局申请。填到一半可以离开，写下的内容保留七天。
      </PageHead>
      <Stages
        stages={['您是谁', '要什么信息', '怎样给您', '核对并提交'].map((title) => ({ title }))}
        at={1}
      />
      <Split
        quiet
        asideName="说明"
        aside={
          <>
            <h2>提交以后</h2>
            <p>我们会先和您确认收到。从确认的第二天起，20个工作日内答复。</p>
            <h2>您的信息</h2>
            <p>
              只用来办这件申请。<a href="/privacy">我们怎样保护</a>
            </p>
          </>
        }
      >
        <form method="post" action="/requests/new" encType="multipart/form-data" noValidate>
          <ErrorSummary problems={problems} />
          <Field
            name="name"
            label="信息的名称或文号"
            optional
            hint="知道多少写多少，例如“云建函〔2025〕112号”。"
            value="老旧小区燃气管道更新改造年度计划"
          />
          <Field
            name="what"
            kind="lines"
            label="您要什么信息"
            hint="写清事情、地方和时间，我们才找得准。"
            error={problemOf(problems, 'what')}
            value="河洲区老旧小区燃气改造的全部材料"
            note="可以这样写：2023年至2025年河洲区老旧小区燃气管道更新改造项目的年度计划和验收结论。"
          />
          <Choice
            name="medium"
            label="用什么载体给您"
            error={problemOf(problems, 'medium')}
            options={[
              { value: 'file', label: '电子文件', hint: '在进度页下载，也可以发到邮箱' },
              { value: 'paper', label: '纸质文件' },
              { value: 'read', label: '到机关查阅' },
            ]}
          />
          <Field
            name="kind"
            kind="pick"
            label="申请人类别"
            short
            value="business"
            options={[
              { value: 'natural', label: '自然人' },
              { value: 'business', label: '商业企业' },
            ]}
          />
          <Tick name="agree" label="我写的都是真的" hint="用来核对身份，不公开" />
          <FileDrop
            name="file"
            label="附件，选填：把文件拖到这里，或者从电脑里选"
            hint="PDF、图片或 Word，每个不超过 20 MB。"
            multiple
            largest={20_000_000}
          />
          <Buttons>
            <Button>保存并继续</Button>
            <a href="/requests/new?step=1">上一步</a>
          </Buttons>
        </form>
      </Split>
    </PortalPage>
  )
}

/** Pages of an applicant: applying with mistakes in the form, and following a case. */
export function requestPages(look: Look) {
  const frame = (path: string) => portalFrame(path, look)
  return {
    apply: <ApplyPage frame={frame('/requests/new')} />,
    track: (
      <PortalPage
        frame={frame('/requests/track')}
        title="申请进度"
        hidden
        current="/requests"
        crumbs={crumbs('依申请公开', '查申请进度')}
      >
        <PageHead kind="申请编号 YT-2026-0127" title="河洲区老旧小区燃气管道更新改造计划和验收结论">
          云汀市住房和城乡建设局办理　<Tag kind="wait">正在办理</Tag>
        </PageHead>
        <section class="answer-by" aria-labelledby="by">
          <div>
            <h2 id="by">
              最迟 <b>6月2日</b> 答复您
            </h2>
            <p>还有15个工作日。办好了会发短信到尾号 4471 的手机。</p>
          </div>
          <div>
            <DayRuler
              days={caseDays()}
              today={today}
              dueOn={day('2026-06-02')}
              says="从4月28日起数20个工作日，到6月2日。5月1日至5日放假，5月7日至11日停算4个工作日。今天是第5个工作日。"
            />
          </div>
        </section>
        <Section title="为什么是这一天" note="每一步都有依据。日期随事情变动，不由人改">
          <Course
            steps={[
              {
                on: day('2026-04-17'),
                title: '收到申请',
                says: '您4月16日在网上提交，第二天电话确认。',
                basis: '《条例》第三十一条第三项',
              },
              {
                on: day('2026-05-06'),
                when: '5月6日至5月11日',
                title: '征求第三方意见，停算4个工作日',
                basis: '第三十二条',
                state: 'pause',
              },
              { on: today, when: '今天', title: '正在办理', says: '已用5个工作日，还有15个。', state: 'now' },
              { on: day('2026-06-02'), title: '最迟答复', state: 'next' },
            ]}
          />
        </Section>
        <Section title="您现在可以">
          <Acts
            acts={[
              { title: '补充材料', href: '/a', says: '不影响期限。' },
              { title: '撤回申请', post: '/b', says: '撤回后本件结束，以后可以再申请。' },
              { title: '申请复议', says: '还没有答复。收到答复或者过了6月2日仍没有答复，就可以申请。' },
            ]}
          />
          <Notice title="到期没有收到答复，或者不同意答复">
            可以在60日内申请行政复议；多数情形也可以在6个月内直接起诉。
          </Notice>
        </Section>
      </PortalPage>
    ),
  }
}
