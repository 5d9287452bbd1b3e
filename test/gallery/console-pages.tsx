import { plainDay } from '../../src/law/calendar/plain-day.ts'
import { AgencySwitchPage } from '../../src/apps/console/pages/agency-switch-page.tsx'
import { JournalPage } from '../../src/apps/console/pages/journal-page.tsx'
import { ToDoPage } from '../../src/apps/console/pages/to-do-page.tsx'
import { JudgementView } from '../../src/modules/report-audit/pages/judgement-view.tsx'
import {
  Acts,
  BarChart,
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  Dialog,
  DoorPage,
  Due,
  dueInWords,
  dueState,
  ErrorSummary,
  FactsList,
  Field,
  Filters,
  FilterField,
  LiveRegion,
  PageHead,
  Pager,
  Panel,
  Progress,
  Split,
  Table,
  Tabs,
  Tag,
  WorkHead,
  type Column,
  type Look,
} from '../../src/platform/html/index.ts'
import { consoleFrame } from './frames.ts'
import { faultyReport, findings } from './report.ts'

interface CaseRow {
  readonly no: string
  readonly title: string
  readonly who: string
  readonly kind: string
  readonly step: string
  readonly left: number
  readonly due: string
}

const cases: readonly CaseRow[] = [
  [
    '0093',
    '2024年至2025年石渡区保障性住房分配名单和分配办法',
    '赵一鸣',
    '自然人',
    '等复审',
    -1,
    '2026-05-11',
  ],
  [
    '0096',
    '镜湖路人行道改造工程招标文件、中标通知书',
    '云汀市致和律师事务所',
    '法律服务机构',
    '待寄出',
    0,
    '2026-05-12',
  ],
  ['0101', '云建函〔2025〕88号', '方砚秋', '自然人', '办理中', 2, '2026-05-14'],
  [
    '0127',
    '2023年至2025年河洲区老旧小区燃气管道更新改造项目的年度计划和验收结论',
    '许望舒',
    '自然人',
    '办理中',
    15,
    '2026-06-02',
  ],
].map(([no, title, who, kind, step, left, due]) => ({ no, title, who, kind, step, left, due }) as CaseRow)

const columns: readonly Column<CaseRow>[] = [
  { title: '编号', kind: 'short', cell: ({ no }) => <a href={`/console/requests/${no}`}>{no}</a> },
  {
    title: '要的信息',
    kind: 'title',
    cell: ({ no, title }) => (
      <a class="row-title" href={`/console/requests/${no}`}>
        {title}
      </a>
    ),
  },
  {
    title: '申请人',
    cell: ({ who, kind }) => (
      <>
        {who}
        <span class="note sub">{kind}</span>
      </>
    ),
  },
  { title: '环节', cell: ({ step }) => <Tag kind="wait">{step}</Tag> },
  {
    title: '期限',
    sort: { href: '?sort=due', now: 'ascending' },
    cell: ({ left, due }) => (
      <Due state={dueState(left, left < 0)} says={dueInWords(left, left < 0)} on={plainDay(due)} />
    ),
  },
]

