import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import type { Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Choice,
  clockTime,
  ConsolePage,
  Dialog,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  When,
  when,
  WorkHead,
  type ConsoleFrame,
  type Option,
} from '../../../../platform/html/index.ts'
import { duties, type Agency } from '../../model.ts'
import type { StaffPerson } from '../../queries/people-of.ts'
import { dutyWords } from '../../words.ts'

const here = '/console/people'

/** What the signed-in person may do on these pages. */
export interface PeopleRights {
  readonly mayRegister: boolean
  readonly mayGrant: boolean
}

/** A role that can be granted here, with its name. */
export interface RoleChoice {
  readonly role: string
  readonly name: string
  readonly note: string
}

function Standing({ person, now }: { readonly person: StaffPerson; readonly now: Date }) {
  if (person.untilOn !== null) return <Tag kind="void">已离岗</Tag>
  if (person.lockedUntil !== null && person.lockedUntil > now) return <Tag kind="bad">已锁定</Tag>
  if (!person.hasPassword) return <Tag kind="wait">等本人设密码</Tag>
  return <Tag kind="good">在用</Tag>
}

/** The people of an agency, with their roles. */
export function PeoplePage({
  frame,
  agency,
  people,
  roleName,
  rights,
  now,
  said,
}: {
  readonly frame: ConsoleFrame
  readonly agency: Agency
  readonly people: readonly StaffPerson[]
  readonly roleName: (role: string) => string
  readonly rights: PeopleRights
  readonly now: Date
  readonly said?: string
}) {
  return (
    <ConsolePage frame={frame} title="人员" current={here}>
      <WorkHead
        title="人员"
        acts={
          rights.mayRegister && (
            <ButtonLink href={`${here}/new`} icon="add">
              登记人员
            </ButtonLink>
          )
        }
      >
        {agency.name}，在岗{people.filter(({ untilOn }) => untilOn === null).length}人。
      </WorkHead>
      <Said said={said} />
      {people.length === 0 ? (
        <Empty says="还没有人">
          <p>由系统管理员登记，再由安全管理员授予角色。</p>
        </Empty>
      ) : (
        <Table
          caption={`${agency.name}的人员`}
          stack
          rows={people}
          columns={[
            {
              title: '姓名',
              kind: 'title',
              cell: (person) => (
                <a class="row-title" href={`${here}/${person.personId}`}>
                  {person.name}
                </a>
              ),
            },
            { title: '职务或者岗位', cell: (person) => person.post },
            {
              title: '角色',
              cell: (person) =>
                person.roles.length > 0 ? (
                  person.roles.map(roleName).join('、')
                ) : (
                  <span class="note">没有角色</span>
                ),
            },
            { title: '工作性质', kind: 'short', cell: (person) => dutyWords[person.duty] },
            { title: '账号', kind: 'short', cell: (person) => <Standing person={person} now={now} /> },
          ]}
        />
      )}
      <p class="note">账号由系统管理员建立，角色由安全管理员授予，两人各管一半。</p>
    </ConsolePage>
  )
}

function Said({ said }: { readonly said: string | undefined }) {
  if (!said) return null
  return (
    <Notice kind="good" announce>
      <p>{said}</p>
    </Notice>
  )
}

