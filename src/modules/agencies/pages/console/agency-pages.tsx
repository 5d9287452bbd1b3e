import type { Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
  type Option,
} from '../../../../platform/html/index.ts'
import { agencyKinds, type Agency } from '../../model.ts'
import type { AgencyHistory } from '../../queries/agency-history.ts'
import type { AgencyBranch } from '../../queries/agency-tree.ts'
import { agencyKindWords } from '../../words.ts'

const here = '/console/agencies'

function Branches({ branches }: { readonly branches: readonly AgencyBranch[] }) {
  return (
    <ul>
      {branches.map((branch) => (
        <li key={branch.agencyId}>
          <div class="tree-row">
            <a class="row-title" href={`${here}/${branch.agencyId}`}>
              {branch.name}
            </a>
            <span class="note">{agencyKindWords[branch.kind]}</span>
            {branch.closedOn && <Tag kind="void">已撤并</Tag>}
          </div>
          {branch.below.length > 0 && <Branches branches={branch.below} />}
        </li>
      ))}
    </ul>
  )
}

/** The agency acted for and all below it. */
export function AgenciesPage({
  frame,
  tree,
  said,
}: {
  readonly frame: ConsoleFrame
  readonly tree: readonly AgencyBranch[]
  readonly said?: string
}) {
  return (
    <ConsolePage frame={frame} title="机关设置" current={here}>
      <WorkHead
        title="机关设置"
        acts={
          <ButtonLink href={`${here}/new`} icon="add">
            加一个机关
          </ButtonLink>
        }
      >
        本机关和所有下级机关。改名、撤并都留着历史，过去的文件仍写当时的名称。
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <div class="tree">
        <Branches branches={tree} />
      </div>
    </ConsolePage>
  )
}

