import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { staffOf } from '../../../../../platform/sessions/index.ts'
import { archiveRequest } from '../../../commands/archive-request.ts'
import { caseArchive } from '../../../queries/case-archive.ts'
import { requestRefusals } from '../../../refusals.ts'

/**
 * The complete file of a case as one zip. Fetching it is an act with personal data in it: by POST, and in the journal; with
 * `close=yes` the case goes into the archive with the digest of what was handed over.
 */
export function mountArchive(app: FastifyInstance, services: Services): void {
  app.post<{ Params: { requestId: string } }>('/console/requests/:requestId/archive', async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.archive')
    const { requestId } = req.params
    if (!/^[0-9a-f-]{36}$/.test(requestId)) throw new NotFound([requestRefusals['requests.case.missing']])
    const packed = await caseArchive(services, agencyId, requestId, services.today())
    if (!packed) throw new NotFound([requestRefusals['requests.case.missing']])
    const closes = (req.body as { close?: unknown } | null)?.close === 'yes'
    await services.command(actor, agencyId, async (context) => {
      if (closes) await archiveRequest(context, { agencyId, requestId, digest: packed.digest })
      await context.journal({
        verb: 'fetch-archive',
        subject: { kind: 'request', id: requestId },
        agencyId,
        basis: '条例第四十五条',
        detail: { digest: packed.digest },
      })
    })
    return reply
      .type('application/zip')
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`申请${packed.number}案卷.zip`)}`,
      )
      .send(Buffer.from(packed.bytes))
  })
}
