import { basisWords } from '../../basis-words.ts'
import type { Rule } from '../../../../law/report-checks/index.ts'
import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  FileDrop,
  LiveRegion,
  Notice,
  PageHead,
  PortalPage,
  problemOf,
  Progress,
  Section,
  Table,
  Tag,
  when,
  clockTime,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import { megabytesInWords, submissionLimits } from '../../rules/submission.ts'
import type { Check, CheckEntry } from '../../store/checks.ts'
import { besideInWords } from '../beside-in-words.ts'
import { CheckList, isFinished, progressInWords, readCount } from '../check-list.tsx'
import { JudgementView } from '../judgement-view.tsx'

export const judgeHome = '/judge'
const home = { title: '首页', href: '/' }
const here = { title: '报告检查', href: judgeHome }
const limits = submissionLimits.page

/** Types one may choose in the file window; what a file truly is, its bytes say. */
export const acceptedTypes =
  '.html,.htm,.mht,.docx,.doc,.wps,.pdf,.ofd,.xlsx,.xls,.et,.rtf,.txt,.md,.zip,.png,.jpg,.jpeg,.webp,.bmp,.gif'

interface JudgePageProps {
  readonly frame: PortalFrame
  /** Drawn into the form: sending it twice makes one batch. */
  readonly once: string
  readonly problems?: readonly FieldProblem[]
  /** The outcome of what was just done. */
  readonly said?: string
}

/** Where anyone drops reports to have them judged. */
export function JudgePage({ frame, once, problems, said }: JudgePageProps) {
  return (
    <PortalPage
      frame={frame}
      title="检查年度报告"
      current={judgeHome}
      crumbs={[home, { title: '报告检查' }]}
      islands={['file-drop']}
      problems={problems?.length}
    >
      <PageHead title="检查一份年度报告">
        上传任何机关的政府信息公开工作年度报告，看数字是否对得上、文字有没有错。
      </PageHead>
      {said && <Notice kind="good" announce title={said} />}
      <ErrorSummary problems={problems} title="这些文件没有收下" />
      <form class="judge-drop" method="post" action={judgeHome} encType="multipart/form-data">
        <input type="hidden" name="once" value={once} />
        <FileDrop
          name="reports"
          label="把报告拖到这里，或者从电脑里选"
          hint={`网页、Word、WPS、PDF、OFD、表格或纯文本，也可以是压缩包；扫描件和图片由程序识别，数字均需核对。可以多选，一次${limits.files}份以内，每份不超过${megabytesInWords(limits.fileBytes)}。上年的报告一起放进来，就能查结转。`}
          error={problemOf(problems, 'reports')}
          multiple
          accept={acceptedTypes}
          largest={limits.fileBytes}
        />
        <Buttons>
          <Button>开始检查</Button>
        </Buttons>
      </form>
      <Section title="查什么">
        <div class="prose">
          <p>
            三张法定表的加减和结转，正文说的数和表里的数，上下年能不能接上，六个部分齐不齐，有没有沿用别的机关或者上一年的文字，有没有不该公开的个人信息。每一处都指到原文。读不准的会照实说，不替报告猜数。
          </p>
          <p>
            <a href={`${judgeHome}/rules`}>看全部检查项和依据</a>
          </p>
        </div>
      </Section>
      <Section title="您的文件">
        <div class="prose">
          <p>
            {`文件读完就删，只留读出的文字和检查结果，保留${limits.keptDays}天，到期自动删除，您也可以随时删。结果只有知道地址的人能打开，地址由系统随机生成，不会出现在搜索里。`}
          </p>
          <p>
            要用程序成批检查，可以用<a href="/api/docs">接口</a>
            ；不方便上传的，可以在自己的电脑上用命令行检查，什么都不用传。
          </p>
        </div>
      </Section>
    </PortalPage>
  )
}

/** The part of a batch's page that is drawn anew while the files are read. */
export function BatchProgress({
  base,
  checks,
}: {
  readonly base: string
  readonly checks: readonly CheckEntry[]
}) {
  return (
    <>
      <Progress
        name={progressInWords(checks)}
        says={checks.every(({ isSettled }) => isSettled) ? '' : '不用等在这里，结果会留着'}
        value={readCount(checks)}
        max={Math.max(1, checks.length)}
      />
      <CheckList checks={checks} hrefOf={({ number }) => `${base}/${number}`} />
    </>
  )
}

interface BatchPageProps {
  readonly frame: PortalFrame
  readonly base: string
  readonly expiresAt: Date
  readonly checks: readonly CheckEntry[]
}