/** Every console page and part with invented matter; name to drawing. */
export function consolePages(look: Look) {
  const frame = (path: string) => consoleFrame(path, look)
  const now = new Date('2026-05-12T01:10:00Z')
  return {
    'console-home': (
      <ToDoPage
        frame={frame('/console')}
        now={now}
        toDos={[
          {
            title: '石渡区保障性住房分配名单和分配办法',
            href: '/c/1',
            dueOn: '2026-05-11',
            urgency: 'overdue',
            dueSays: '逾期1日',
            why: '答复书在复审，陈知远今天9:02已看。',
          },
          {
            title: '镜湖路人行道改造工程招标文件',
            href: '/c/2',
            dueOn: '2026-05-12',
            urgency: 'today',
            dueSays: '今天到期',
            why: '答复书已签发，请在17:30前交邮，以邮戳为准。',
          },
          {
            title: '云建函〔2025〕88号',
            href: '/c/3',
            dueOn: '2026-05-14',
            urgency: 'soon',
            dueSays: '剩 2 日',
            why: '燃气科已提供，等您拟答复。',
          },
          { title: '四月情况报告', href: '/c/4', dueOn: null, urgency: 'later' },
          {
            title: '房屋维修资金使用明细',
            href: '/c/5',
            dueOn: '2026-05-20',
            urgency: 'later',
            waiting: true,
            dueSays: '等补正',
            why: '4月29日发出补正告知书，还没有回复。',
          },
        ]}
        figures={[
          { name: '收到申请', value: 127, href: '/f/1' },
          { name: '已答复', value: 104, href: '/f/2' },
          { name: '平均用时，工作日', value: '12.3' },
          { name: '逾期', value: 1, href: '/f/3', bad: true },
        ]}
        facts={[
          { name: '今年发布', value: '312件' },
          { name: '待审', value: '4件' },
        ]}
      />
    ),
    'console-home-empty': <ToDoPage frame={frame('/console')} now={now} toDos={[]} />,
    'console-inbox': (
      <ConsolePage frame={frame('/console/requests')} title="申请" current="/console/requests">
        <WorkHead
          title="申请"
          acts={
            <ButtonLink href="/console/requests/new" icon="add">
              登记来件
            </ButtonLink>
          }
        >
          正在办理23件。最急的排在前面。
        </WorkHead>
        <Tabs
          name="申请的种类"
          tabs={[
            { title: '在办', href: '?', count: 23, chosen: true },
            { title: '三日内到期', href: '?v=soon', count: 3 },
            { title: '已答复', href: '?v=done', count: 104 },
          ]}
        />
        <Filters action="/console/requests">
          <FilterField name="q" label="编号、申请人或内容" kind="search" />
          <FilterField
            name="by"
            label="经办人"
            value=""
            options={[
              { value: '', label: '全部' },
              { value: '1', label: '林若溪' },
            ]}
          />
        </Filters>
        <Table caption="在办的申请" columns={columns} rows={cases} stack />
        <Pager page={1} perPage={8} total={23} href={(page) => `?page=${page}`} />
      </ConsolePage>
    ),
    'console-case': (
      <ConsolePage
        frame={frame('/console/requests/0127')}
        title="YT-2026-0127"
        current="/console/requests"
        crumbs={[{ title: '申请', href: '/console/requests' }, { title: 'YT-2026-0127' }]}
        islands={['dialog-door', 'live-region']}
      >
        <WorkHead title="河洲区老旧小区燃气管道更新改造计划和验收结论">
          许望舒，自然人，网上申请　<Tag>拟答复</Tag>
        </WorkHead>
        <Split
          asideName="案件信息"
          aside={
            <>
              <Panel title="申请人">
                <FactsList
                  facts={[
                    { name: '姓名', value: '许望舒' },
                    { name: '载体', value: '电子文件' },
                  ]}
                />
              </Panel>
              <Panel title="每月收到申请">
                <BarChart
                  name="每月收到申请"
                  unit="件"
                  bars={[19, 22, 31, 40, 15].map((value, at) => ({
                    label: `${at + 1}月`,
                    value,
                    isNow: at === 4,
                  }))}
                />
              </Panel>
            </>
          }
        >
          <Panel title="现在可以做">
            <Acts
              acts={[
                { title: '拟答复', href: '/a', look: 'ink', says: '科室意见和第三方意见都已收到。' },
                { title: '延长答复期限', href: '#extend', says: '最多延20个工作日，到7月1日。' },
                { title: '再次要求补正', says: '4月22日已补正过一次。补正只能一次性告知（第三十条）。' },
              ]}
            />
          </Panel>
          <Panel title="正在生成答复书">
            <LiveRegion src="/part" again="/console/requests/0127">
              <Progress name="答复书.pdf" says="排版中" value={1} max={3} />
            </LiveRegion>
          </Panel>
        </Split>
        <Dialog
          id="extend"
          title="延长答复期限"
          leave="不延了"
          form={{ action: '/console/requests/0127/extend', buttons: <Button>送负责人批准</Button> }}
        >
          <p>
            延到 <b>7月1日</b>（再加20个工作日）。只能延一次，会通知申请人。
          </p>
          <Field name="days" label="延几个工作日" inputMode="numeric" value="20" short />
          <Field name="why" label="理由" hint="写进告知书，申请人会看到。" kind="lines" />
        </Dialog>
      </ConsolePage>
    ),
    'console-judge': (
      <ConsolePage frame={frame('/console/audit/1')} title="报告检查" current="/console/audit">
        <WorkHead title="望岚县应急管理局2025年度" />
        <JudgementView
          report={faultyReport}
          findings={findings}
          triage={{
            of: (finding) =>
              finding.code === 'wording.lawTitle'
                ? { verdict: 'dismissed', reason: '引用的是地方文件', by: '陆清和' }
                : undefined,
            action: (finding) => `/console/audit/1/triage/${finding.code}`,
          }}
        />
      </ConsolePage>
    ),
    journal: (
      <JournalPage
        frame={{ ...frame('/console/journal'), person: { name: '程静姝', role: '审计管理员' } }}
        action="/console/journal"
        filter={{ agency: '', verb: '', who: '', from: '2026-05-01', to: '2026-05-12' }}
        agencies={[{ value: '1', label: '云汀市住房和城乡建设局' }]}
        verbs={[{ value: 'extend-deadline', label: '延长答复期限' }]}
        lines={[1, 2, 3].map((at) => ({
          number: 4812 - at,
          at: new Date(`2026-05-12T0${3 - at}:12:00Z`),
          who: at === 2 ? '系统' : '林若溪',
          agencyName: '云汀市住房和城乡建设局',
          did: at === 2 ? '提醒将到期的申请' : '延长答复期限',
          verb: at === 2 ? 'remind-due' : 'extend-deadline',
          subject: 'YT-2026-0127',
          subjectHref: '/console/requests/0127',
          basis: at === 2 ? null : '《条例》第三十三条',
          detail: at === 2 ? '剩3个工作日' : '6月2日延到7月1日',
        }))}
        page={1}
        perPage={50}
        total={4812}
        pageHref={(page) => `?page=${page}`}
        csvHref="/console/journal.csv"
        verifyAction="/console/journal/verify"
        verified={{ at: now, lines: 4812, brokenAt: null }}
      />
    ),
    'agency-switch': (
      <AgencySwitchPage
        frame={frame('/console/agency-switch')}
        action="/console/agency-switch"
        choices={[
          {
            agencyId: '1',
            name: '云汀市住房和城乡建设局',
            roles: ['经办人', '初审'],
            isCurrent: true,
            waiting: 7,
          },
          { agencyId: '2', name: '云汀市人民政府办公室', roles: ['督查人员'], isCurrent: false, waiting: 2 },
        ]}
      />
    ),
    'sign-in': (
      <DoorPage
        frame={{
          ...frame('/console/sign-in'),
          person: null,
          nav: [],
          mayAgencySwitch: false,
          agencyName: null,
        }}
        title="登录"
        problems={1}
      >
        <PageHead title="登录公开工作台" />
        <ErrorSummary
          problems={[{ field: 'loginName', sentence: '用户名或密码不对' }]}
          title="没有登录成功"
        />
        <form method="post" action="/console/sign-in">
          <Field name="loginName" label="用户名" autocomplete="username" required />
          <Field name="password" label="密码" kind="password" autocomplete="current-password" required />
          <Buttons>
            <Button>登录</Button>
          </Buttons>
        </form>
        <p class="door-or">或者</p>
        <ButtonLink href="/sso" look="line">
          用统一身份认证登录
        </ButtonLink>
      </DoorPage>
    ),
  }
}
