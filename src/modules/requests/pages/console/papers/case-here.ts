import type { FastifyRequest } from 'fastify'
import type { Context } from '../../../../../platform/context.ts'
import { NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { staffOf } from '../../../../../platform/sessions/index.ts'
import { caseFile, type CaseFileView } from '../../../queries/case-file.ts'
import { requestRefusals } from '../../../refusals.ts'
import type { RequestPermission } from '../../../words.ts'

export type CaseRequest = FastifyRequest<{ Params: { requestId: string } }>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id in an address; one that cannot be an id is not found. */
export function idOf(text: string | undefined): string {
  if (text === undefined || !uuid.test(text)) throw new NotFound([requestRefusals['requests.case.missing']])
  return text
}

/** The case named in the address, as this person may see it. */
export interface CaseHere {
  readonly agencyId: string
  readonly requestId: string
  readonly file: CaseFileView
  may(permission: RequestPermission): boolean
  readonly personId: string
  readonly permissions: ReadonlySet<string>
  /** Runs a command as this person in this agency. */
  act<T>(run: (context: Context) => Promise<T>): Promise<T>
}

/**
 * Opens the case of the address for the person who asks: the agency acted for is part of the question, so that a case of another
 * agency is not found.
 * @throws Forbidden, NotFound
 */
export async function caseHere(
  services: Services,
  req: FastifyRequest,
  permission: RequestPermission = 'requests.see',
): Promise<CaseHere> {
  const { actor, agencyId } = staffOf(req, permission)
  const requestId = idOf((req.params as { readonly requestId?: string }).requestId)
  const file = await caseFile(services, agencyId, requestId, services.today())
  if (!file) throw new NotFound([requestRefusals['requests.case.missing']])
  return {
    agencyId,
    requestId,
    file,
    may: (wanted) => actor.permissions.has(wanted),
    personId: actor.personId,
    permissions: actor.permissions,
    act: (run) => services.command(actor, agencyId, run),
  }
}
