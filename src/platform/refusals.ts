import type { Reason } from '../law/reason.ts'

/** The expected ways to say no. Rules return reasons, commands raise these, doors translate them. Anything else is our bug. */
export type RefusalKind =
  | 'invalid'
  | 'refused'
  | 'forbidden'
  | 'notFound'
  | 'stale'
  | 'unreadable'
  | 'unavailable'

export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind
  readonly reasons: readonly Reason[]
  constructor(reasons: readonly Reason[]) {
    super(reasons.map((reason) => reason.sentence).join(' '))
    this.reasons = reasons
  }
}

/** A field that is missing or wrong; `field` is the name of the form control or JSON key. */
export interface FieldProblem {
  readonly field: string
  readonly sentence: string
}

/** Input is not yet a complete thing; lists every field at once. */
export class Invalid extends Refusal {
  readonly kind = 'invalid'
  readonly fields: readonly FieldProblem[]
  constructor(fields: readonly FieldProblem[]) {
    super(fields.map(({ field, sentence }) => ({ code: `input.${field}`, sentence })))
    this.fields = fields
  }
}

/** Complete, but a rule says no; lists every reason. */
export class Refused extends Refusal {
  readonly kind = 'refused'
}

/** This person may not. Where existence itself is private, raise NotFound instead. */
export class Forbidden extends Refusal {
  readonly kind = 'forbidden'
}

export class NotFound extends Refusal {
  readonly kind = 'notFound'
  constructor(
    reasons: readonly Reason[] = [
      { code: 'platform.notFound', sentence: '没有找到。它可能已经移走，或者地址写错了。' },
    ],
  ) {
    super(reasons)
  }
}

/** Someone changed it since you looked. */
export class Stale extends Refusal {
  readonly kind = 'stale'
  /** What stands now, for the page that shows both. */
  readonly current: unknown
  constructor(reasons: readonly Reason[], current?: unknown) {
    super(reasons)
    this.current = current
  }
}

/** A file yielded nothing; the reasons say how far reading got. */
export class Unreadable extends Refusal {
  readonly kind = 'unreadable'
}

/** Something outside failed; safe to try again. */
export class Unavailable extends Refusal {
  readonly kind = 'unavailable'
}
