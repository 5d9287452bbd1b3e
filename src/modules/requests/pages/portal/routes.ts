import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../../platform/services.ts'
import { applyRoutes } from './apply-routes.tsx'
import { consultationRoutes } from './consultation-routes.tsx'
import { guideRoutes } from './guide-routes.tsx'
import { startRoutes } from './start-routes.tsx'
import { trackRoutes } from './track-routes.tsx'

/** What the public does with requests: apply, keep the receipt, follow the case, answer as a third party. */
export function requestPortal(app: FastifyInstance, services: Services): void {
  guideRoutes(app, services)
  startRoutes(app, services)
  applyRoutes(app, services)
  trackRoutes(app, services)
  consultationRoutes(app, services)
}
