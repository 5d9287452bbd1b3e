import { Icon, type IconName } from './icons.tsx'
import { classes, type Children } from './trusted.ts'

interface Looks {
  /** ink: the one act of a view · line: second · seal: acts of legal effect only (提交申请, 签发, 发布, 同意) */
  readonly look?: 'ink' | 'line' | 'seal'
  readonly small?: boolean
  readonly icon?: IconName
  readonly children: Children
}

function looks({ look, small }: Looks): string | undefined {
  return classes('btn', look === 'line' && 'btn-line', look === 'seal' && 'btn-seal', small && 'btn-small')
}

interface ButtonProps extends Looks {
  /** Name and value sent with the form, when it has several buttons. */
  readonly name?: string
  readonly value?: string
  /** Another address than the form's. */
  readonly formAction?: string
  /** Refused: stays visible, dashed. Say why beside it. */
  readonly refused?: boolean
  /** Leaves without checking the fields (返回, 保存草稿). */
  readonly unchecked?: boolean
}

/** A button that sends its form. Verbs of the office: 提交申请, 退回修改; never 确定. */
export function Button(props: ButtonProps) {
  return (
    <button
      class={looks(props)}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
      disabled={props.refused}
      formNoValidate={props.unchecked}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  )
}

interface ButtonLinkProps extends Looks {
  readonly href: string
  readonly download?: boolean
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a class={looks(props)} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  )
}

/** A row of buttons. */
export function Buttons({ children }: { readonly children: Children }) {
  return <p class="btns">{children}</p>
}

/** One thing that may be done now, or that may not and why. */
export interface Act {
  readonly title: string
  /** Where it is done; left out when refused. */
  readonly href?: string
  /** Posts there at once instead of going there. */
  readonly post?: string
  readonly look?: 'ink' | 'line' | 'seal'
  /** What it leads to; when refused, why, with its article. */
  readonly says: Children
}

/** Acts as a list: each button with its consequence beside it; a refused one stays, dashed, with its reason. */
export function Acts({ acts }: { readonly acts: readonly Act[] }) {
  return (
    <ul class="acts">
      {acts.map(({ title, href, post, look = 'line', says }) => (
        <li key={title} class="act">
          <div>
            {href ? (
              <ButtonLink href={href} look={look}>
                {title}
              </ButtonLink>
            ) : post ? (
              <form method="post" action={post}>
                <Button look={look}>{title}</Button>
              </form>
            ) : (
              <Button refused>{title}</Button>
            )}
          </div>
          <p>{says}</p>
        </li>
      ))}
    </ul>
  )
}

interface SearchBoxProps {
  readonly action: string
  readonly value?: string
  readonly label?: string
  readonly placeholder?: string
  /** Kept with the search, e.g. the agency. */
  readonly keep?: Readonly<Record<string, string>>
}

/** The one search box. Its field is called q. */
export function SearchBox(props: SearchBoxProps) {
  const { action, value, label = '搜索政府信息', placeholder = '机关名称、标题里的词', keep } = props
  return (
    <form class="searchbox" action={action} role="search">
      <label class="sr" for="q">
        {label}
      </label>
      <input
        class="input"
        id="q"
        name="q"
        type="search"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        maxLength={200}
      />
      {keep &&
        Object.entries(keep).map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
      <button class="btn">
        <Icon name="search" />
        搜索
      </button>
    </form>
  )
}

/** A big way in: a name and what is behind it. */
export interface Door {
  readonly title: string
  readonly says: string
  readonly href: string
}

export function Doors({ doors }: { readonly doors: readonly Door[] }) {
  return (
    <ul class="doors">
      {doors.map(({ title, says, href }) => (
        <li key={href}>
          <a href={href}>
            <b>{title}</b>
            <span>{says}</span>
            <Icon name="arrow" />
          </a>
        </li>
      ))}
    </ul>
  )
}
