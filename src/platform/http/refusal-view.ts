import type { Reason } from '../../law/reason.ts'
import type { FieldProblem, RefusalKind } from '../refusals.ts'

/** What a door shows when it says no, or when something of ours broke. */
export interface RefusalView {
  readonly kind: RefusalKind | 'fault'
  readonly title: string
  readonly reasons: readonly Reason[]
  readonly fields?: readonly FieldProblem[]
  /** For the person to quote when it was our fault. */
  readonly reference?: string
}

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  refused: 409,
  forbidden: 403,
  notFound: 404,
  stale: 412,
  unreadable: 422,
  unavailable: 503,
}

export function statusOf(kind: RefusalKind): number {
  return statuses[kind]
}

/** The error body of the API: the same words, as data. */
export function refusalBody(view: RefusalView): Readonly<Record<string, unknown>> {
  return {
    error: {
      kind: view.kind,
      title: view.title,
      reasons: view.reasons,
      ...(view.fields ? { fields: view.fields } : {}),
      ...(view.reference ? { reference: view.reference } : {}),
    },
  }
}
