import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  Choice,
  FactsList,
  Field,
  Files,
  Notice,
  Panel,
  problemOf,
  when,
  type Fact,
} from '../../../../../platform/html/index.ts'
import { uploadEndings } from '../../../rules/uploads.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { tellsApplicant } from '../../../rules/intake-records.ts'
import { awaitsDelivery } from '../../../store/settle.ts'
import { serviceWayWords } from '../../../words.ts'
import { fileAt, paperAt } from '../addresses.ts'
import type { CaseHere } from './case-here.ts'
import type { PaperInFile } from './paper-page.tsx'

/** What counts as the day, by the way it goes. */
const wayHints = {
  direct: '本人或者代理人签收的日期算数，收回送达回证',
  entrusted: '由其他机关转交，签收的日期算数',
  post: '交邮的日期算数。只能交中国邮政，不用到付',
  electronic: '到达对方系统的日期算数。申请人选了电子方式才用',
} as const

/** The paper as it went out, how it was served, and the form for what is still to be written down. */
export function ServicePanel({
  here,
  paper,
  typed,
  stopped,
}: {
  readonly here: CaseHere
  readonly paper: PaperInFile
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const at = paperAt(here.requestId, paper.paperId)
  const problems = stopped?.problems
  const waiting = paper.services.findLast(({ deliveredOn }) => deliveredOn === null)
  const { request } = here.file
  const tells = letterTemplate(paper.letter).reader === 'applicant' || tellsApplicant(paper.letter)
  const maySee = !tells || here.may('requests.seeApplicant')
  // What went out with it, such as the reply form of a consultation.
  const beside = here.file.files.filter(
    ({ purpose, paperId, fileId }) =>
      purpose === 'letter' &&
      paperId === paper.paperId &&
      fileId !== paper.pdfFile &&
      fileId !== paper.docxFile,
  )
  const version = <input type="hidden" name="version" value={paper.version} />
  return (
    <>
      <Panel title="发出的文书">
        <Files
          files={[
            ...beside.map((file) => ({
              title: file.name,
              href: fileAt(here.requestId, file.fileId),
              note: '随文附送',
            })),
            ...(maySee
              ? [
                  {
                    title: `${paper.documentNumber ?? '文书'}.pdf`,
                    href: `${at}/letter.pdf`,
                    note: tells ? '盖章送达用' : 'PDF',
                  },
                  {
                    title: `${paper.documentNumber ?? '文书'}.docx`,
                    href: `${at}/letter.docx`,
                    note: 'Word',
                  },
                ]
              : []),
          ]}
        />
        <p class="note">
          {!tells
            ? '这份文书不写申请人是谁。'
            : maySee
              ? '下载会记入日志，文书上有申请人的姓名。'
              : '文书上有申请人的姓名，由能查看申请人信息的同志下载。'}
        </p>
      </Panel>
      {paper.services.length > 0 && (
        <Panel title="送达">
          {paper.services.map((service) => (
            <FactsList
              facts={[
                { name: '方式', value: serviceWayWords[service.way] },
                { name: '送出', value: when(service.sentOn) },
                ...(service.deliveredOn === null ? [] : [{ name: '收到', value: when(service.deliveredOn) }]),
                {
                  name: '算作',
                  value: service.countedOn === null ? '对方收到以后才算' : when(service.countedOn),
                },
                ...(service.proofNumber === '' ? [] : [{ name: '邮件号', value: service.proofNumber }]),
                ...(service.note === '' ? [] : [{ name: '说明', value: service.note }]),
                ...proofFact(here, service.proofFile),
              ]}
            />
          ))}
        </Panel>
      )}
      {paper.state === 'issued' &&
        here.file.contactChangedOn !== null &&
        here.file.contactChangedOn >= (paper.issuedOn ?? '') && (
          <Notice kind="warn">
            <p>申请人在{when(here.file.contactChangedOn, 'short')}改过联系方式，按新的送。</p>
          </Notice>
        )}
      {here.may('requests.issue') && paper.state === 'issued' && paper.services.length === 0 && (
        <form class="panel" method="post" action={`${at}/serve`} enctype="multipart/form-data">
          <h2>登记送达</h2>
          {version}
          <Choice
            name="way"
            label="送达方式"
            error={problemOf(problems, 'way')}
            value={typed('way') || usualWay(request.wantedWay)}
            options={(Object.keys(serviceWayWords) as (keyof typeof serviceWayWords)[]).map((value) => ({
              value,
              label: serviceWayWords[value],
              hint: wayHints[value],
            }))}
          />
          <Field
            name="sentOn"
            label="送出日期"
            kind="date"
            short
            value={typed('sentOn') || paper.issuedOn || ''}
            error={problemOf(problems, 'sentOn')}
          />
          <Field
            name="deliveredOn"
            label="签收或者到达日期"
            hint="直接送达、转交的必填。邮寄、电子的知道了再填。"
            kind="date"
            short
            optional
            value={typed('deliveredOn')}
            error={problemOf(problems, 'deliveredOn')}
          />
          <Field
            name="proofNumber"
            label="邮件号码"
            hint="邮寄的必填。"
            short
            optional
            value={typed('proofNumber')}
            error={problemOf(problems, 'proofNumber')}
            maxLength={40}
          />
          <Field
            name="proof"
            label="凭证"
            hint="送达回证、邮寄收据、发送记录的扫描件或者截图。"
            kind="file"
            optional
            accept={uploadEndings}
            error={problemOf(problems, 'proof')}
          />
          <Field name="note" label="说明" optional value={typed('note')} maxLength={300} />
          <Buttons>
            <Button>登记送达</Button>
          </Buttons>
        </form>
      )}
      {here.may('requests.issue') && paper.state === 'issued' && waiting && (
        <form class="panel" method="post" action={`${at}/deliver`}>
          <h2>登记对方收到</h2>
          {version}
          <p>
            {awaitsDelivery(paper.letter)
              ? '对方的期限从收到之日起算，知道了就登记。'
              : '电子送达到达之日才算答复，知道了就登记。'}
          </p>
          <Field
            name="deliveredOn"
            label="收到日期"
            kind="date"
            short
            value={typed('deliveredOn')}
            error={problemOf(problems, 'deliveredOn')}
          />
          <Buttons>
            <Button>登记收到</Button>
          </Buttons>
        </form>
      )}
    </>
  )
}

function usualWay(wanted: string): string {
  return wanted === 'online' || wanted === 'email'
    ? 'electronic'
    : wanted === 'pickUp' || wanted === 'onSite'
      ? 'direct'
      : 'post'
}

function proofFact(here: CaseHere, fileId: string | null): readonly Fact[] {
  const file = here.file.files.find((one) => one.fileId === fileId)
  return file ? [{ name: '凭证', value: <a href={fileAt(here.requestId, file.fileId)}>{file.name}</a> }] : []
}