/** Registers a person. */
export function NewPersonPage({
  frame,
  agency,
  typed,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly agency: Agency
  readonly typed: (name: string) => string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  return (
    <ConsolePage
      frame={frame}
      title="登记人员"
      current={here}
      problems={problems?.length}
      crumbs={[{ title: '人员', href: here }, { title: '登记人员' }]}
    >
      <WorkHead title="登记人员">登记到{agency.name}。角色随后由安全管理员授予。</WorkHead>
      <ErrorSummary problems={problems} />
      <form method="post" action={here}>
        <Field
          name="name"
          label="姓名"
          value={typed('name')}
          error={problemOf(problems, 'name')}
          autocomplete="off"
          short
          required
        />
        <Field
          name="post"
          label="职务或者岗位"
          hint="例如：办公室政务公开岗"
          value={typed('post')}
          error={problemOf(problems, 'post')}
          required
        />
        <Choice
          name="duty"
          label="工作性质"
          hint="登记后不能改。管理员不办业务，也不能兼另一种管理员"
          error={problemOf(problems, 'duty')}
          value={typed('duty') || 'business'}
          options={duties.map((duty) => ({ value: duty, label: dutyWords[duty] }))}
        />
        <Field
          name="email"
          label="电子邮箱"
          hint="用来发邀请。没有就留空，登记后把一次性链接当面交给本人"
          kind="email"
          value={typed('email')}
          error={problemOf(problems, 'email')}
          autocomplete="off"
          optional
        />
        <Buttons>
          <Button>登记</Button>
          <a href={here}>不登记了</a>
        </Buttons>
      </form>
    </ConsolePage>
  )
}

/** One person: facts, roles, and what may be done. */
export function PersonPage({
  frame,
  person,
  roles,
  roleName,
  rights,
  isOneself,
  now,
  said,
  link,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly person: StaffPerson
  /** Roles that could be granted to this person. */
  readonly roles: readonly RoleChoice[]
  readonly roleName: (role: string) => string
  readonly rights: PeopleRights
  readonly isOneself: boolean
  readonly now: Date
  readonly said?: string
  /** A one-time link made just now, shown this once. */
  readonly link?: string
  readonly stopped?: Stopped
}) {
  const at = `${here}/${person.personId}`
  const isHere = person.untilOn === null
  const isLocked = person.lockedUntil !== null && person.lockedUntil > now
  const options: Option[] = roles.map(({ role, name, note }) => ({ value: role, label: name, hint: note }))
  return (
    <ConsolePage
      frame={frame}
      title={person.name}
      current={here}
      islands={['dialog-door']}
      problems={stopped?.problems.length}
      crumbs={[{ title: '人员', href: here }, { title: person.name }]}
    >
      <WorkHead title={person.name}>{person.post}</WorkHead>
      <Said said={said} />
      {link && (
        <Notice kind="warn" title="一次性链接" announce>
          <p>
            <code class="secret">{link}</code>
          </p>
          <p>只显示这一次，7天内有效，只能用一次。请当面或者用可靠的办法交给本人。</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} title="没有办成" />
      <Panel title="账号">
        <FactsList
          facts={[
            { name: '状态', value: <Standing person={person} now={now} /> },
            { name: '用户名', value: person.loginName ?? '还没有设' },
            { name: '工作性质', value: dutyWords[person.duty] },
            { name: '动态验证码', value: person.hasSecondFactor ? '已绑定' : '没有绑定' },
            { name: '到岗', value: <When day={person.fromOn} /> },
            ...(person.untilOn ? [{ name: '离岗', value: <When day={person.untilOn} /> }] : []),
            ...(isLocked && person.lockedUntil
              ? [
                  {
                    name: '锁定到',
                    value: `${when(beijingDay(person.lockedUntil))} ${clockTime(person.lockedUntil)}`,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title="角色">
        {person.roles.length === 0 ? (
          <p>还没有角色，登录后什么也不能办。</p>
        ) : (
          <Table
            caption="角色"
            rows={person.roles}
            columns={[
              { title: '角色', kind: 'title', cell: roleName },
              {
                title: '收回',
                titleUnseen: true,
                cell: (role) =>
                  rights.mayGrant &&
                  !isOneself && (
                    <form method="post" action={`${at}/roles/revoke`}>
                      <input type="hidden" name="role" value={role} />
                      <Button look="line" small>
                        收回<span class="sr">{roleName(role)}</span>
                      </Button>
                    </form>
                  ),
              },
            ]}
          />
        )}
        {rights.mayGrant && isHere && !isOneself && options.length > 0 && (
          <form method="post" action={`${at}/roles`}>
            <Choice name="role" label="授予角色" options={options} />
            <Buttons>
              <Button>授予</Button>
            </Buttons>
          </form>
        )}
        {isOneself && rights.mayGrant && <p class="note">自己的角色，请另一位安全管理员来办。</p>}
      </Panel>
      {isHere && (rights.mayRegister || rights.mayGrant) && (
        <Panel title="账号的事">
          <ul class="acts">
            {rights.mayRegister && (
              <AccountAct
                action={`${at}/invite`}
                verb={person.hasPassword ? '重发一次性链接' : '发邀请'}
                says={
                  person.hasPassword
                    ? '本人忘记密码时用。打开链接重设密码，所有登录都会结束。'
                    : '本人打开链接，设用户名和密码。以前发的链接作废。'
                }
              />
            )}
            {rights.mayGrant && isLocked && (
              <AccountAct action={`${at}/unlock`} verb="解锁" says="核实是本人输错密码以后再解锁。" />
            )}
            {rights.mayGrant && person.hasSecondFactor && !isOneself && (
              <AccountAct
                action={`${at}/second-factor/reset`}
                verb="解除动态验证码"
                says="本人丢了手机和恢复码时用。所有登录都会结束。"
              />
            )}
            {rights.mayRegister && !isOneself && (
              <li class="act">
                <div>
                  <ButtonLink href="#leave" look="line">
                    办离岗
                  </ButtonLink>
                </div>
                <p>角色全部收回。如果不在别的机关工作，账号关闭，邮箱删除，办过的事仍然写着名字。</p>
              </li>
            )}
          </ul>
          {rights.mayRegister && !isOneself && (
            <Dialog
              id="leave"
              title={`给${person.name}办离岗`}
              leave="再想想"
              form={{ action: `${at}/leave`, buttons: <Button>办离岗</Button> }}
            >
              <p>账号关闭以后不能恢复；回来工作要重新登记。</p>
            </Dialog>
          )}
        </Panel>
      )}
    </ConsolePage>
  )
}

function AccountAct({
  action,
  verb,
  says,
}: {
  readonly action: string
  readonly verb: string
  readonly says: string
}) {
  return (
    <li class="act">
      <div>
        <form method="post" action={action}>
          <Button look="line">{verb}</Button>
        </form>
      </div>
      <p>{says}</p>
    </li>
  )
}
