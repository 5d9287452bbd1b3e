import {
  ButtonLink,
  Buttons,
  ConsolePage,
  Notice,
  PageHead,
  PortalPage,
  SearchBox,
  WorkHead,
  type ConsoleFrame,
  type PortalFrame,
} from '../platform/html/index.ts'
import type { RefusalView } from '../platform/http/refusal-view.ts'

/** Every reason with its article and what would help, and for our own faults the number that finds it in the log. */
function Reasons({
  view,
  way,
}: {
  readonly view: RefusalView
  readonly way: { title: string; href: string }
}) {
  return (
    <div class="reasons">
      {view.reasons.map(({ sentence, basis, help }) => (
        <div key={sentence} class="reason">
          <p>
            {sentence}
            {basis && <span class="note">（{basis}）</span>}
          </p>
          {help && <p class="quiet">{help}</p>}
        </div>
      ))}
      {view.reference && <p class="note num">编号 {view.reference}</p>}
      <Buttons>
        <ButtonLink href={way.href} look="line">
          {way.title}
        </ButtonLink>
      </Buttons>
    </div>
  )
}

/** The portal says no, or that something is not there, or that it was our fault. */
export function RefusalPage({ frame, view }: { readonly frame: PortalFrame; readonly view: RefusalView }) {
  return (
    <PortalPage frame={frame} title={view.title} hidden>
      <PageHead title={view.title} />
      {view.kind === 'notFound' && <SearchBox action="/search" />}
      <Reasons view={view} way={{ title: '回到首页', href: '/' }} />
    </PortalPage>
  )
}

/** The console says the same to staff, in its own frame. */
export function ConsoleRefusalPage({
  frame,
  view,
}: {
  readonly frame: ConsoleFrame
  readonly view: RefusalView
}) {
  return (
    <ConsolePage frame={frame} title={view.title}>
      <WorkHead title={view.title} />
      {frame.mayAgencySwitch && (view.kind === 'forbidden' || view.kind === 'notFound') && (
        <Notice>
          <p>
            您现在在{frame.agencyName}办公。这一页如果是您另一个机关的，请先
            <a href="/console/agency-switch">换机关</a>，再打开。
          </p>
        </Notice>
      )}
      <Reasons view={view} way={{ title: '回到工作台', href: '/console' }} />
    </ConsolePage>
  )
}
