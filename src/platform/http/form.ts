import type { FastifyRequest } from 'fastify'
import { Invalid, Refused, Stale, type FieldProblem } from '../refusals.ts'

/** What a posted form holds. */
export interface Form {
  /** The values as the schema of a command takes them. */
  readonly values: Readonly<Record<string, string | readonly string[]>>
  /** One text; empty when it is not there. */
  text(name: string): string
  /** All texts of that name. */
  list(name: string): readonly string[]
}

/** Reads a posted form, or the query of a GET. */
export function formOf(req: FastifyRequest, from: 'body' | 'query' = 'body'): Form {
  const given: unknown = from === 'body' ? req.body : req.query
  const values: Record<string, string | string[]> = {}
  if (given !== null && typeof given === 'object')
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'string') values[name] = value
      else if (Array.isArray(value)) values[name] = value.filter((one) => typeof one === 'string')
    }
  return formFrom(values)
}

/** The same, over values that were read already. */
export function formFrom(values: Readonly<Record<string, string | readonly string[]>>): Form {
  return {
    values,
    text(name) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return (typeof value === 'string' ? value : value?.[0]) ?? ''
    },
    list(name) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return value === undefined ? [] : typeof value === 'string' ? [value] : value
    },
  }
}

/** What stopped an act of a form, as the page shows it: beside fields, or above the form. */
export interface Stopped {
  readonly problems: readonly FieldProblem[]
  readonly status: number
}

/**
 * Does what a form asks for. What the command refuses comes back to be shown in the same form, with all that was typed;
 * everything else goes on to the door.
 * @returns null when it was done
 */
export async function stoppedBy(act: () => Promise<unknown>): Promise<Stopped | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof Invalid) return { problems: error.fields, status: 422 }
    if (error instanceof Refused || error instanceof Stale)
      return {
        problems: error.reasons.map(({ sentence, help, basis }) => ({
          field: '',
          sentence: `${sentence}${help ?? ''}${basis ? `（${basis}）` : ''}`,
        })),
        status: error instanceof Stale ? 412 : 409,
      }
    throw error
  }
}
