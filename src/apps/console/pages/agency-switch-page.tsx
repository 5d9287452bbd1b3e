import { ConsolePage, Empty, Tag, WorkHead, type ConsoleFrame } from '../../../platform/html/index.ts'

export interface AgencyChoice {
  readonly agencyId: string
  readonly name: string
  /** 经办人、初审 */
  readonly roles: readonly string[]
  readonly isCurrent: boolean
  /** Things waiting there. */
  readonly waiting?: number
}

export interface AgencySwitchPageProps {
  readonly frame: ConsoleFrame
  readonly choices: readonly AgencyChoice[]
  /** Where the forms post; the field is agencyId. */
  readonly action: string
}

/** The agencies a person works for, one button each. */
export function AgencySwitchPage({ frame, choices, action }: AgencySwitchPageProps) {
  return (
    <ConsolePage frame={frame} title="换机关">
      <WorkHead title="换机关">换过去以后，看到的都是那个机关的事。每次更换都会记入日志。</WorkHead>
      {choices.length === 0 ? (
        <Empty says="还没有加入任何机关">请本机关的系统管理员给你发邀请。</Empty>
      ) : (
        <ul class="acts agency-choices">
          {choices.map(({ agencyId, name, roles, isCurrent, waiting }) => (
            <li key={agencyId} class="act">
              <div>
                {isCurrent ? (
                  <Tag kind="good">现在就在这里</Tag>
                ) : (
                  <form method="post" action={action}>
                    <input type="hidden" name="agencyId" value={agencyId} />
                    <button class="btn btn-line">
                      换过去<span class="sr">：{name}</span>
                    </button>
                  </form>
                )}
              </div>
              <div>
                <b>{name}</b>
                <p>
                  {roles.length > 0 ? roles.join('、') : '没有角色'}
                  {waiting !== undefined && waiting > 0 && `，${waiting}件待办`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </ConsolePage>
  )
}