/** A new agency. */
export function NewAgencyPage({
  frame,
  parents,
  typed,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly parents: readonly Option[]
  readonly typed: (name: string) => string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  const field = (name: string) => ({ name, value: typed(name), error: problemOf(problems, name) })
  return (
    <ConsolePage
      frame={frame}
      title="加一个机关"
      current={here}
      problems={problems?.length}
      crumbs={[{ title: '机关设置', href: here }, { title: '加一个机关' }]}
    >
      <WorkHead title="加一个机关" />
      <ErrorSummary problems={problems} />
      <form method="post" action={here}>
        <Field {...field('parentId')} label="上级机关" kind="pick" options={parents} />
        <Field
          {...field('kind')}
          label="机关类别"
          kind="pick"
          options={agencyKinds.map((kind) => ({ value: kind, label: agencyKindWords[kind] }))}
        />
        <Field {...field('name')} label="全称" hint="和公章一致" required />
        <Field {...field('shortName')} label="简称" hint="例如：市应急局" short required />
        <Field
          {...field('slug')}
          label="网址名"
          hint="小写字母、数字和短横线，例如：emergency"
          short
          required
        />
        <Field {...field('openedOn')} label="成立日期" kind="date" short required />
        <Field
          {...field('regionCode')}
          label="行政区划代码"
          hint="6位数字"
          inputMode="numeric"
          short
          optional
        />
        <Field {...field('creditCode')} label="统一社会信用代码" hint="18位" short optional />
        <Field
          {...field('sortOrder')}
          label="排列次序"
          hint="数字小的排在前面"
          inputMode="numeric"
          short
          optional
        />
        <Buttons>
          <Button>加上这个机关</Button>
          <a href={here}>不加了</a>
        </Buttons>
      </form>
    </ConsolePage>
  )
}

/** One agency: facts, history, and what may be changed. */
export function AgencyPage({
  frame,
  agency,
  parentName,
  history,
  parents,
  others,
  typed,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly agency: Agency
  readonly parentName: string | null
  readonly history: AgencyHistory
  /** Agencies it may be moved under; empty when it may not be moved. */
  readonly parents: readonly Option[]
  /** Agencies that may carry its functions on. */
  readonly others: readonly Option[]
  readonly typed: (name: string) => string
  readonly said?: string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  const at = `${here}/${agency.agencyId}`
  const field = (name: string) => ({ name, value: typed(name), error: problemOf(problems, name) })
  /** What was typed, or what stands. */
  const corrected = (name: string, stands: string) => ({
    name,
    value: typed(name) || stands,
    error: problemOf(problems, name),
  })
  return (
    <ConsolePage
      frame={frame}
      title={agency.name}
      current={here}
      problems={problems?.length}
      crumbs={[{ title: '机关设置', href: here }, { title: agency.shortName }]}
    >
      <WorkHead title={agency.name}>
        {agencyKindWords[agency.kind]}
        {parentName && `，上级是${parentName}`}
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      {agency.closedOn && (
        <Notice kind="plain" title="已经撤并">
          <p>
            <When day={agency.closedOn} />
            撤销或者合并，职能由{history.successors.map(({ name }) => name).join('、')}承接。只能查看。
          </p>
        </Notice>
      )}
      <ErrorSummary problems={problems} title="没有办成" />
      <Panel title="基本情况">
        <FactsList
          facts={[
            { name: '简称', value: agency.shortName },
            { name: '网址', value: <a href={`/agency/${agency.slug}`}>/agency/{agency.slug}</a> },
            { name: '成立', value: <When day={agency.openedOn} /> },
            ...(agency.regionCode ? [{ name: '行政区划代码', value: agency.regionCode }] : []),
            ...(agency.creditCode ? [{ name: '统一社会信用代码', value: agency.creditCode }] : []),
            ...(history.predecessors.length > 0
              ? [{ name: '承接', value: history.predecessors.map(({ name }) => name).join('、') }]
              : []),
          ]}
        />
      </Panel>
      <Panel title="名称的历史">
        <Table
          caption="名称的历史"
          rows={history.names}
          columns={[
            { title: '名称', kind: 'title', cell: ({ name }) => name },
            { title: '从', kind: 'short', cell: ({ fromOn }) => <When day={fromOn} as="list" /> },
            {
              title: '到',
              kind: 'short',
              cell: ({ untilOn }) => (untilOn ? <When day={untilOn} as="list" /> : '现在'),
            },
            { title: '依据', cell: ({ basis }) => basis },
          ]}
        />
      </Panel>
      {!agency.closedOn && (
        <>
          <Panel title="改名" id="rename">
            <form method="post" action={`${at}/rename`}>
              <Field {...field('name')} label="新的全称" required />
              <Field {...field('shortName')} label="新的简称" short required />
              <Field {...field('fromOn')} label="从哪天起" kind="date" short required />
              <Field {...field('basis')} label="依据" hint="批准更名的文件" optional />
              <Buttons>
                <Button>改名</Button>
              </Buttons>
            </form>
          </Panel>
          <Panel title="更正登记" id="correct">
            <p class="note">登记时写错的，在这里改。改了网址名，原来的网址照样能打开。</p>
            <form method="post" action={`${at}/correct`}>
              <Field
                {...corrected('kind', agency.kind)}
                label="机关类别"
                kind="pick"
                options={agencyKinds.map((kind) => ({ value: kind, label: agencyKindWords[kind] }))}
              />
              <Field
                {...corrected('slug', agency.slug)}
                label="网址名"
                hint="小写字母、数字和短横线"
                short
                required
              />
              <Field
                {...corrected('openedOn', agency.openedOn)}
                label="成立日期"
                kind="date"
                short
                required
              />
              <Field
                {...corrected('regionCode', agency.regionCode ?? '')}
                label="行政区划代码"
                hint="6位数字"
                inputMode="numeric"
                short
                optional
              />
              <Field
                {...corrected('creditCode', agency.creditCode ?? '')}
                label="统一社会信用代码"
                hint="18位"
                short
                optional
              />
              <Field
                {...corrected('sortOrder', String(agency.sortOrder))}
                label="排列次序"
                hint="数字小的排在前面"
                inputMode="numeric"
                short
                optional
              />
              <Buttons>
                <Button look="line">更正</Button>
              </Buttons>
            </form>
          </Panel>
          {parents.length > 0 && (
            <Panel title="换上级" id="move">
              <form method="post" action={`${at}/move`}>
                <Field
                  name="parentId"
                  label="新的上级机关"
                  kind="pick"
                  options={parents}
                  value={typed('parentId') || (agency.parentId ?? '')}
                  error={problemOf(problems, 'parentId')}
                />
                <Buttons>
                  <Button look="line">换上级</Button>
                </Buttons>
              </form>
            </Panel>
          )}
          {others.length > 0 && (
            <Panel title="撤销或者合并" id="close">
              <p class="note">
                撤并以后只能查看。它的申请、复议和诉讼由承接机关办理（行政诉讼法第二十六条）。
              </p>
              <form method="post" action={`${at}/close`}>
                <Field {...field('closedOn')} label="从哪天起" kind="date" short required />
                <Field {...field('successorIds')} label="承接职能的机关" kind="pick" options={others} />
                <Field
                  name="closeBasis"
                  label="依据"
                  hint="批准撤并的文件"
                  value={typed('closeBasis')}
                  error={problemOf(problems, 'closeBasis')}
                  optional
                />
                <Buttons>
                  <Button look="line">撤并</Button>
                </Buttons>
              </form>
            </Panel>
          )}
        </>
      )}
    </ConsolePage>
  )
}
