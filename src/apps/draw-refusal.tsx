import type { FastifyRequest } from 'fastify'
import { renderPage } from '../platform/html/index.ts'
import { consoleFrame, portalFrame } from '../platform/http/frames.ts'
import type { RefusalView } from '../platform/http/refusal-view.ts'
import type { Services } from '../platform/services.ts'
import { ConsoleRefusalPage, RefusalPage } from './refusal-page.tsx'

/** The page that says no: every reason with its article and what would help, in the frame of the door one came by. */
export async function drawRefusal(
  services: Services,
  view: RefusalView,
  request: FastifyRequest,
): Promise<string> {
  if (request.url.startsWith('/console') && request.standing)
    return renderPage(<ConsoleRefusalPage frame={await consoleFrame(services, request)} view={view} />)
  return renderPage(<RefusalPage frame={await portalFrame(services, request)} view={view} />)
}