/** 2026年12月2日12:00 */
function momentInWords(at: Date): string {
  return `${when(beijingDay(at))}${clockTime(at)}`
}

function Keeping({ base, expiresAt }: { readonly base: string; readonly expiresAt: Date }) {
  return (
    <Section title="保留和删除">
      <p>
        这个地址保留到{momentInWords(expiresAt)}，之后结果自动删除。要再看，请把地址存好；不要发给不相干的人。
      </p>
      <form method="post" action={`${base}/discard`}>
        <Buttons>
          <Button look="line">现在就删除</Button>
        </Buttons>
      </form>
    </Section>
  )
}

/** The files that were dropped together and how far each is. */
export function BatchPage({ frame, base, expiresAt, checks }: BatchPageProps) {
  const finished = isFinished(checks)
  const title = finished ? `${checks.length}份报告的检查结果` : '正在检查'
  return (
    <PortalPage
      frame={frame}
      title={title}
      current={judgeHome}
      crumbs={[home, here, { title: '检查结果' }]}
      islands={finished ? [] : ['live-region']}
      hidden
    >
      <PageHead title={title} />
      {finished ? (
        <CheckList checks={checks} hrefOf={({ number }) => `${base}/${number}`} />
      ) : (
        <LiveRegion src={`${base}/progress`} again={base} every={1}>
          <BatchProgress base={base} checks={checks} />
        </LiveRegion>
      )}
      <Keeping base={base} expiresAt={expiresAt} />
    </PortalPage>
  )
}

interface CheckPageProps {
  readonly frame: PortalFrame
  readonly base: string
  readonly expiresAt: Date
  readonly check: Check
  /** How many files the batch has: with more than one there is a list to go back to. */
  readonly together: number
}

/** One report judged: verdict, findings beside the text, tables as read. */
export function CheckPage({ frame, base, expiresAt, check, together }: CheckPageProps) {
  const { recovered } = check
  const address = `${base}/${check.number}`
  const title = recovered?.agency
    ? `${recovered.agency}${recovered.year === null ? '' : `${recovered.year}年度`}`
    : check.fileName
  return (
    <PortalPage
      frame={frame}
      title={`检查结果：${title}`}
      current={judgeHome}
      crumbs={[home, here, ...(together > 1 ? [{ title: '这一批', href: base }] : []), { title }]}
      hidden
    >
      <PageHead title={title}>{`检查结果，文件“${check.fileName}”`}</PageHead>
      {recovered ? (
        <JudgementView
          report={recovered}
          findings={check.findings}
          beside={besideInWords(check.beside)}
          downloads={[
            { title: '下载检查单', href: `${address}.docx` },
            { title: 'JSON', href: `${address}.json` },
          ]}
        />
      ) : (
        <Notice kind="warn" title={check.state === 'unreadable' ? '没有读出来' : '还没有读完'}>
          <p>{check.sentence ?? '请过一会儿再看。'}</p>
        </Notice>
      )}
      <Buttons>
        <ButtonLink href={judgeHome} look="line">
          再检查一份
        </ButtonLink>
      </Buttons>
      <Keeping base={base} expiresAt={expiresAt} />
    </PortalPage>
  )
}

const severities = {
  error: { says: '错误', kind: 'bad' },
  warning: { says: '存疑', kind: 'warn' },
  notice: { says: '提示', kind: 'info' },
} as const

/** Every rule by which reports are judged, with its basis. */
export function RulesPage({
  frame,
  rules,
}: {
  readonly frame: PortalFrame
  readonly rules: readonly Rule[]
}) {
  return (
    <PortalPage
      frame={frame}
      title="全部检查项和依据"
      current={judgeHome}
      crumbs={[home, here, { title: '检查项和依据' }]}
    >
      <PageHead title="全部检查项和依据">{`共${rules.length}项，公开给所有人看，也欢迎指出哪一项不对。`}</PageHead>
      <Table
        caption="检查项"
        stack
        rows={rules}
        columns={[
          {
            title: '检查项',
            kind: 'title',
            cell: (rule) => (
              <>
                {rule.title}
                <code class="note sub">{rule.code}</code>
              </>
            ),
          },
          {
            title: '程度',
            kind: 'short',
            cell: (rule) => <Tag kind={severities[rule.severity].kind}>{severities[rule.severity].says}</Tag>,
          },
          { title: '什么时候查', cell: (rule) => rule.applies },
          { title: '依据', cell: (rule) => basisWords(rule.basis) },
        ]}
      />
    </PortalPage>
  )
}
