import type { FastifyRequest } from 'fastify'
import { ButtonLink, Buttons, ConsolePage, PageHead, PortalPage, renderPage } from '../platform/html/index.ts'
import { consoleFrame, portalFrame } from '../platform/http/frames.ts'
import type { RefusalView } from '../platform/http/refusal-view.ts'
import type { Services } from '../platform/services.ts'

/** The page that says no: every reason with its article and what would help, in the frame of the door one came by. */
export async function drawRefusal(
  services: Services,
  view: RefusalView,
  request: FastifyRequest,
): Promise<string> {
  const body = (
    <>
      <PageHead title={view.title} />
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
      </div>
      <Buttons>
        <ButtonLink href={request.standing ? '/console' : '/'} look="line">
          {request.standing ? '回到工作台' : '回到首页'}
        </ButtonLink>
      </Buttons>
    </>
  )
  if (request.url.startsWith('/console') && request.standing)
    return renderPage(
      <ConsolePage frame={await consoleFrame(services, request)} title={view.title}>
        {body}
      </ConsolePage>,
    )
  return renderPage(
    <PortalPage frame={await portalFrame(services, request)} title={view.title} hidden>
      {body}
    </PortalPage>,
  )
}
